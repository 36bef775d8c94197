//! Evidence files (证实性材料): what they are, and their pages.

mod page;

pub use page::{Orientation, Page, PictureFormat};
