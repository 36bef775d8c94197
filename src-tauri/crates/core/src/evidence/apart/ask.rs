//! The side that asks: starts the process, hands it the file and takes its pages.

use super::frame::Frame;
use super::request::{Pace, Request};
use crate::evidence::watch::take;
use crate::evidence::{Contents, Kind, NewPage, Picture, Refusal, Warning};
use std::io::{self, BufReader, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Arc, OnceLock};
use std::thread::{self, JoinHandle};

/// The program that decodes. Where there is none, as in tests of this library, it is done in this process.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Has files decoded apart from now on, by `program`, which calls [`super::answer()`] before anything else.
pub fn decode_apart(program: PathBuf) {
    let _ = PROGRAM.set(program);
}

/// Has a file decoded apart and hands over its pages as they come; `None` if no process for it can be started.
///
/// A process that ends before it has told all, as one does that needs more memory than it gets, is followed by another
/// that makes one page at a time and keeps no memory that it does not use.
pub(in crate::evidence) fn decode(
    kind: Kind,
    bytes: &Arc<Vec<u8>>,
    keep: &mut dyn FnMut(NewPage) -> ControlFlow<()>,
) -> Option<Result<Contents, Refusal>> {
    let program = PROGRAM.get().filter(|_| is_worth_it(kind))?;
    let mut pages = Vec::new();
    for pace in [Pace::Several, Pace::One] {
        let mut decoder = match Decoder::start(program, pace, bytes) {
            Ok(decoder) => decoder,
            Err(_) if pace == Pace::Several => return None,
            Err(_) => break,
        };
        if let Some(end) = decoder.collect(&mut pages, keep) {
            let media_type = kind.media_type();
            return Some(end.map(|warnings| Contents { media_type, pages, warnings }));
        }
    }
    Some(Err(Refusal::Overtaxing(kind)))
}

/// JPEG, PNG and BMP are read piece by piece by decoders that take no more than was weighed before.
fn is_worth_it(kind: Kind) -> bool {
    !matches!(kind, Kind::Jpeg | Kind::Png | Kind::Bmp)
}

/// Has glibc give back what is freed from so many bytes on: else it keeps up to a third more than is in use. It costs a
/// fifth more of the processor.
const GIVEN_BACK: (&str, &str) = ("MALLOC_MMAP_THRESHOLD_", "4194304");

/// A process that decodes. It ends with this.
struct Decoder {
    process: Child,
    told: BufReader<ChildStdout>,
    /// Open as long as an answer is waited for.
    _input: JoinHandle<io::Result<ChildStdin>>,
}

impl Decoder {
    fn start(program: &Path, pace: Pace, bytes: &Arc<Vec<u8>>) -> io::Result<Decoder> {
        let request = Request { pace, bytes: bytes.len() };
        let mut command = Command::new(program);
        command.args(request.arguments());
        if pace == Pace::One {
            command.env(GIVEN_BACK.0, GIVEN_BACK.1);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = unseen(&mut command).spawn()?;
        let (input, output) = (process.stdin.take(), process.stdout.take());
        let (mut input, output) = input.zip(output).ok_or(io::ErrorKind::BrokenPipe)?;
        let bytes = Arc::clone(bytes);
        // If it ends before it has read all, that is told by what it does not tell.
        let input = thread::Builder::new().spawn(move || input.write_all(&bytes).map(|()| input))?;
        Ok(Decoder { process, told: BufReader::new(output), _input: input })
    }

    /// Takes what it tells; none if it ends before its end. What another one told before is not handed over again.
    fn collect(
        &mut self,
        pages: &mut Vec<Picture>,
        keep: &mut dyn FnMut(NewPage) -> ControlFlow<()>,
    ) -> Option<Result<Vec<Warning>, Refusal>> {
        loop {
            match Frame::read(&mut self.told).ok()? {
                Frame::Page(page) if page.number < pages.len() => {}
                Frame::Page(page) => {
                    if let Err(refusal) = take(pages, page, keep) {
                        return Some(Err(refusal));
                    }
                }
                Frame::End(end) => return Some(end),
            }
        }
    }
}

/// Has Windows open no console for the command line's program, which may be started by one that has none.
fn unseen(command: &mut Command) -> &mut Command {
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        // DETACHED_PROCESS (winbase.h).
        command.creation_flags(8);
    }
    command
}

impl Drop for Decoder {
    fn drop(&mut self) {
        // One that has ended already cannot be ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
