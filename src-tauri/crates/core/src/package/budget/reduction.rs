//! What was done to a picture, for the report.

use super::pictures::PackedPicture;
use crate::evidence::PictureFormat;
use crate::evidence::reduce::{Reduced, dpi};
use serde::Serialize;

/// A picture that was downscaled so that the package keeps to its limit. The draft keeps the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Reduction {
    /// Which picture, such as `2. 顾客满意度调查报告　第1页，共6页`.
    pub title: String,
    /// As it was attached.
    pub before: Look,
    /// As it is in the package.
    pub after: Look,
}

/// What a picture is like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Look {
    /// `JPEG` or `PNG`.
    pub format: &'static str,
    /// Width in pixels, before turning.
    pub width: u32,
    /// Height in pixels, before turning.
    pub height: u32,
    /// Pixels to the inch as printed.
    pub dpi: u32,
    /// Size in bytes.
    pub bytes: u64,
}

impl Reduction {
    pub(super) fn of(picture: &PackedPicture, reduced: &Reduced) -> Reduction {
        let page = picture.page;
        let before = Look {
            format: name(page.format),
            width: page.width,
            height: page.height,
            dpi: picture.dpi(),
            bytes: page.bytes,
        };
        let after = Look {
            format: name(reduced.format),
            width: reduced.width,
            height: reduced.height,
            dpi: dpi(reduced.width.max(reduced.height), picture.printed),
            bytes: reduced.bytes.len() as u64,
        };
        Reduction { title: picture.title.clone(), before, after }
    }
}

fn name(format: PictureFormat) -> &'static str {
    match format {
        PictureFormat::Jpeg => "JPEG",
        PictureFormat::Png => "PNG",
    }
}
