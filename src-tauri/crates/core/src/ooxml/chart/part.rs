//! The drawing in the line and the part it leads to (21.2.2.29).

use super::axis::{category_axis, grid, ids, value_axis};
use super::model::{AxisSide, Chart, ChartKind, ValueAxis};
use super::text::{self, Direction};
use super::value::value;
use crate::ooxml::picture::{Frame, inline};
use crate::ooxml::xml::Element;

impl Chart {
    /// The run with the drawing; `relationship` leads to the chart part.
    pub(in crate::ooxml) fn run(&self, relationship: &str) -> Element {
        let kind = "http://schemas.openxmlformats.org/drawingml/2006/chart";
        let chart = Element::new("c:chart").with("r:id", relationship);
        let graphic = Element::new("a:graphicData").with("uri", kind).put(chart);
        let (width, height) = (self.width_emu.max(1), self.height_emu.max(1));
        inline(Frame { width, height, name: "图表", alt: &self.alt }, graphic)
    }

    /// The chart part; `relationship` leads from it to the workbook.
    pub(in crate::ooxml) fn part(&self, relationship: &str) -> Element {
        Element::new("c:chartSpace")
            .put(value("c:date1904", "0"))
            .put(value("c:lang", "zh-CN"))
            .put(value("c:roundedCorners", "0"))
            .put(self.chart())
            .put(text::shape("FFFFFF"))
            .put(text::look(Direction::Level))
            .put(Element::new("c:externalData").with("r:id", relationship).put(value("c:autoUpdate", "0")))
    }

    fn chart(&self) -> Element {
        let title = self.title.as_deref().filter(|title| !title.is_empty());
        let untitled = if title.is_some() { "0" } else { "1" };
        let legend = Element::new("c:legend").put(value("c:legendPos", "b")).put(value("c:overlay", "0"));
        Element::new("c:chart")
            .put_all(title.map(|title| text::title(title, Direction::Level)))
            .put(value("c:autoTitleDeleted", untitled))
            .put(self.plot_area())
            .put(legend)
            .put(value("c:plotVisOnly", "1"))
            .put(value("c:dispBlanksAs", "gap"))
    }

    fn plot_area(&self) -> Element {
        let pair = |side, axis: &ValueAxis| [category_axis(side), self.value_axis(side, axis)];
        let right = self.right.iter();
        Element::new("c:plotArea")
            .put(Element::new("c:layout"))
            .put(self.plot(self.kind, AxisSide::Left))
            .put_all(right.clone().map(|_| self.plot(ChartKind::Line, AxisSide::Right)))
            .put_all(pair(AxisSide::Left, &self.left))
            .put_all(right.flat_map(|axis| pair(AxisSide::Right, axis)))
    }

    /// The series measured by one of the axes.
    fn plot(&self, kind: ChartKind, side: AxisSide) -> Element {
        let series = self.on(side).map(|index| self.series(index, kind));
        let plot = match kind {
            ChartKind::Column => Element::new("c:barChart")
                .put(value("c:barDir", "col"))
                .put(value("c:grouping", "clustered"))
                .put(value("c:varyColors", "0"))
                .put_all(series)
                .put(value("c:gapWidth", "80"))
                .put(value("c:overlap", "-10")),
            ChartKind::Line => Element::new("c:lineChart")
                .put(value("c:grouping", "standard"))
                .put(value("c:varyColors", "0"))
                .put_all(series)
                .put(value("c:marker", "1")),
        };
        plot.put_all(ids(side).map(|id| value("c:axId", id)))
    }

    /// Its labels have as many decimals as its beginning and its steps need.
    fn value_axis(&self, side: AxisSide, axis: &ValueAxis) -> Element {
        let places = [axis.step, axis.step.and(axis.least)];
        let places = places.into_iter().flatten().map(|end| end.normalize().scale()).max();
        // Beside another axis its grid would be that of one of them only.
        let grid = self.right.is_none().then(grid);
        value_axis(axis, side, grid, &places.map_or_else(|| "General".to_owned(), decimals))
    }
}

/// The number format with so many decimals.
fn decimals(places: u32) -> String {
    if places == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(places.min(6) as usize)) }
}
