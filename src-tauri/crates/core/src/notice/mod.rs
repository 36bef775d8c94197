//! A notice (通知) read: the official text compared with the edition before it, for a new edition file.
//!
//! What is certain is taken over; what is doubtful is taken over and told beside the sentence it was read in, for a
//! person to look at; what was not found stays as before, and is told too.

mod call;
mod file;
mod form;
mod item;
mod line;
mod reader;
mod reading;
mod rows;
mod source;
mod template;
#[cfg(test)]
mod tests;
mod texts;
mod whole;

pub use file::toml;
pub use item::{Outcome, ReadItem};
pub use line::{Line, of_text};
pub use reading::{NoticeError, Reading, read_notice, year_of};
pub use source::{SourceError, of_file};
