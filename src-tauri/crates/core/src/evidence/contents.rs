//! What a file turned out to be.

use super::page::Picture;
use super::warning::Warning;

/// What a file turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The media type, such as `image/jpeg`.
    pub media_type: &'static str,
    /// Its pages in order; a picture is one page.
    pub pages: Vec<Picture>,
    /// What the user should look at.
    pub warnings: Vec<Warning>,
}
