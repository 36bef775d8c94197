//! The series of a chart with their cached values (21.2.2.170, 21.2.2.174).

use rust_decimal::Decimal;

use super::axis::{code, number_format};
use super::look;
use super::model::{AxisSide, Chart, ChartKind, Joined, Series};
use super::sides::{Side, sides};
use super::text::{self, Direction};
use super::value::{number, value};
use crate::ooxml::xml::Element;

impl Chart {
    pub(super) fn series(&self, index: usize, kind: ChartKind) -> Element {
        let series = &self.series[index];
        let named = strings(&self.cells(index + 1, 0..1), [series.name.as_str()].into_iter());
        let start = Element::new("c:ser")
            .put(value("c:idx", &index.to_string()))
            .put(value("c:order", &index.to_string()))
            .put(Element::new("c:tx").put(named));
        let joining = || match series.joined {
            Joined::ByLine => look::joining(index),
            Joined::Not => look::not_joined(),
        };
        let drawn = match kind {
            ChartKind::Column => start
                .put(look::column(index))
                .put(value("c:invertIfNegative", "0"))
                .put(labels(series, "outEnd", self.label_direction(), [])),
            ChartKind::Line => start.put(joining()).put(look::mark(index)).put(labels(
                series,
                "t",
                Direction::Level,
                self.moved(index),
            )),
        };
        let drawn = drawn.put(self.categories()).put(self.values(index));
        if kind == ChartKind::Line { drawn.put(value("c:smooth", "0")) } else { drawn }
    }

    /// The points whose values do not stand above them.
    fn moved(&self, index: usize) -> impl Iterator<Item = Element> {
        let series = &self.series[index];
        (0..self.categories.len()).filter_map(move |at| {
            let start = Element::new("c:dLbl").put(value("c:idx", &at.to_string()));
            let place = match sides(self, at)[index] {
                Side::Above => return None,
                Side::Nowhere => return Some(start.put(value("c:delete", "1"))),
                Side::Below => "b",
                Side::Right => "r",
                Side::Left => "l",
            };
            Some(label(start, series, place, Direction::Level))
        })
    }

    /// Values that would cover each other above narrow columns stand upright.
    fn label_direction(&self) -> Direction {
        if self.upright_labels().is_some() { Direction::Upwards } else { Direction::Level }
    }

    /// The height in points of the values above columns too narrow for them; none where they lie.
    pub fn upright_labels(&self) -> Option<f64> {
        let columns = self.on(AxisSide::Left);
        // As part.rs has the columns: a gap of a tenth between them, of four fifths between categories.
        let count = self.categories.len() as f64 * (1.1 * columns.clone().count() as f64 + 0.7);
        let room = self.plot_width() / count.max(1.0) * 1.1;
        let wide = self.label_width(columns);
        (self.kind == ChartKind::Column && wide > room).then_some(wide)
    }

    /// Whether values to the right and to the left of their points end before those of the next category.
    pub(super) fn has_room_beside(&self) -> bool {
        /// From the point to its value, twice.
        const GAP: f64 = 16.0;
        let room = self.plot_width() / self.categories.len().max(1) as f64;
        2.0 * self.label_width(0..self.series.len()) + GAP <= room
    }

    /// The part of the drawing's width that the categories share, in points.
    fn plot_width(&self) -> f64 {
        self.width_emu as f64 / 12_700.0 * 0.85
    }

    /// The width of the longest value of these series in points.
    fn label_width(&self, series: impl Iterator<Item = usize>) -> f64 {
        const DIGIT: f64 = 5.4;
        let values = series.map(|index| &self.series[index]).flat_map(|series| {
            series.values.iter().flatten().map(move |value| shown(series, *value).chars().count())
        });
        values.max().unwrap_or(0) as f64 * DIGIT + 3.0
    }

    /// The series measured by an axis.
    pub(super) fn on(&self, axis: AxisSide) -> impl Iterator<Item = usize> + Clone {
        (0..self.series.len()).filter(move |index| self.series[*index].axis == axis)
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

/// A value as its label shows it.
fn shown(series: &Series, value: Decimal) -> String {
    let places = series.number_format.split_once('.').map_or(0, |(_, places)| places.len());
    value.round_dp(places as u32).to_string()
}

fn strings<'a>(formula: &str, texts: impl Iterator<Item = &'a str>) -> Element {
    let points: Vec<Element> = texts.enumerate().map(|(at, text)| point(at, text)).collect();
    let cache = Element::new("c:strCache").put(value("c:ptCount", &points.len().to_string())).put_all(points);
    Element::new("c:strRef").put(Element::new("c:f").text(formula)).put(cache)
}

fn point(at: usize, text: &str) -> Element {
    Element::new("c:pt").with("idx", at.to_string()).put(Element::new("c:v").text(text))
}

fn labels(
    series: &Series,
    place: &str,
    direction: Direction,
    moved: impl IntoIterator<Item = Element>,
) -> Element {
    label(Element::new("c:dLbls").put_all(moved), series, place, direction)
}

/// How values look and where they stand (Group_DLbl).
fn label(start: Element, series: &Series, place: &str, direction: Direction) -> Element {
    let off = ["c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize"];
    let bare = Element::new("c:spPr")
        .put(Element::new("a:noFill"))
        .put(Element::new("a:ln").put(Element::new("a:noFill")));
    start
        .put(number_format(&series.number_format))
        .put(bare)
        .put(text::look(direction))
        .put(value("c:dLblPos", place))
        .put(value("c:showLegendKey", "0"))
        .put(value("c:showVal", "1"))
        .put_all(off.map(|name| value(name, "0")))
}
