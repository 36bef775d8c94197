//! The zip of a package: written, digested, and read back after it is written.

mod both;
mod digest;
mod read_back;
mod well_formed;
mod zip;

pub(super) use both::both;
pub use digest::FileDigest;
pub(super) use digest::write_file;
pub use read_back::{Fault, verify_written};
pub(super) use read_back::{verify_file, verify_watched};
pub(super) use zip::{ZipEntry, write_zip};
