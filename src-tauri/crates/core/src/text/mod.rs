//! 字数 as Word counts them, the bytes of text files, full-width typing folded to half width, texts made safe for XML
//! and file names, quotation marks, sentences.

mod class;
mod clean;
mod count;
mod decode;
mod file_name;
mod half_width;
mod quotation;
mod sentences;

pub use clean::clean;
pub use count::{Count, count};
pub use decode::{decode, utf16};
pub use file_name::{file_name, is_device_name};
pub use half_width::half_width;
pub use quotation::{nested, quoted};
pub use sentences::sentences;
