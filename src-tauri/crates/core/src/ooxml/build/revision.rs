//! Tracked changes (修订, 17.13.5): Word's 审阅 shows them, takes them over or takes them back.

use super::run::Run;
use docx_rs::{Delete, Insert};

/// Who changed something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviser {
    /// The name that Word shows.
    pub author: String,
    /// UTC, RFC 3339 without fractions of a second.
    pub date: String,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Revision {
    /// It was put in (17.13.5.18).
    Inserted(Reviser),
    /// It was taken out (17.13.5.14).
    Deleted(Reviser),
}

impl Revision {
    /// A run that came or went.
    pub(super) fn run(&self, paragraph: docx_rs::Paragraph, run: Run) -> docx_rs::Paragraph {
        match self {
            Revision::Inserted(by) => {
                paragraph.add_insert(Insert::new(run.0).author(&by.author).date(&by.date))
            }
            Revision::Deleted(by) => {
                paragraph.add_delete(Delete::new().author(&by.author).date(&by.date).add_run(run.0))
            }
        }
    }

    /// A paragraph whose mark came or went, and with it the paragraph (17.13.5.15, 17.13.5.20).
    pub(super) fn mark(&self, paragraph: docx_rs::Paragraph) -> docx_rs::Paragraph {
        match self {
            Revision::Inserted(by) => paragraph.insert(&by.author, &by.date),
            Revision::Deleted(by) => paragraph.delete(&by.author, &by.date),
        }
    }
}
