//! Form fields (ISO 32000-1, 12.7): what is filled in is drawn where the file leaves that to the reader.

use super::pen::{Border, Drawing, Made, Use, colour_of, rectangle};
use super::places::inset;
use super::words::{Lines, Style, Words, at, decoded, show, width};
use crate::evidence::pdf::write::number;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Rect, String as Text};

/// How far up a field takes over what its parents say.
const DEPTH: usize = 16;

/// Flags of fields (tables 226, 228 and 230).
const MULTILINE: u32 = 1 << 12;
const PASSWORD: u32 = 1 << 13;
const COMB: u32 = 1 << 24;
const RADIO: u32 = 1 << 15;
const PUSH: u32 = 1 << 16;

/// What a file says of all its fields.
#[derive(Default)]
pub(in super::super) struct Form<'a> {
    fields: Option<Dict<'a>>,
    /// Whether the reader is to draw the fields anew.
    anew: bool,
}

impl<'a> Form<'a> {
    /// What the catalogue says.
    pub fn of(catalog: &Dict<'a>) -> Form<'a> {
        let fields = catalog.get::<Dict<'_>>("AcroForm");
        let anew = fields.as_ref().and_then(|fields| fields.get::<bool>("NeedAppearances")).unwrap_or(false);
        Form { fields, anew }
    }

    /// Whether a field's own appearance no longer holds.
    pub(super) fn makes_anew(&self, widget: &Dict<'_>) -> bool {
        let has_text = matches!(kind(widget).as_deref(), Some(b"Tx" | b"Ch")) && value(widget).is_some();
        self.anew && has_text
    }

    /// Draws a field with what is filled in.
    pub(super) fn draw(&self, widget: &Dict<'_>) -> Made {
        let Some(area) = widget.get::<Rect>("Rect").filter(|area| area.width() > 0.0 && area.height() > 0.0)
        else {
            return Made::Empty;
        };
        let frame = frame(widget, area);
        let content = match kind(widget).as_deref() {
            Some(b"Tx" | b"Ch") => self.text(widget, area),
            Some(b"Btn") => Some(self.button(widget, area)),
            _ => None,
        };
        let Some((content, font)) = content else { return Made::Impossible };
        let content = frame + &content;
        if content.is_empty() {
            return Made::Empty;
        }
        Made::Drawing(Drawing { font, ..Drawing::of(widget, area, content) })
    }

    /// The standard font that is most like the one of this name.
    pub(super) fn standard_font(&self, name: &str) -> &'static str {
        let fonts = self.fields.as_ref().and_then(|fields| fields.get::<Dict<'_>>("DR"));
        let font =
            fonts.and_then(|all| all.get::<Dict<'_>>("Font")).and_then(|fonts| fonts.get::<Dict<'_>>(name));
        let base =
            font.and_then(|font| font.get::<Name<'_>>("BaseFont")).map(|base| base.as_str().to_owned());
        let base = base.unwrap_or_else(|| name.to_owned());
        let (bold, family) = (base.contains("Bold") || base.contains("HeBo"), base.to_lowercase());
        match (family.contains("cour"), family.contains("tim") || family.contains("tiro"), bold) {
            (true, _, false) => "Courier",
            (true, _, true) => "Courier-Bold",
            (_, true, false) => "Times-Roman",
            (_, true, true) => "Times-Bold",
            (_, _, false) => "Helvetica",
            (_, _, true) => "Helvetica-Bold",
        }
    }

    fn text(&self, widget: &Dict<'_>, area: Rect) -> Option<(String, &'static str)> {
        let style = Style::of(&self.default(widget, "DA"), |name| self.standard_font(name));
        let Some(text) = value(widget).filter(|text| !text.is_empty()) else {
            return Some((String::new(), style.font));
        };
        let flags = number_of(widget, "Ff");
        let text = if flags & PASSWORD != 0 { "*".repeat(text.chars().count()) } else { text };
        let quadding = number_of(widget, "Q");
        let within = inset(area, Border::of(widget).width + 2.0);
        let longest = number_of(widget, "MaxLen");
        if flags & COMB != 0 && longest > 0 {
            return Some((comb(&text, area, &style, longest), style.font));
        }
        let lines = if flags & MULTILINE != 0 { Lines::Wrapped } else { Lines::Single };
        let within =
            if lines == Lines::Single { Rect { y0: area.y0, y1: area.y1, ..within } } else { within };
        Some((Words { text: &text, area: within, style: &style, lines, quadding }.write(), style.font))
    }

    /// A box that is ticked, or a button's caption.
    fn button(&self, widget: &Dict<'_>, area: Rect) -> (String, &'static str) {
        let look = widget.get::<Dict<'_>>("MK");
        let caption = look.and_then(|look| text(&look, "CA"));
        let flags = number_of(widget, "Ff");
        let style = Style::of(&self.default(widget, "DA"), |name| self.standard_font(name));
        if flags & PUSH != 0 {
            let caption = caption.unwrap_or_default();
            let words = Words { text: &caption, area, style: &style, lines: Lines::Single, quadding: 1 };
            return (if caption.is_empty() { String::new() } else { words.write() }, style.font);
        }
        if chosen(widget).is_none_or(|state| state == b"Off") {
            return (String::new(), style.font);
        }
        let sign = caption.unwrap_or_else(|| if flags & RADIO != 0 { "l".into() } else { "4".into() });
        let size = if style.size > 0.0 { style.size } else { area.height().min(area.width()) * 0.8 };
        let (x, y) = ((area.x0 + area.x1 - size * 0.8) / 2.0, (area.y0 + area.y1) / 2.0 - size * 0.35);
        let sign: String = sign.chars().filter(char::is_ascii_alphanumeric).take(1).collect();
        (format!("q BT {}/Z {} Tf {}({sign}) Tj ET Q ", style.colour, number(size), at(x, y)), style.font)
    }

    /// What a field says, or its parents, or the form.
    fn default(&self, widget: &Dict<'_>, key: &str) -> String {
        let own = inherited(widget, key, |dict| text(dict, key));
        own.or_else(|| self.fields.as_ref().and_then(|fields| text(fields, key))).unwrap_or_default()
    }
}

/// Text, button, choice or signature.
pub(super) fn kind(widget: &Dict<'_>) -> Option<Vec<u8>> {
    inherited(widget, "FT", |dict| dict.get::<Name<'_>>("FT")).map(|kind| kind.to_vec())
}

/// Whether a signature field is signed.
pub(super) fn is_signed(widget: &Dict<'_>) -> bool {
    inherited(widget, "V", |dict| dict.get::<Dict<'_>>("V")).is_some()
}

/// Which state of a button is chosen.
pub(super) fn chosen(widget: &Dict<'_>) -> Option<Vec<u8>> {
    let own = widget.get::<Name<'_>>("AS");
    own.or_else(|| inherited(widget, "V", |dict| dict.get::<Name<'_>>("V"))).map(|state| state.to_vec())
}

/// The text under a key.
pub(super) fn text(dict: &Dict<'_>, key: &str) -> Option<String> {
    dict.get::<Text<'_>>(key).map(|text| decoded(text.as_bytes()))
}

/// What is filled in or chosen, as it is shown.
fn value(widget: &Dict<'_>) -> Option<String> {
    let value = inherited(widget, "V", |dict| dict.get::<Object<'_>>("V"))?;
    let shown = |text: String| shown_as(widget, &text).unwrap_or(text);
    match value {
        Object::String(text) => Some(shown(decoded(text.as_bytes()))),
        Object::Stream(stream) => stream.decoded_data().ok().map(|text| decoded(&text)),
        Object::Array(chosen) => {
            let texts = chosen.iter::<Text<'_>>().map(|text| shown(decoded(text.as_bytes())));
            Some(texts.collect::<Vec<_>>().join("\n"))
        }
        _ => None,
    }
}

/// A choice has a name for the file and one for the reader.
fn shown_as(widget: &Dict<'_>, exported: &str) -> Option<String> {
    let options = inherited(widget, "Opt", |dict| dict.get::<Array<'_>>("Opt"))?;
    options.iter::<Array<'_>>().find_map(|pair| {
        let texts: Vec<String> = pair.iter::<Text<'_>>().map(|text| decoded(text.as_bytes())).collect();
        (texts.first()? == exported).then(|| texts.get(1).cloned()).flatten()
    })
}

/// One character in each of `cells` cells.
fn comb(text: &str, area: Rect, style: &Style, cells: u32) -> String {
    let cell = area.width() / f64::from(cells);
    let size = if style.size > 0.0 { style.size } else { (area.height() * 0.7).min(12.0) };
    let y = (area.y0 + area.y1) / 2.0 - size * 0.35;
    let mut out = format!("q BT {}", style.colour);
    for (number, character) in text.chars().take(cells as usize).enumerate() {
        let character = character.to_string();
        let x = area.x0 + cell * (number as f64 + 0.5) - width(&character, style.font) * size / 2.0;
        out += &at(x, y);
        show(&character, size, &mut out);
    }
    out + "ET Q "
}

/// The background and the border of a field (MK).
fn frame(widget: &Dict<'_>, area: Rect) -> String {
    let Some(look) = widget.get::<Dict<'_>>("MK") else { return String::new() };
    let border = Border::of(widget);
    let fill = colour_of(&look, "BG", &[], Use::Fill).map(|fill| format!("{fill}{}f ", rectangle(area)));
    let stroke = colour_of(&look, "BC", &[], Use::Stroke).filter(|_| border.width > 0.0);
    let stroke = stroke
        .map(|stroke| format!("{stroke}{}{}s ", border.set(), rectangle(inset(area, border.width / 2.0))));
    let frame: String = [fill, stroke].into_iter().flatten().collect();
    if frame.is_empty() { frame } else { format!("q {frame}Q ") }
}

fn number_of(widget: &Dict<'_>, key: &str) -> u32 {
    inherited(widget, key, |dict| dict.get::<u32>(key)).unwrap_or(0)
}

/// What a field says, or the nearest of its parents that says it.
fn inherited<'a, T>(widget: &Dict<'a>, key: &str, get: impl Fn(&Dict<'a>) -> Option<T>) -> Option<T> {
    let mut dict = widget.clone();
    for _ in 0..DEPTH {
        if dict.contains_key(key) {
            return get(&dict);
        }
        dict = dict.get::<Dict<'_>>("Parent")?;
    }
    None
}
