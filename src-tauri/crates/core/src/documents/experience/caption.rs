//! Captions of figures, charts and tables.

use super::writer::{COLUMN, PAGE, Writer};
use crate::documents::bookmark;
use crate::documents::layout::{LINE_HEIGHT, Piece, line_count, room_below};
use crate::documents::style::id;
use crate::documents::text::{run, styled};
use crate::form::Text;
use crate::form::rich_text::CaptionedKind;
use crate::ooxml::{Run, field};

/// Size of captions, in points, and the blank above and the one below them.
const CAPTION: f32 = 12.0;
const CAPTION_BLANK: f32 = 3.0;
/// The size of the mark of a picture's paragraph, in half points: Word leaves the depth of its letters below the
/// picture, LibreOffice does not.
pub(super) const MARK: usize = 2;
/// That depth, in points.
pub(super) const BELOW_PICTURE: f32 = 0.3;
/// A picture shrinks to this part of its size at most, rather than leave so much of the page above it empty.
pub(super) const LEAST: f32 = 0.85;
const EMPTY: f32 = PAGE / 4.0;
/// What the estimate of the room above a picture may be wrong by, in points.
const SPARE: f32 = 4.0;

impl Writer<'_> {
    /// 图N below a figure or chart, 表N above a table. The number is a SEQ field inside a bookmark.
    pub fn caption(&mut self, kind: CaptionedKind, caption: &Text) {
        let number = match kind {
            CaptionedKind::Figure => &mut self.figures,
            CaptionedKind::Table => &mut self.tables,
        };
        *number += 1;
        let number = *number;
        let label = self.label(kind).to_owned();
        let mut numbered = vec![run(&label)];
        numbered.extend(field(&format!("SEQ {label} \\* ARABIC"), Run::new().text(number.to_string())));
        let paragraph = styled(id::CAPTION)
            .bookmark(bookmark::captioned(kind, number), numbered)
            .run(run(&format!(" {caption}")));
        let keeps_next = kind == CaptionedKind::Table;
        let paragraph = if keeps_next { paragraph.keep_next() } else { paragraph };
        let height = height(&format!("{label}{number} {caption}"));
        let piece =
            Piece::Whole { before: CAPTION_BLANK, height, after: CAPTION_BLANK, keep_next: keeps_next };
        self.add(paragraph, piece);
    }

    /// The part of its height, in points, at which a figure or chart stands next; not less than `least`.
    pub fn squeeze(&self, picture: f32, least: f32, caption: &Text) -> f32 {
        let room = room_below(&self.pieces, PAGE);
        let caption = height(&format!("{}00 {caption}", self.label(CaptionedKind::Figure)));
        let fits = (room - caption - CAPTION_BLANK - BELOW_PICTURE - SPARE) / picture;
        if room > EMPTY && (least..1.0).contains(&fits) { fits } else { 1.0 }
    }
}

/// The height of a caption's lines, in points.
fn height(text: &str) -> f32 {
    line_count(text, CAPTION, COLUMN, 0.0) as f32 * CAPTION * LINE_HEIGHT
}
