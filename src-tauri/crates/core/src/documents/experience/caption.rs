//! Captions of figures, charts and tables.

use super::inline::bookmark_name;
use super::writer::{COLUMN, Writer};
use crate::documents::layout::{LINE_HEIGHT, Piece, line_count};
use crate::documents::style::id;
use crate::documents::text::{run, styled};
use crate::form::Text;
use crate::form::rich_text::CaptionedKind;
use crate::ooxml::{Run, field};

/// Size of captions, in points, and the blanks above and below them.
const CAPTION: f32 = 12.0;
const CAPTION_BLANKS: f32 = 6.0;

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
            .bookmark(bookmark_name(kind, number), numbered)
            .run(run(&format!(" {caption}")));
        let keeps_next = kind == CaptionedKind::Table;
        let paragraph = if keeps_next { paragraph.keep_next() } else { paragraph };
        let lines = line_count(&format!("{label}{number} {caption}"), CAPTION, COLUMN, 0.0);
        let height = lines as f32 * CAPTION * LINE_HEIGHT + CAPTION_BLANKS;
        self.add(paragraph, Piece::Whole { height, keep_next: keeps_next });
    }
}
