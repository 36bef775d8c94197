//! The three documents of an application: 申报书, 典型经验 and 证实性材料; and what is written about one.
//!
//! Each file here reads like the table of contents of what it prints. Labels come from the edition.

mod application;
mod bookmark;
mod changes;
mod compose;
mod experience;
mod layout;
mod letter;
mod listing;
mod materials;
mod pictures;
mod printed;
#[cfg(test)]
mod read_back;
mod scan;
mod sheet;
mod sources;
mod style;
mod summary;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod title;

pub use application::{document as application, pages_to_sign};
pub use bookmark::evidence_number;
pub use changes::{ChangeReport, document as changes};
pub use experience::document as experience;
pub use letter::letter;
pub use materials::document as evidence;
pub use pictures::pictures;
pub use printed::{Printed, Role};
pub use sources::{Sources, Stage};
pub use summary::document as summary;
