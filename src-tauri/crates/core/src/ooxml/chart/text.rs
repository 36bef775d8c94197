//! How the text and the areas of a chart look.

use super::super::xml::Element;
use super::value;

const SIZE: &str = "1050"; // hundredths of a point: 五号
const COLOUR: &str = "404040";

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Direction {
    Level,
    Upwards,
}

/// 宋体 五号 for Chinese, Times New Roman for the rest (21.2.2.216).
pub(super) fn look() -> Element {
    Element::new("c:txPr").add(body(Direction::Level)).add(Element::new("a:lstStyle")).add(
        Element::new("a:p")
            .add(Element::new("a:pPr").add(properties("a:defRPr")))
            .add(Element::new("a:endParaRPr").with("lang", "zh-CN")),
    )
}

/// A title (21.2.2.210).
pub(super) fn title(title: &str, direction: Direction) -> Element {
    let run = Element::new("a:r")
        .add(properties("a:rPr").with("lang", "zh-CN"))
        .add(Element::new("a:t").text(title));
    let paragraph = Element::new("a:p").add(Element::new("a:pPr").add(properties("a:defRPr"))).add(run);
    let rich = Element::new("c:rich").add(body(direction)).add(Element::new("a:lstStyle")).add(paragraph);
    Element::new("c:title").add(Element::new("c:tx").add(rich)).add(value("c:overlay", "0"))
}

/// An area of one colour without a border.
pub(super) fn shape(colour: &str) -> Element {
    Element::new("c:spPr").add(fill(colour)).add(Element::new("a:ln").add(Element::new("a:noFill")))
}

/// A line; `width` in EMU (12700 to the point).
pub(super) fn line(colour: &str, width: &str) -> Element {
    Element::new("a:ln").with("w", width).add(fill(colour))
}

pub(super) fn fill(colour: &str) -> Element {
    Element::new("a:solidFill").add(value("a:srgbClr", colour))
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
        .add(fill(COLOUR))
        .add(font("a:latin", "Times New Roman"))
        .add(font("a:ea", "宋体"))
        .add(font("a:cs", "Times New Roman"))
}
