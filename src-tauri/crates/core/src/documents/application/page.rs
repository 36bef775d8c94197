//! What the pages of the 申报书 have in common.

use crate::date::Date;
use crate::documents::style::id;
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

/// What stands below a table.
pub(super) fn note(text: &str) -> Paragraph {
    line(id::NOTE, text)
}
