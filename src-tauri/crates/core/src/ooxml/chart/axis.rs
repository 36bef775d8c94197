//! The axes of a chart (21.2.2.25, 21.2.2.226).

use super::text::{Direction, line, look, title};
use super::value::{number, value};
use crate::ooxml::xml::{Element, Node};
use rust_decimal::Decimal;

pub(super) const CATEGORY_AXIS: &str = "111111111";
pub(super) const VALUE_AXIS: &str = "222222222";

const AXIS: &str = "A6A6A6";
const GRID: &str = "E3E3E3";
const HAIRLINE: &str = "6350";

pub(super) fn category_axis() -> Element {
    start("c:catAx", CATEGORY_AXIS, "b")
        .put(number_format("General"))
        .put_all(ticks("low", AXIS))
        .put(value("c:crossAx", VALUE_AXIS))
        .put(value("c:crosses", "autoZero"))
        .put(value("c:auto", "0"))
        .put(value("c:lblAlgn", "ctr"))
        .put(value("c:lblOffset", "100"))
        .put(value("c:noMultiLvlLbl", "1"))
}

pub(super) fn value_axis(caption: Option<&str>, format: &str, ends: [Option<Decimal>; 2]) -> Element {
    let grid = Element::new("c:majorGridlines").put(Element::new("c:spPr").put(line(GRID, HAIRLINE)));
    let mut axis = start("c:valAx", VALUE_AXIS, "l");
    let [least, most] = ends;
    let bound = |name: &str, at: Option<Decimal>| at.map(|at| value(name, &number(at)));
    let bounds = [bound("c:max", most), bound("c:min", least)].into_iter().flatten();
    axis.child_or_first("c:scaling").children.extend(bounds.map(Node::Element));
    axis.put(grid)
        .put_all(caption.map(|caption| title(caption, Direction::Upwards)))
        .put(number_format(format))
        .put_all(ticks("nextTo", GRID))
        .put(value("c:crossAx", CATEGORY_AXIS))
        .put(value("c:crosses", "autoZero"))
        .put(value("c:crossBetween", "between"))
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
        .put(value("c:axId", id))
        .put(Element::new("c:scaling").put(value("c:orientation", "minMax")))
        .put(value("c:delete", "0"))
        .put(value("c:axPos", side))
}

fn ticks(labels: &str, colour: &str) -> [Element; 5] {
    [
        value("c:majorTickMark", "none"),
        value("c:minorTickMark", "none"),
        value("c:tickLblPos", labels),
        Element::new("c:spPr").put(line(colour, HAIRLINE)),
        look(Direction::Level),
    ]
}
