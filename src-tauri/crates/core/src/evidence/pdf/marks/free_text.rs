//! Text that was written on a page (FreeText).

use super::field::{self, Form};
use super::pen::{Border, Drawing, Made, Use, colour_of, polyline, rectangle};
use super::places::{inset, numbers, points};
use super::words::{Lines, Style, Words, decoded};
use hayro::hayro_syntax::object::{Dict, Name, Rect, String as Text};

/// Text that was written on the page, and what frames it.
pub(super) fn draw(annotation: &Dict<'_>, form: &Form<'_>) -> Made {
    let Some(area) = annotation.get::<Rect>("Rect") else { return Made::Impossible };
    let text = annotation.get::<Text<'_>>("Contents");
    let text = text.map(|text| decoded(text.as_bytes())).unwrap_or_default();
    let style =
        Style::of(&field::text(annotation, "DA").unwrap_or_default(), |name| form.standard_font(name));
    let border = Border::of(annotation);
    let is_framed = annotation.contains_key("BS") || annotation.contains_key("Border");
    let typed = annotation.get::<Name<'_>>("IT").is_some_and(|intent| &*intent == b"FreeTextTypeWriter");
    let mut content = String::new();
    if let Some(fill) = colour_of(annotation, "C", &[], Use::Fill) {
        content += &format!("{fill}{}f ", rectangle(area));
    }
    if is_framed && !typed && border.width > 0.0 {
        content += &format!("{}{}s ", border.set(), rectangle(inset(area, border.width / 2.0)));
    }
    if let Some(callout) = numbers(annotation, "CL") {
        content += &format!("{}{}S ", border.set(), polyline(&points(&callout)));
    }
    if text.trim().is_empty() && content.is_empty() {
        return Made::Empty;
    }
    let quadding = annotation.get::<u32>("Q").unwrap_or(0);
    let within = inset(area, border.width + 2.0);
    content += &Words { text: &text, area: within, style: &style, lines: Lines::Wrapped, quadding }.write();
    Made::Drawing(Drawing { font: style.font, ..Drawing::of(annotation, area, content) })
}
