//! Figures: a picture, or the word that it is missing, and a caption.

use super::caption::{BELOW_PICTURE, LEAST, MARK};
use super::writer::{BODY, Writer};
use crate::documents::Sources;
use crate::documents::layout::{LINE_HEIGHT, Piece};
use crate::documents::scan::{Extent, Placed, scaled};
use crate::documents::sheet::Sheet;
use crate::documents::style::id;
use crate::documents::text::{run, styled};
use crate::form::rich_text::{CaptionedKind, Figure};

/// Room for the caption below a figure that fills a page, in twips.
const CAPTION_ROOM: usize = 900;
/// Printed where the picture is missing.
const MISSING: &str = "（此处图片尚未添加）";

impl Writer<'_> {
    /// A picture and its caption.
    pub fn figure(&mut self, figure: &Figure) {
        let Some(mut placed) = placed(self.sources, figure) else {
            let missing = styled(id::PICTURE).keep_next().run(run(MISSING));
            self.add(
                missing,
                Piece::Whole { before: 0.0, height: BODY * LINE_HEIGHT, after: 0.0, keep_next: true },
            );
            return self.caption(CaptionedKind::Figure, &figure.caption);
        };
        let part = self.squeeze(placed.extent.points_high(), LEAST, &figure.caption);
        placed.extent = placed.extent.times(part);
        let paragraph = styled(id::PICTURE).mark_size(MARK).keep_next().picture(placed.drawing());
        let height = placed.extent.points_high() + BELOW_PICTURE;
        self.add(paragraph, Piece::Whole { before: 0.0, height, after: 0.0, keep_next: true });
        self.caption(CaptionedKind::Figure, &figure.caption);
    }
}

/// A figure's picture in its place, if it has one.
pub(super) fn placed<'a>(sources: &Sources<'a>, figure: &Figure) -> Option<Placed<'a>> {
    let page = sources.pages_of(&figure.attachment).first()?;
    let area = Extent::text_area(Sheet::EXPERIENCE, CAPTION_ROOM);
    let width = area.width * u64::from(figure.width) / 100;
    let (pixels_wide, pixels_high) = page.upright_size();
    let extent = scaled(pixels_wide, pixels_high, width, area.height);
    let title = if figure.caption.is_blank() { "插图".to_owned() } else { figure.caption.to_string() };
    Some(Placed { page, quarters: 0, extent, title })
}

const _: () = assert!(Sheet::EXPERIENCE.height() > CAPTION_ROOM);
