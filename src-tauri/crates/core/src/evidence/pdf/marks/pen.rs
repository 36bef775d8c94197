//! Colours, borders and what is drawn with them.

use super::places::{Point, numbers, values};
use crate::evidence::pdf::write::{self, number};
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Rect};
use std::fmt::Write;

/// An appearance that was made, in the page's coordinates.
#[derive(Debug, Clone)]
pub(super) struct Drawing {
    pub area: Rect,
    /// Operators.
    pub content: String,
    /// How much it covers, from 0 to 1.
    pub opacity: f64,
    /// Whether it darkens what lies below, as a highlighter does.
    pub blend: Blend,
    /// The standard font of Latin letters.
    pub font: &'static str,
}

/// What came of making an appearance.
pub(super) enum Made {
    Drawing(Drawing),
    /// There is nothing to be seen.
    Empty,
    Impossible,
}

/// How a drawing meets what lies below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blend {
    Normal,
    Multiply,
}

/// What a colour is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Stroke,
    Fill,
}

/// How lines are drawn.
pub(super) struct Border {
    pub width: f64,
    pub dashes: Vec<f64>,
}

impl Drawing {
    /// A drawing for an annotation, as opaque as that says.
    pub fn of(annotation: &Dict<'_>, area: Rect, content: String) -> Drawing {
        let opacity = annotation.get::<f64>("CA").unwrap_or(1.0).clamp(0.0, 1.0);
        Drawing { area, content, opacity, blend: Blend::Normal, font: "Helvetica" }
    }

    /// The form XObject.
    pub fn form(&self) -> Vec<u8> {
        let [x0, y0, x1, y1] = [self.area.x0, self.area.y0, self.area.x1, self.area.y1].map(number);
        let blend = if self.blend == Blend::Multiply { "Multiply" } else { "Normal" };
        let (opacity, font) = (number(self.opacity), self.font);
        let mut out = format!(
            "<</Type/XObject/Subtype/Form/BBox[{x0} {y0} {x1} {y1}]/Resources<<\
             /ExtGState<</G<</ca {opacity}/CA {opacity}/BM/{blend}>>>>/Font<<\
             /L<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>\
             /Z<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>\
             /C<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[\
             <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo\
             <</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor<</Type/FontDescriptor\
             /FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120\
             /CapHeight 700/StemV 80>>>>]>>>>>>"
        )
        .into_bytes();
        write::stream_data(format!("q /G gs {} Q", self.content).as_bytes(), &mut out);
        out
    }
}

/// The operator that sets a colour; none for a colour that is none.
pub(super) fn colour(components: &[f64], used: Use) -> Option<String> {
    let operator = match (components.len(), used) {
        (1, Use::Stroke) => "G",
        (1, Use::Fill) => "g",
        (3, Use::Stroke) => "RG",
        (3, Use::Fill) => "rg",
        (4, Use::Stroke) => "K",
        (4, Use::Fill) => "k",
        _ => return None,
    };
    let values: Vec<String> = components.iter().map(|value| number(*value)).collect();
    Some(format!("{} {operator} ", values.join(" ")))
}

/// The colour under `key`; `otherwise` where it is not given. A given one may be none.
pub(super) fn colour_of(dict: &Dict<'_>, key: &str, otherwise: &[f64], used: Use) -> Option<String> {
    colour(&numbers(dict, key).unwrap_or_else(|| otherwise.to_vec()), used)
}

impl Border {
    /// How the lines of an annotation are (BS, or Border of older files).
    pub fn of(annotation: &Dict<'_>) -> Border {
        if let Some(style) = annotation.get::<Dict<'_>>("BS") {
            let dashed = style.get::<Name<'_>>("S").is_some_and(|style| &*style == b"D");
            let dashes = numbers(&style, "D").unwrap_or_else(|| vec![3.0]);
            let width = style.get::<f64>("W").unwrap_or(1.0);
            return Border { width: width.max(0.0), dashes: if dashed { dashes } else { Vec::new() } };
        }
        let Some(border) = annotation.get::<Array<'_>>("Border") else {
            return Border { width: 1.0, dashes: Vec::new() };
        };
        let dashes = border.iter::<Object<'_>>().nth(3);
        let dashes = match dashes {
            Some(Object::Array(dashes)) => values(&dashes),
            _ => Vec::new(),
        };
        let width = values(&border).get(2).copied().unwrap_or(1.0);
        Border { width: width.max(0.0), dashes }
    }

    /// The operators that set it.
    pub fn set(&self) -> String {
        let dashes: Vec<String> =
            self.dashes.iter().filter(|dash| **dash > 0.0).map(|dash| number(*dash)).collect();
        format!("{} w [{}] 0 d ", number(self.width), dashes.join(" "))
    }
}

/// A path through points.
pub(super) fn polyline(points: &[Point]) -> String {
    let mut path = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        let operator = if at == 0 { 'm' } else { 'l' };
        let _ = write!(path, "{} {} {operator} ", number(*x), number(*y));
    }
    path
}

/// A path around a rectangle.
pub(super) fn rectangle(area: Rect) -> String {
    let [x, y, width, height] = [area.x0, area.y0, area.width(), area.height()].map(number);
    format!("{x} {y} {width} {height} re ")
}

/// A path around the ellipse in a rectangle, of four Bézier curves.
pub(super) fn ellipse(area: Rect) -> String {
    const KAPPA: f64 = 0.552_284_749_8;
    let (rx, ry) = (area.width() / 2.0, area.height() / 2.0);
    let (cx, cy) = (area.x0 + rx, area.y0 + ry);
    let at = |x: f64, y: f64| format!("{} {} ", number(cx + x * rx), number(cy + y * ry));
    let curve = |from: Point, to: Point| {
        let first = at(from.0 + KAPPA * to.0, from.1 + KAPPA * to.1);
        let second = at(to.0 + KAPPA * from.0, to.1 + KAPPA * from.1);
        format!("{first}{second}{}c ", at(to.0, to.1))
    };
    let (east, north, west, south) = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0));
    let start = at(1.0, 0.0) + "m ";
    [start, curve(east, north), curve(north, west), curve(west, south), curve(south, east)].concat() + "h "
}
