//! How a command ends.

use biaogan::draft::{Blame, DraftError};
use biaogan::io_error::reason;
use std::io::{self, ErrorKind};
use std::process::ExitCode;

/// How a command that did its work ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Exit status 0.
    Done,
    /// Done, but the content has errors: exit status 1.
    HasErrors,
}

/// Why a command did not do its work. Nothing was changed.
#[derive(Debug)]
pub enum Failure {
    /// Wrong usage or bad input, in the user's words: exit status 2.
    Input(String),
    /// The program or the machine failed: exit status 3.
    Machine(String),
    /// Whoever reads the output has gone, as `head` does: no failure to talk about.
    NobodyReads,
}

impl Failure {
    /// Says it in one line on stderr and gives the exit status.
    pub fn report(self) -> ExitCode {
        let (message, status) = match self {
            Failure::Input(message) => (message, 2),
            Failure::Machine(message) => (message, 3),
            Failure::NobodyReads => return ExitCode::SUCCESS,
        };
        say(&message);
        ExitCode::from(status)
    }
}

/// One line on stderr.
pub fn say(message: &str) {
    use io::Write;
    let line: Vec<&str> = message.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    // Where stderr is closed there is nobody to tell.
    let _ = writeln!(io::stderr(), "错误：{}", line.join(" "));
}

impl From<DraftError> for Failure {
    fn from(error: DraftError) -> Failure {
        match error.blame() {
            Blame::Input => Failure::Input(error.to_string()),
            Blame::Machine => Failure::Machine(error.to_string()),
        }
    }
}

/// ERROR_PIPE_NOT_CONNECTED (winerror.h).
const PIPE_NOT_CONNECTED: i32 = 233;

/// What happens on writing the output.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            ErrorKind::BrokenPipe => Failure::NobodyReads,
            _ if cfg!(windows) && error.raw_os_error() == Some(PIPE_NOT_CONNECTED) => Failure::NobodyReads,
            _ => Failure::Machine(format!("写不出结果（{}），请检查磁盘空间后重试", reason(&error))),
        }
    }
}
