//! The package ready to send (报送包): the zip of the three documents, the 报送说明 that says how to send it, the mail draft.
//!
//! Only [`export_draft`] knows how a document is made; for the rest documents write themselves. Everything is written and verified in a
//! temporary folder beside its place, then renamed; whatever fails, the folder is left as it was.

mod budget;
mod deliver;
mod delivery;
mod digest;
mod error;
mod export;
mod fit;
mod guide;
mod mail;
mod names;
mod order;
mod pictures;
mod place;
mod preview;
mod print_pages;
mod progress;
mod sending;
mod size;
mod target;
#[cfg(test)]
mod tests;
mod verify;
mod xml;
mod zip_file;

pub use crate::documents::Stage;
pub use budget::{Budget, ItemBytes, budget};
pub use deliver::{Request, export_draft};
pub use delivery::ReportLine;
pub use digest::FileDigest;
pub use error::{DocumentError, Error};
pub use export::export;
pub use fit::{Look, Reduction};
pub use mail::MailTier;
pub use names::PackageNames;
pub use order::{Documents, Exported, Order, WriteDocument};
pub use place::Existing;
pub use preview::{Document, preview};
pub use print_pages::print_pages;
pub use progress::{DocumentFile, Progress, Step};
pub use sending::{FormValue, Sending};
pub use verify::{Fault, verify_written};
