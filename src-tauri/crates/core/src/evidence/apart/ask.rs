//! The side that asks: starts the process, hands it the file and takes its pages.

use super::frame::{Frame, VERSION};
use super::request::{Pace, Request};
use crate::evidence::watch::{Reader, TICK, WAIT, take};
use crate::evidence::{Contents, Kind, Picture, Refusal, Warning};
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, OnceLock};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// The program that decodes. Where there is none, as in tests of this library, it is done in this process.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Whether one did not say in time that it is there: no other file waits for that.
static IS_MUTE: AtomicBool = AtomicBool::new(false);

/// Has files decoded apart from now on, by `program`, which calls [`super::answer()`] before anything else.
pub fn decode_apart(program: PathBuf) {
    let _ = PROGRAM.set(program);
}

/// Has a file decoded apart and hands over its pages as they come; `None` if no process for it can be started.
pub(in crate::evidence) fn decode(
    kind: Kind,
    bytes: &Arc<Vec<u8>>,
    reader: &mut dyn Reader,
) -> Option<Result<Contents, Refusal>> {
    let program = PROGRAM.get().filter(|_| is_worth_it(kind) && !IS_MUTE.load(Relaxed))?;
    decode_by(program, kind, bytes, reader)
}

/// A process that ends before it has told all, as one does that needs more memory than it gets, is followed by another
/// that makes one page at a time and keeps no memory that it does not use.
fn decode_by(
    program: &Path,
    kind: Kind,
    bytes: &Arc<Vec<u8>>,
    reader: &mut dyn Reader,
) -> Option<Result<Contents, Refusal>> {
    let mut pages = Vec::new();
    for pace in [Pace::Several, Pace::One] {
        let told = match Decoder::start(program, pace, bytes, reader) {
            Ok(mut decoder) => decoder.collect(&mut pages, reader),
            Err(silence @ (Silence::Ended | Silence::TooLong)) if pace == Pace::Several => {
                IS_MUTE.fetch_or(silence == Silence::TooLong, Relaxed);
                return None;
            }
            Err(silence) => Err(silence),
        };
        match told {
            Ok(end) => {
                let media_type = kind.media_type();
                return Some(end.map(|warnings| Contents { media_type, pages, warnings }));
            }
            Err(Silence::Ended) => {}
            Err(Silence::TooLong) => return Some(Err(Refusal::TooSlow(kind))),
            Err(Silence::CalledOff) => return Some(Err(Refusal::Stopped)),
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

/// How long a process that was started may take to say that it is there: virus scanners look at a program before it
/// runs, and some ask the user first.
const START: Duration = Duration::from_secs(30);

/// How long it may say nothing then. It watches its pages itself, for [`WAIT`] each; this is for one that cannot.
const PATIENCE: Duration = WAIT.saturating_add(Duration::from_secs(30));

/// A process that decodes. It ends with this.
struct Decoder {
    process: Child,
    /// Read on a thread of its own: it may not say another word.
    told: Receiver<Frame>,
    /// Open as long as an answer is waited for.
    _input: JoinHandle<io::Result<ChildStdin>>,
}

/// Why nothing more is heard of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Silence {
    /// It has ended, was never there, or says what cannot be understood.
    Ended,
    /// It has said nothing for too long.
    TooLong,
    /// Nobody wants to hear more.
    CalledOff,
}

impl Decoder {
    /// One that is there and of this version: an upgrade may have put another program in its place.
    fn start(
        program: &Path,
        pace: Pace,
        bytes: &Arc<Vec<u8>>,
        reader: &mut dyn Reader,
    ) -> Result<Decoder, Silence> {
        let decoder = Decoder::spawn(program, pace, bytes).map_err(|_| Silence::Ended)?;
        match decoder.next(START, reader)? {
            Frame::Ready(version) if version == VERSION => Ok(decoder),
            _ => Err(Silence::Ended),
        }
    }

    fn spawn(program: &Path, pace: Pace, bytes: &Arc<Vec<u8>>) -> io::Result<Decoder> {
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
        Ok(Decoder { process, told: frames(output)?, _input: input })
    }

    /// Takes what it tells up to its end. What another one told before is not handed over again.
    fn collect(
        &mut self,
        pages: &mut Vec<Picture>,
        reader: &mut dyn Reader,
    ) -> Result<Result<Vec<Warning>, Refusal>, Silence> {
        loop {
            match self.next(PATIENCE, reader)? {
                Frame::Page(page) if page.number < pages.len() => {}
                Frame::Page(page) => {
                    if let Err(refusal) = take(pages, page, reader) {
                        return Ok(Err(refusal));
                    }
                }
                Frame::End(end) => return Ok(end),
                Frame::Ready(_) => return Err(Silence::Ended),
            }
        }
    }

    /// What it tells next.
    fn next(&self, patience: Duration, reader: &mut dyn Reader) -> Result<Frame, Silence> {
        let begun = Instant::now();
        loop {
            match self.told.recv_timeout(TICK) {
                Ok(frame) => return Ok(frame),
                Err(RecvTimeoutError::Disconnected) => return Err(Silence::Ended),
                Err(RecvTimeoutError::Timeout) if reader.waits().is_break() => {
                    return Err(Silence::CalledOff);
                }
                Err(RecvTimeoutError::Timeout) if begun.elapsed() > patience => return Err(Silence::TooLong),
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

/// What comes through a pipe, one ahead at the most: a page's picture is large.
fn frames(output: ChildStdout) -> io::Result<Receiver<Frame>> {
    let (tell, told) = sync_channel(0);
    thread::Builder::new().spawn(move || {
        let mut output = BufReader::new(output);
        while let Ok(frame) = Frame::read(&mut output)
            && tell.send(frame).is_ok()
        {}
    })?;
    Ok(told)
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::evidence::watch::{Hasty, Patient};
    use std::ops::ControlFlow;
    use tempfile::TempDir;

    /// A program that is started instead: a script of the shell.
    ///
    /// Written by another process: what this one has open for writing, a child of a test beside this one may hold for a
    /// moment, and no program is started from it then.
    fn program(script: &str) -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("program");
        let write = "printf '#!/bin/sh\\n%s\\n' \"$1\" > \"$2\" && chmod 700 \"$2\"";
        let done = Command::new("sh").args(["-c", write, "sh", script]).arg(&path).status().unwrap();
        assert!(done.success());
        (folder, path)
    }

    /// What is said of a file that such a program decodes.
    fn said(script: &str, reader: &mut dyn Reader) -> Option<Result<Contents, Refusal>> {
        let (_folder, program) = program(script);
        decode_by(&program, Kind::Pdf, &Arc::new(vec![7; 1 << 20]), reader)
    }

    fn ready(version: &str) -> String {
        format!("echo '{{\"Ready\":\"{version}\"}}'")
    }

    #[test]
    fn a_program_that_is_not_there_or_speaks_otherwise_is_done_without() {
        let keep = &mut |_| ControlFlow::Continue(());
        let scripts =
            ["exit 1".into(), "echo 用法".into(), ready("0.0.0-other"), "sleep 0.1; kill $$".into()];
        for script in scripts {
            assert_eq!(said(&script, &mut Patient(keep)), None, "{script}");
        }
        let nowhere = Path::new("/nowhere/at/all");
        assert_eq!(decode_by(nowhere, Kind::Pdf, &Arc::default(), &mut Patient(keep)), None);
    }

    #[test]
    fn one_that_ends_at_its_work_is_told_as_overtaxed() {
        let keep = &mut |_| ControlFlow::Continue(());
        let script = format!("{}; cat > /dev/null", ready(VERSION));
        let ended = ready(VERSION) + "; exit 1";
        assert_eq!(said(&ended, &mut Patient(keep)), Some(Err(Refusal::Overtaxing(Kind::Pdf))));
        // This one waits for more input, which stays open: it ends only where it is called off.
        assert_eq!(said(&script, &mut Hasty), Some(Err(Refusal::Stopped)));
    }

    #[test]
    fn what_it_tells_is_taken() {
        let keep = &mut |_| ControlFlow::Continue(());
        let script = ready(VERSION) + "; echo '{\"End\":{\"Ok\":[]}}'; cat > /dev/null";
        let contents = said(&script, &mut Patient(keep)).unwrap().unwrap();
        assert_eq!((contents.pages, contents.warnings), (Vec::new(), Vec::new()));
    }
}
