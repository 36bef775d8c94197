//! Native charts: a DrawingML chart part (21.2) over an embedded workbook.

mod axis;
mod data;
mod text;
mod workbook;

use rust_decimal::Decimal;

use super::picture::{Frame, inline};
use super::xml::Element;

pub(super) use workbook::workbook;

/// A chart in the line.
#[derive(Debug, Clone)]
pub struct Chart {
    /// Columns or lines.
    pub kind: ChartKind,
    /// Title inside the chart.
    pub title: Option<String>,
    /// Labels of the category axis.
    pub categories: Vec<String>,
    /// One set of columns or one line each.
    pub series: Vec<Series>,
    /// Title of the value axis, such as a unit.
    pub value_axis_title: Option<String>,
    /// Width in EMU (360000 to the centimetre).
    pub width_emu: u64,
    /// Height in EMU.
    pub height_emu: u64,
    /// Text for readers who cannot see it.
    pub alt: String,
}

/// The kinds of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// Upright columns side by side.
    Column,
    /// Lines with marks.
    Line,
}

/// One series of values.
#[derive(Debug, Clone)]
pub struct Series {
    /// Name in the legend.
    pub name: String,
    /// One value for each category; `None` leaves a gap.
    pub values: Vec<Option<Decimal>>,
    /// Excel number format of the values, such as `General`, `0.00` or `0.0%`.
    pub number_format: String,
}

const CATEGORY_AXIS: &str = "111111111";
const VALUE_AXIS: &str = "222222222";

impl Chart {
    /// The run with the drawing; `relationship` leads to the chart part.
    pub(super) fn run(&self, relationship: &str) -> Element {
        let kind = "http://schemas.openxmlformats.org/drawingml/2006/chart";
        let chart = Element::new("c:chart").with("r:id", relationship);
        let graphic = Element::new("a:graphicData").with("uri", kind).add(chart);
        let (width, height) = (self.width_emu.max(1), self.height_emu.max(1));
        inline(Frame { width, height, name: "图表", alt: &self.alt }, graphic)
    }

    /// The chart part; `relationship` leads from it to the workbook.
    pub(super) fn part(&self, relationship: &str) -> Element {
        Element::new("c:chartSpace")
            .add(value("c:date1904", "0"))
            .add(value("c:lang", "zh-CN"))
            .add(value("c:roundedCorners", "0"))
            .add(self.chart())
            .add(text::shape("FFFFFF"))
            .add(text::look())
            .add(Element::new("c:externalData").with("r:id", relationship).add(value("c:autoUpdate", "0")))
    }

    fn chart(&self) -> Element {
        let title = self.title.as_deref().filter(|title| !title.is_empty());
        let untitled = if title.is_some() { "0" } else { "1" };
        let legend = Element::new("c:legend").add(value("c:legendPos", "b")).add(value("c:overlay", "0"));
        Element::new("c:chart")
            .add_all(title.map(|title| text::title(title, text::Direction::Level)))
            .add(value("c:autoTitleDeleted", untitled))
            .add(self.plot_area())
            .add(legend)
            .add(value("c:plotVisOnly", "1"))
            .add(value("c:dispBlanksAs", "gap"))
    }

    fn plot_area(&self) -> Element {
        let axes = [value("c:axId", CATEGORY_AXIS), value("c:axId", VALUE_AXIS)];
        let series = (0..self.series.len()).map(|index| self.series(index));
        let plot = match self.kind {
            ChartKind::Column => Element::new("c:barChart")
                .add(value("c:barDir", "col"))
                .add(value("c:grouping", "clustered"))
                .add(value("c:varyColors", "0"))
                .add_all(series)
                .add(value("c:gapWidth", "80"))
                .add(value("c:overlap", "-10")),
            ChartKind::Line => Element::new("c:lineChart")
                .add(value("c:grouping", "standard"))
                .add(value("c:varyColors", "0"))
                .add_all(series)
                .add(value("c:marker", "1")),
        };
        Element::new("c:plotArea")
            .add(Element::new("c:layout"))
            .add(plot.add_all(axes))
            .add(axis::category_axis())
            .add(self.value_axis())
    }

    fn value_axis(&self) -> Element {
        let format = self.series.first().map_or("General", |series| &series.number_format);
        let title = self.value_axis_title.as_deref().filter(|title| !title.is_empty());
        axis::value_axis(title, format)
    }
}

fn value(name: &str, value: &str) -> Element {
    Element::new(name).with("val", value)
}

#[cfg(test)]
mod tests;
