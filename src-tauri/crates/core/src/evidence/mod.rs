//! Evidence files (证实性材料): bytes in → type and pages, clean pictures out.
//!
//! A kind of file is told by its content, never by its name, and is decoded whole before it is accepted. A JPEG or a
//! PNG is its own page; the pages of every other kind become pictures here, once. Each kind is a folder or a file;
//! a further one is another beside them and an arm in `read::front`.

pub mod apart;
mod bitmap;
pub mod budget;
mod clean;
mod contents;
mod copying;
mod density;
mod exif;
mod foreign;
#[cfg(test)]
mod fronts;
mod glance;
mod hands;
mod heic;
mod jp2;
mod jpeg;
mod kind;
mod likeness;
#[cfg(test)]
mod limit_tests;
mod limits;
mod page;
mod pdf;
mod plain;
mod png;
mod raster;
mod read;
pub mod reduce;
mod refusal;
mod seal;
mod stretch;
#[cfg(test)]
mod tests;
mod thumbnail;
mod tiff;
mod warning;
mod watch;

pub use clean::copy_clean;
pub use contents::Contents;
pub use foreign::Foreign;
pub(crate) use foreign::has_stream;
pub use kind::Kind;
pub use likeness::{Likeness, likeness};
pub use limits::{FILE_LIMIT, PAGE_LIMIT, PIXEL_LIMIT, SIDE_LIMIT};
pub use page::{NewPage, Orientation, Page, Picture, PictureFormat};
pub use pdf::text::{PdfTextError, pdf_text};
pub use read::{read, read_for};
pub use refusal::Refusal;
pub use seal::{Seal, seal};
pub use thumbnail::thumbnail;
pub use warning::{Thing, Warning};
pub use watch::Reader;

use limits::{BITMAP_LIMIT, DECODED_LIMIT, MEMORY_LIMIT, jpx_cost};
use refusal::check_size;
