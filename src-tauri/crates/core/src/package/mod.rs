//! The package ready to send (报送包): the zip of the three documents, the 报送说明 that says how to send it, the mail
//! draft.
//!
//! Only [`export_draft`] knows how a document is made; for the rest documents write themselves. Everything is written
//! and verified in a temporary folder beside its place, then renamed; whatever fails, the folder is left as it was.

mod archive;
mod budget;
mod changes;
mod error;
mod export;
mod guide;
mod item_bytes;
mod mail;
mod mail_tier;
mod names;
mod online_form;
mod placing;
mod preview;
mod print_pages;
mod progress;
mod report_line;
mod sending;
mod shipment;
mod size;
mod summary;
#[cfg(test)]
mod tests;

pub use crate::documents::{ChangeReport, Stage};
pub use archive::{Fault, FileDigest, verify_written};
pub use budget::{Budget, Look, Reduction, budget};
pub use changes::{Since, changes, write_changes};
pub use error::{DocumentError, Error};
pub use export::{Documents, Exported, Request, WriteDocument, export, export_draft};
pub use item_bytes::ItemBytes;
pub use mail_tier::MailTier;
pub use names::PackageNames;
pub use placing::Existing;
pub use preview::{Document, preview, preview_empty};
pub use print_pages::print_pages;
pub use progress::{DocumentFile, ExportStep, Progress};
pub use report_line::ReportLine;
pub use sending::{FormValue, Sending};
pub use summary::{summary, write_summary};
