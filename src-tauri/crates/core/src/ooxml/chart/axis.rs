//! The axes of a chart (21.2.2.25, 21.2.2.226).

use super::super::xml::Element;
use super::text::{Direction, line, look, title};
use super::{CATEGORY_AXIS, VALUE_AXIS, value};

const AXIS: &str = "A6A6A6";
const GRID: &str = "E3E3E3";
const HAIRLINE: &str = "6350";

pub(super) fn category_axis() -> Element {
    start("c:catAx", CATEGORY_AXIS, "b")
        .add(number_format("General"))
        .add_all(ticks("low", AXIS))
        .add(value("c:crossAx", VALUE_AXIS))
        .add(value("c:crosses", "autoZero"))
        .add(value("c:auto", "0"))
        .add(value("c:lblAlgn", "ctr"))
        .add(value("c:lblOffset", "100"))
        .add(value("c:noMultiLvlLbl", "1"))
}

pub(super) fn value_axis(caption: Option<&str>, format: &str) -> Element {
    let grid = Element::new("c:majorGridlines").add(Element::new("c:spPr").add(line(GRID, HAIRLINE)));
    start("c:valAx", VALUE_AXIS, "l")
        .add(grid)
        .add_all(caption.map(|caption| title(caption, Direction::Upwards)))
        .add(number_format(format))
        .add_all(ticks("nextTo", GRID))
        .add(value("c:crossAx", CATEGORY_AXIS))
        .add(value("c:crosses", "autoZero"))
        .add(value("c:crossBetween", "between"))
}

pub(super) fn number_format(format: &str) -> Element {
    Element::new("c:numFmt").with("formatCode", code(format)).with("sourceLinked", "0")
}

/// A number format; none at all reads as Excel's own.
pub(super) fn code(format: &str) -> &str {
    if format.is_empty() { "General" } else { format }
}

fn start(name: &str, id: &str, side: &str) -> Element {
    Element::new(name)
        .add(value("c:axId", id))
        .add(Element::new("c:scaling").add(value("c:orientation", "minMax")))
        .add(value("c:delete", "0"))
        .add(value("c:axPos", side))
}

fn ticks(labels: &str, colour: &str) -> [Element; 5] {
    [
        value("c:majorTickMark", "none"),
        value("c:minorTickMark", "none"),
        value("c:tickLblPos", labels),
        Element::new("c:spPr").add(line(colour, HAIRLINE)),
        look(),
    ]
}
