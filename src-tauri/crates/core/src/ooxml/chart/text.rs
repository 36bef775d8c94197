//! How the text and the areas of a chart look.

use super::value::value;
use crate::ooxml::xml::Element;

const SIZE: &str = "1050"; // hundredths of a point: 五号
const COLOUR: &str = "404040";

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Direction {
    Level,
    Upwards,
}

/// 宋体 五号 for Chinese, Times New Roman for the rest (21.2.2.216).
pub(super) fn look(direction: Direction) -> Element {
    Element::new("c:txPr").put(body(direction)).put(Element::new("a:lstStyle")).put(
        Element::new("a:p")
            .put(Element::new("a:pPr").put(properties("a:defRPr")))
            .put(Element::new("a:endParaRPr").with("lang", "zh-CN")),
    )
}

/// A title (21.2.2.210).
pub(super) fn title(title: &str, direction: Direction) -> Element {
    let run = Element::new("a:r")
        .put(properties("a:rPr").with("lang", "zh-CN"))
        .put(Element::new("a:t").text(title));
    let paragraph = Element::new("a:p").put(Element::new("a:pPr").put(properties("a:defRPr"))).put(run);
    let rich = Element::new("c:rich").put(body(direction)).put(Element::new("a:lstStyle")).put(paragraph);
    Element::new("c:title").put(Element::new("c:tx").put(rich)).put(value("c:overlay", "0"))
}

/// An area of one colour without a border.
pub(super) fn shape(colour: &str) -> Element {
    Element::new("c:spPr").put(fill(colour)).put(Element::new("a:ln").put(Element::new("a:noFill")))
}

/// A line; `width` in EMU (12700 to the point).
pub(super) fn line(colour: &str, width: &str) -> Element {
    Element::new("a:ln").with("w", width).put(fill(colour))
}

pub(super) fn fill(colour: &str) -> Element {
    Element::new("a:solidFill").put(value("a:srgbClr", colour))
}

fn body(direction: Direction) -> Element {
    let body = Element::new("a:bodyPr");
    if direction == Direction::Upwards { body.with("rot", "-5400000").with("vert", "horz") } else { body }
}

fn properties(name: &str) -> Element {
    let font = |name: &str, face: &str| Element::new(name).with("typeface", face);
    Element::new(name)
        .with("sz", SIZE)
        .with("b", "0")
        .put(fill(COLOUR))
        .put(font("a:latin", "Times New Roman"))
        .put(font("a:ea", "宋体"))
        .put(font("a:cs", "Times New Roman"))
}
