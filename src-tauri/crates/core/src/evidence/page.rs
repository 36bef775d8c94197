//! A page of an attached file, as the picture that goes into a document.

use serde::{Deserialize, Serialize};

/// How a page's picture is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum PictureFormat {
    /// JPEG (ITU-T T.81).
    Jpeg,
    /// PNG (ISO/IEC 15948).
    Png,
}

/// How a stored picture must be turned to be seen upright (EXIF 2.3, tag 0x0112): first mirrored, then turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Orientation {
    /// Whether it is mirrored left to right before it is turned.
    pub mirrored: bool,
    /// Quarter turns clockwise, 0 to 3.
    pub quarters: u8,
}

/// A page's picture, before it is known where its bytes will lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// How it is stored.
    pub format: PictureFormat,
    /// Width in pixels as stored, before turning.
    pub width: u32,
    /// Height in pixels as stored, before turning.
    pub height: u32,
    /// How it must be turned to be seen upright.
    pub orientation: Orientation,
    /// Size without metadata in bytes: what [`super::copy_clean`] writes.
    pub bytes: u64,
}

/// A page just found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPage {
    /// The page's picture.
    pub picture: Picture,
    /// Its number, from 0.
    pub number: usize,
    /// How many pages the file has.
    pub of: usize,
    /// The picture's bytes where they had to be made; absent where the file itself is the picture.
    pub derived: Option<Vec<u8>>,
}

impl Picture {
    /// The only page of a file that is this picture.
    pub(super) fn alone(self) -> NewPage {
        NewPage { picture: self, number: 0, of: 1, derived: None }
    }

    /// The page of this picture, its bytes to be had under `source`.
    pub fn page(self, source: String) -> Page {
        let Picture { format, width, height, orientation, bytes } = self;
        Page { format, width, height, orientation, bytes, source }
    }
}

/// One page of an attached file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Page {
    /// How the picture is stored.
    pub format: PictureFormat,
    /// Width in pixels as stored, before turning.
    pub width: u32,
    /// Height in pixels as stored, before turning.
    pub height: u32,
    /// How it must be turned to be seen upright.
    pub orientation: Orientation,
    /// Size without metadata in bytes.
    pub bytes: u64,
    /// Where its bytes come from: a key for the source of pictures.
    pub source: String,
}

impl Page {
    /// Width and height in pixels as seen upright.
    pub fn upright_size(&self) -> (u32, u32) {
        match self.orientation.quarters % 2 {
            0 => (self.width, self.height),
            _ => (self.height, self.width),
        }
    }
}
