//! Making a package: from a draft, or from documents that write themselves.

mod documents;
mod draft;
mod exported;
mod package;
mod request;

pub use documents::{Documents, WriteDocument};
pub use draft::export_draft;
pub use exported::Exported;
pub use package::export;
pub use request::Request;
