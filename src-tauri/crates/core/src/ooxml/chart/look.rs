//! How the series of a chart look: neighbours are told apart in grey print too, columns by light and dark and by
//! hatching, lines by their marks and dashes. The window draws them alike (ui/src/charts/look.ts).

use super::text::{fill, line};
use super::value::value;
use crate::ooxml::xml::Element;

/// Of columns: dark, light and between, then the same hatched.
const COLOURS: [&str; 6] = ["1F4E79", "F2C063", "5E9E6B", "8C3B3B", "DCCBEA", "8295A6"];
/// The hatching of columns (20.1.10.51) and its colour.
const HATCHES: [Option<(&str, &str)>; 6] = [
    None,
    None,
    None,
    Some(("wdUpDiag", "FFFFFF")),
    Some(("wdDnDiag", "6A4C93")),
    Some(("narHorz", "FFFFFF")),
];
/// Of lines, which are thin: none is light.
const LINES: [&str; 6] = ["1F4E79", "D9972F", "4E8F5C", "8C3B3B", "8E6FB0", "6B7F92"];
/// The marks of lines; further lines have them hollow.
const MARKS: [&str; 6] = ["circle", "square", "triangle", "diamond", "x", "star"];
const LINE: &str = "22225";

/// The area of a column.
pub(super) fn column(index: usize) -> Element {
    let colour = COLOURS[index % COLOURS.len()];
    let area = match HATCHES[index % HATCHES.len()] {
        None => fill(colour),
        Some((hatch, ink)) => Element::new("a:pattFill")
            .with("prst", hatch)
            .put(Element::new("a:fgClr").put(value("a:srgbClr", ink)))
            .put(Element::new("a:bgClr").put(value("a:srgbClr", colour))),
    };
    Element::new("c:spPr").put(area)
}

/// What joins the points of a line.
pub(super) fn joining(index: usize) -> Element {
    let joining = line(LINES[index % LINES.len()], LINE).with("cap", "rnd");
    let is_dashed = index % LINES.len() >= LINES.len() / 2;
    let joining = if is_dashed { joining.put(value("a:prstDash", "sysDash")) } else { joining };
    Element::new("c:spPr").put(joining)
}

/// Nothing between the points.
pub(super) fn not_joined() -> Element {
    Element::new("c:spPr").put(Element::new("a:ln").with("w", LINE).put(Element::new("a:noFill")))
}

/// The mark of a line's points.
pub(super) fn mark(index: usize) -> Element {
    let (symbol, colour) = (MARKS[index % MARKS.len()], LINES[index % LINES.len()]);
    let is_hollow = index / MARKS.len() % 2 == 1;
    // The last two are drawn by their lines.
    let edge =
        if is_hollow || matches!(symbol, "x" | "star") { line(colour, LINE) } else { line("FFFFFF", "9525") };
    let inside = if is_hollow { "FFFFFF" } else { colour };
    Element::new("c:marker")
        .put(value("c:symbol", symbol))
        .put(value("c:size", "7"))
        .put(Element::new("c:spPr").put(fill(inside)).put(edge))
}
