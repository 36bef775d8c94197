//! The series of a chart with their cached values (21.2.2.170, 21.2.2.174).

use rust_decimal::Decimal;

use super::axis::{code, number_format};
use super::model::{Chart, ChartKind, Series};
use super::sides::{Side, sides};
use super::text::{fill, line, look};
use super::value::value;
use crate::ooxml::xml::Element;

/// Calm and told apart in grey print as well.
const COLOURS: [&str; 6] = ["4F81BD", "E0A458", "7A9E7E", "9A7AA0", "B85C5C", "7F8C9A"];
const LINE: &str = "22225";

impl Chart {
    pub(super) fn series(&self, index: usize) -> Element {
        let series = &self.series[index];
        let colour = COLOURS[index % COLOURS.len()];
        let named = strings(&self.cells(index + 1, 0..1), [series.name.as_str()].into_iter());
        let start = Element::new("c:ser")
            .put(value("c:idx", &index.to_string()))
            .put(value("c:order", &index.to_string()))
            .put(Element::new("c:tx").put(named));
        let drawn = match self.kind {
            ChartKind::Column => start
                .put(Element::new("c:spPr").put(fill(colour)))
                .put(value("c:invertIfNegative", "0"))
                .put(labels(series, "outEnd", [])),
            ChartKind::Line => start
                .put(Element::new("c:spPr").put(line(colour, LINE).with("cap", "rnd")))
                .put(marker(colour))
                .put(labels(series, "t", self.moved(index))),
        };
        let drawn = drawn.put(self.categories()).put(self.values(index));
        if self.kind == ChartKind::Line { drawn.put(value("c:smooth", "0")) } else { drawn }
    }

    /// The points whose values do not stand above them.
    fn moved(&self, index: usize) -> impl Iterator<Item = Element> {
        let series = &self.series[index];
        (0..self.categories.len()).filter_map(move |at| {
            let place = match sides(&self.series, at)[index] {
                Side::Above => return None,
                Side::Below => "b",
                Side::Right => "r",
            };
            Some(label(Element::new("c:dLbl").put(value("c:idx", &at.to_string())), series, place))
        })
    }

    fn categories(&self) -> Element {
        let formula = self.cells(0, 1..self.rows());
        Element::new("c:cat").put(strings(&formula, self.categories.iter().map(String::as_str)))
    }

    fn values(&self, index: usize) -> Element {
        let series = &self.series[index];
        let points = series.values.iter().take(self.categories.len()).enumerate();
        let cache = Element::new("c:numCache")
            .put(Element::new("c:formatCode").text(code(&series.number_format)))
            .put(value("c:ptCount", &self.categories.len().to_string()))
            .put_all(points.filter_map(|(at, v)| v.map(|v| point(at, &number(v)))));
        let formula = Element::new("c:f").text(self.cells(index + 1, 1..self.rows()));
        Element::new("c:val").put(Element::new("c:numRef").put(formula).put(cache))
    }

    /// Rows of the sheet, the header row included; a range has at least one row.
    fn rows(&self) -> usize {
        self.categories.len().max(1) + 1
    }

    /// The formula for cells of one column of the workbook's sheet, both counted from 0.
    fn cells(&self, column: usize, rows: std::ops::Range<usize>) -> String {
        let column = rust_xlsxwriter::utility::column_number_to_name(column as u16);
        let cell = |row: usize| format!("${column}${row}");
        if rows.len() == 1 {
            return format!("Sheet1!{}", cell(rows.end));
        }
        format!("Sheet1!{}:{}", cell(rows.start + 1), cell(rows.end))
    }
}

/// A number as the cache holds it: plain digits, no exponent.
pub(super) fn number(value: Decimal) -> String {
    value.normalize().to_string()
}

fn strings<'a>(formula: &str, texts: impl Iterator<Item = &'a str>) -> Element {
    let points: Vec<Element> = texts.enumerate().map(|(at, text)| point(at, text)).collect();
    let cache = Element::new("c:strCache").put(value("c:ptCount", &points.len().to_string())).put_all(points);
    Element::new("c:strRef").put(Element::new("c:f").text(formula)).put(cache)
}

fn point(at: usize, text: &str) -> Element {
    Element::new("c:pt").with("idx", at.to_string()).put(Element::new("c:v").text(text))
}

fn marker(colour: &str) -> Element {
    Element::new("c:marker")
        .put(value("c:symbol", "circle"))
        .put(value("c:size", "6"))
        .put(Element::new("c:spPr").put(fill(colour)).put(line("FFFFFF", "9525")))
}

fn labels(series: &Series, place: &str, moved: impl IntoIterator<Item = Element>) -> Element {
    label(Element::new("c:dLbls").put_all(moved), series, place)
}

/// How values look and where they stand (Group_DLbl).
fn label(start: Element, series: &Series, place: &str) -> Element {
    let off = ["c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize"];
    let bare = Element::new("c:spPr")
        .put(Element::new("a:noFill"))
        .put(Element::new("a:ln").put(Element::new("a:noFill")));
    start
        .put(number_format(&series.number_format))
        .put(bare)
        .put(look())
        .put(value("c:dLblPos", place))
        .put(value("c:showLegendKey", "0"))
        .put(value("c:showVal", "1"))
        .put_all(off.map(|name| value(name, "0")))
}
