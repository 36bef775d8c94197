//! 我的申报: the drafts in the library folder and those opened lately elsewhere.

mod draft_files;
mod entry;
mod folder;
mod list;
mod recent;
mod trash;
mod waiting;
mod word_files;

pub use draft_files::{
    copy, copy_name, create, create_sample, free_place, import, rename, rescue, roll, save_as,
};
pub use folder::is_draft;
pub use list::list;
pub use recent::{forget, remember};
pub use trash::{empty, restore, throw};
pub use waiting::Waiting;
pub use word_files::{give_up, keep, read};
