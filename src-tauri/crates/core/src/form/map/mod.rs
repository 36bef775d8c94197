//! The map of the form: every question “where is this?” is answered here.
//!
//! A [`Path`] names a place and says how it lies to others; [`PartKey`] is the part of the application that a place
//! belongs to; paths sort in the order of the form; a path says itself in the user's words; [`RowIdentity`] tells what
//! a row is known by when it has moved, and an [`Anchor`] follows it there.

mod anchor;
mod names;
mod order;
mod part;
mod path;
mod root;
mod rows;
#[cfg(test)]
mod tests;
mod words;

pub use super::anchor::Anchor;
pub use part::PartKey;
pub use path::{Path, PathStep};
pub use root::Root;
pub use rows::RowIdentity;
