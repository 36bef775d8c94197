//! The drawing in the line and the part it leads to (21.2.2.29).

use super::axis::{CATEGORY_AXIS, VALUE_AXIS, category_axis, value_axis};
use super::model::{Chart, ChartKind};
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
        let axes = [value("c:axId", CATEGORY_AXIS), value("c:axId", VALUE_AXIS)];
        let series = (0..self.series.len()).map(|index| self.series(index));
        let plot = match self.kind {
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
        Element::new("c:plotArea")
            .put(Element::new("c:layout"))
            .put(plot.put_all(axes))
            .put(category_axis())
            .put(self.value_axis())
    }

    fn value_axis(&self) -> Element {
        let format = self.series.first().map_or("General", |series| &series.number_format);
        let title = self.value_axis_title.as_deref().filter(|title| !title.is_empty());
        value_axis(title, format, [self.least, self.most])
    }
}
