//! Rolling an application forward.

use super::report::Report;
use super::rolling::Rolling;
use crate::edition::Edition;
use crate::form::{Content, Origin};

/// An application rolled forward.
#[derive(Debug, Clone, PartialEq)]
pub struct Rolled {
    /// The application for the new call.
    pub content: Content,
    /// What became of last year's.
    pub report: Report,
    /// The marks of the new draft, at the places that the report names; in the texts line by line.
    pub marks: Vec<Origin>,
}

/// Rolls an application of one edition forward to a later one, however many years later. Cannot fail and reads no
/// clock; content that is not of `from` is rolled all the same.
pub fn roll(content: &Content, from: &Edition, to: &Edition) -> Rolled {
    let mut rolling = Rolling::new(content, from, to);
    rolling.form();
    rolling.tables();
    rolling.rows();
    rolling.narrative();
    rolling.evidence();
    rolling.attachments();
    let Rolling { content, report, marks, .. } = rolling;
    Rolled { content, report, marks }
}
