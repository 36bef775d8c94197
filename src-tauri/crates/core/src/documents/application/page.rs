//! What the pages of the 申报书 have in common.

use crate::date::Date;
use crate::documents::layout::LINE_HEIGHT;
use crate::documents::style::{id, size};
use crate::documents::text::line;
use crate::ooxml::Paragraph;

/// The title of a page or table; each begins a page.
pub(super) fn page_title(title: &str) -> Paragraph {
    line(id::SUBTITLE, title).page_break_before().keep_next().outline_level(0)
}

/// A date, or the blanks to write it in by hand.
pub(super) fn date_or_blank(date: Option<Date>) -> String {
    date.map_or_else(|| "　　　　年　　月　　日".into(), |date| date.chinese())
}

/// The height of a page's title, in points: its lines and the blanks around them.
pub(super) const TITLE: f32 = size::THREE as f32 / 2.0 * LINE_HEIGHT + 18.0;

/// What stands below a text or table.
pub(super) fn note(text: &str) -> Paragraph {
    line(id::NOTE, text)
}
