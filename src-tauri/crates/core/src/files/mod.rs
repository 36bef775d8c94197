//! What a file system asks beyond Rust's own: names that Windows spells otherwise, scanners that hold what was just
//! written, files that other programs hold open, files that are nobody's business.

mod held;
mod hidden;
mod own;
mod renaming;
mod spelling;
mod text;

pub use held::{is_held, replaceable};
pub use hidden::hidden;
pub use own::{make_anew, make_folder, open_or_make};
pub use renaming::{persist, persist_new, rename, rename_new};
pub use spelling::{has_long_name, is_device, shown, verbatim};
pub use text::{write_new, write_over};
