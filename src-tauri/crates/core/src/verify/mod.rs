//! Packages that anyone made, checked as a reviewer would (初核): the zip, its three documents, what 附件2 asks of
//! their look, and the form read back with every rule that documents can answer, under the same ids.

mod archive;
mod documents;
mod folder;
mod form;
mod format;
mod names;
mod opened;
mod report;
mod surplus;
#[cfg(test)]
mod tests;
mod told;
mod verdict;

pub use folder::{is_package, packages};
pub use report::{Letters, LettersWritten, Report, ReportError, letter};
pub use told::{CHECKS, Check, Told};
pub use verdict::{Verdict, verify};
