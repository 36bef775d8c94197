//! Attached files (附件): their bytes, kept once per content, the pictures of their pages, and what is made of those.

mod attach;
mod copy;
mod picture;
mod purge;
mod spool;
mod target;
#[cfg(test)]
mod tests;
mod thumbnail;

pub use attach::{Accepted, Attached, NewFile, Progress, Source, read_files};
pub(super) use attach::{next_number, store_all};
pub(super) use picture::sealed;
pub use target::{AttachTarget, SignedPage};
