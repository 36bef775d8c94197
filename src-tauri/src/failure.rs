//! What a command of the page fails with.

use biaogan::draft::DraftError;
use biaogan::evidence::Refusal;
use biaogan::package;
use biaogan::xlsx::XlsxError;
use serde::{Deserialize, Serialize};

/// Why a command failed: one line in the user's words, and the kind where the page treats it differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export_to = "shell.ts"))]
pub struct Failure {
    /// The kind.
    pub code: FailureCode,
    /// What, where, what to do.
    pub message: String,
}

/// The kinds of failures that the page tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export_to = "shell.ts"))]
pub enum FailureCode {
    /// The user called it off.
    Cancelled,
    /// The draft is damaged.
    Damaged,
    /// The draft has what none of ours has.
    Foreign,
    /// The draft was made by a newer program.
    Newer,
    /// Not a draft.
    NotADraft,
    /// Another program has the draft open.
    InUse,
    /// The place can only be read.
    ReadOnly,
    /// The place has no file locks and can only be read.
    NoLocks,
    /// There is no such file.
    Missing,
    /// There is something already.
    Exists,
    /// The edition is not installed.
    Edition,
    /// No draft is open (any more).
    Gone,
    /// Anything else.
    Other,
}

impl Failure {
    /// A failure of a kind.
    pub fn of(code: FailureCode, message: impl Into<String>) -> Failure {
        Failure { code, message: message.into() }
    }

    /// Any other failure.
    pub fn other(message: impl ToString) -> Failure {
        Failure::of(FailureCode::Other, message.to_string())
    }
}

impl From<DraftError> for Failure {
    fn from(error: DraftError) -> Failure {
        let code = match &error {
            DraftError::Damaged { .. } => FailureCode::Damaged,
            DraftError::Foreign { .. } => FailureCode::Foreign,
            DraftError::Newer { .. } => FailureCode::Newer,
            DraftError::NotADraft(_) => FailureCode::NotADraft,
            DraftError::InUse { .. } => FailureCode::InUse,
            DraftError::WriteProtected(_) | DraftError::ReadOnly(_) => FailureCode::ReadOnly,
            DraftError::NoLocks(_) => FailureCode::NoLocks,
            DraftError::Missing(_) => FailureCode::Missing,
            DraftError::Exists(_) => FailureCode::Exists,
            DraftError::Refused { refusal: Refusal::Stopped, .. } => FailureCode::Cancelled,
            DraftError::Gone(_) => FailureCode::Gone,
            _ => FailureCode::Other,
        };
        Failure::of(code, error.to_string())
    }
}

impl From<XlsxError> for Failure {
    fn from(error: XlsxError) -> Failure {
        match error {
            XlsxError::Draft(error) => error.into(),
            XlsxError::Exists(_) => Failure::of(FailureCode::Exists, error.to_string()),
            error => Failure::other(error),
        }
    }
}

impl From<package::Error> for Failure {
    fn from(error: package::Error) -> Failure {
        match error {
            package::Error::Draft(error) => error.into(),
            package::Error::Cancelled => Failure::of(FailureCode::Cancelled, error.to_string()),
            package::Error::Exists(_) => Failure::of(FailureCode::Exists, error.to_string()),
            error => Failure::other(error),
        }
    }
}
