//! The side that answers: reads a file, decodes it within its memory, and tells what it finds.

use super::frame::Frame;
use super::memory::{Memory, limit};
use super::request::{Pace, Request};
use crate::evidence::hands::one_at_a_time;
use crate::evidence::read::read_here;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::sync::Arc;

/// If this process was started to decode a file, does so and gives true: then the program ends. `memory` is its
/// allocator.
pub fn answer(memory: &'static Memory) -> bool {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let Some(request) = Request::of(&arguments) else { return false };
    limit(memory, request.bytes);
    if request.pace == Pace::One {
        one_at_a_time();
    }
    // Whoever asked has gone: nobody is to be told.
    let _ = decode(request, io::stdin().lock(), io::stdout().lock());
    true
}

fn decode(request: Request, from: impl Read, mut to: impl Write) -> io::Result<()> {
    let mut bytes = Vec::with_capacity(request.bytes);
    from.take(request.bytes as u64).read_to_end(&mut bytes)?;
    if bytes.len() != request.bytes {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let read = read_here(&Arc::new(bytes), &mut |page| match Frame::Page(page).write(&mut to) {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    });
    Frame::End(read.map(|contents| contents.warnings)).write(&mut to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Refusal, Warning};

    const PDF: &[u8] = include_bytes!("../samples/text.pdf");

    /// What is told of a file of which so many bytes come.
    fn told(file: &[u8], come: usize) -> Vec<Frame> {
        let (mut told, request) = (Vec::new(), Request { pace: Pace::Several, bytes: file.len() });
        let _ = decode(request, &file[..come], &mut told);
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
