//! Putting the files of a package in the user's folder: all of them or none.

mod all_or_none;
mod folder;
mod left_over;

pub use all_or_none::Existing;
pub(super) use all_or_none::{Finished, place_all, refused};
pub(super) use folder::TargetFolder;
