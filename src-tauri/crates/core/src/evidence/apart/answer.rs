//! The side that answers: reads a file, decodes it within its memory, and tells what it finds.

use super::frame::{Frame, VERSION};
use super::memory::{Memory, limit};
use super::request::{Pace, Request};
use crate::evidence::hands::one_at_a_time;
use crate::evidence::read::read_here;
use crate::evidence::watch::Patient;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::process::exit;
use std::sync::Arc;
use std::thread;

/// If this process was started to decode a file, does so and gives true: then the program ends. `memory` is its
/// allocator.
pub fn answer(memory: &'static Memory) -> bool {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let Some(request) = Request::of(&arguments) else { return false };
    limit(memory, request.bytes);
    if request.pace == Pace::One {
        one_at_a_time();
    }
    // Where that fails, whoever asked has gone: nobody is to be told.
    let ready = Frame::Ready(VERSION.into()).write(&mut io::stdout().lock());
    let file = ready.and_then(|()| receive(request.bytes, io::stdin().lock()));
    let _ = file.and_then(|file| {
        end_with_whoever_asked();
        decode(file, io::stdout().lock())
    });
    true
}

fn receive(size: usize, from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(size);
    from.take(size as u64).read_to_end(&mut bytes)?;
    if bytes.len() == size { Ok(bytes) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

/// Ends this process once its input ends, which whoever asked keeps open while an answer is waited for: a file may have
/// no end to its decoding.
fn end_with_whoever_asked() {
    // Without a thread it ends at the next page that nobody takes.
    let _ = thread::Builder::new().spawn(|| {
        let _ = io::stdin().read_exact(&mut [0]);
        exit(1);
    });
}

fn decode(file: Vec<u8>, mut to: impl Write) -> io::Result<()> {
    let mut tell = |page| match Frame::Page(page).write(&mut to) {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    };
    let read = read_here(&mut Patient(&mut tell), &Arc::new(file));
    Frame::End(read.map(|contents| contents.warnings)).write(&mut to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Refusal, Warning};

    const PDF: &[u8] = include_bytes!("../samples/text.pdf");

    /// What is told of a file of which so many bytes come.
    fn told(file: &[u8], come: usize) -> Vec<Frame> {
        let mut told = Vec::new();
        let _ = receive(file.len(), &file[..come]).and_then(|file| decode(file, &mut told));
        let mut from = &told[..];
        std::iter::from_fn(|| Frame::read(&mut from).ok()).collect()
    }

    #[test]
    fn a_file_is_told_page_by_page_to_its_end() {
        let frames = told(PDF, PDF.len());
        let [Frame::Page(page), Frame::End(Ok(warnings))] = &frames[..] else { panic!("{frames:?}") };
        assert!(page.derived.as_ref().is_some_and(|picture| picture.len() as u64 == page.picture.bytes));
        assert!(!warnings.contains(&Warning::BlankPage(0)));
        assert_eq!(told(b"nothing known \0", 15), [Frame::End(Err(Refusal::Unknown))]);
        assert_eq!(told(PDF, PDF.len() - 1), [], "nothing is said of half a file");
    }
}
