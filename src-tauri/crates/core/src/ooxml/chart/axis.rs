//! The axes of a chart (21.2.2.25, 21.2.2.226).

use super::model::{AxisSide, ValueAxis};
use super::text::{Direction, line, look, title};
use super::value::{number, value};
use crate::ooxml::xml::{Element, Node};
use rust_decimal::Decimal;

/// The ids of a pair of axes: that of the categories, that of the values.
pub(super) const fn ids(side: AxisSide) -> [&'static str; 2] {
    match side {
        AxisSide::Left => ["111111111", "222222222"],
        AxisSide::Right => ["333333333", "444444444"],
    }
}

const AXIS: &str = "A6A6A6";
const GRID: &str = "E3E3E3";
const HAIRLINE: &str = "6350";

/// The axis of the categories; that of the right side stands for nothing but its pair and is not seen.
pub(super) fn category_axis(side: AxisSide) -> Element {
    let [own, values] = ids(side);
    let deleted = if side == AxisSide::Left { "0" } else { "1" };
    start("c:catAx", own, deleted, "b")
        .put(number_format("General"))
        .put_all(ticks("low", AXIS))
        .put(value("c:crossAx", values))
        .put(value("c:crosses", "autoZero"))
        .put(value("c:auto", "0"))
        .put(value("c:lblAlgn", "ctr"))
        .put(value("c:lblOffset", "100"))
        .put(value("c:noMultiLvlLbl", "1"))
}

/// The grid of the values of the only axis.
pub(super) fn grid() -> Element {
    Element::new("c:majorGridlines").put(Element::new("c:spPr").put(line(GRID, HAIRLINE)))
}

/// The axis of the values.
pub(super) fn value_axis(axis: &ValueAxis, side: AxisSide, grid: Option<Element>, format: &str) -> Element {
    let [categories, own] = ids(side);
    let (at, crosses) = match side {
        AxisSide::Left => ("l", "autoZero"),
        AxisSide::Right => ("r", "max"),
    };
    let mut drawn = start("c:valAx", own, "0", at);
    let bound = |name: &str, at: Option<Decimal>| at.map(|at| value(name, &number(at)));
    let bounds = [bound("c:max", axis.most), bound("c:min", axis.least)].into_iter().flatten();
    drawn.child_or_first("c:scaling").children.extend(bounds.map(Node::Element));
    let named = axis.title.as_deref().filter(|title| !title.is_empty());
    drawn
        .put_all(grid)
        .put_all(named.map(|text| title(text, Direction::Upwards)))
        .put(number_format(&labelled(axis, format)))
        .put_all(ticks("nextTo", GRID))
        .put(value("c:crossAx", categories))
        .put(value("c:crosses", crosses))
        .put(value("c:crossBetween", "between"))
        .put_all(bound("c:majorUnit", axis.step))
}

/// The format of an axis' labels, those that are not shown as nothing (18.8.31).
fn labelled(axis: &ValueAxis, format: &str) -> String {
    let Some([first, last]) = axis.labelled else { return format.to_owned() };
    // Half a step to spare, since labels are counted up in binary.
    let half = axis.step.unwrap_or_default() / Decimal::TWO;
    format!("[<{}]\"\";[>{}]\"\";{format}", number(first - half), number(last + half))
}

pub(super) fn number_format(format: &str) -> Element {
    Element::new("c:numFmt").with("formatCode", code(format)).with("sourceLinked", "0")
}

/// A number format; none at all reads as Excel's own.
pub(super) fn code(format: &str) -> &str {
    if format.is_empty() { "General" } else { format }
}

fn start(name: &str, id: &str, deleted: &str, side: &str) -> Element {
    Element::new(name)
        .put(value("c:axId", id))
        .put(Element::new("c:scaling").put(value("c:orientation", "minMax")))
        .put(value("c:delete", deleted))
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
