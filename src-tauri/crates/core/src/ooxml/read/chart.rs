//! Native charts (21.2): what they draw.

use super::styles::value;
use crate::ooxml::ChartKind;
use crate::ooxml::xml::Element;

/// A chart in a document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DrawnChart {
    /// Columns, with lines beside them or not, or lines; none for another kind.
    pub kind: Option<ChartKind>,
    /// Its title inside the drawing.
    pub title: String,
    /// What it draws.
    pub series: Vec<DrawnSeries>,
    /// How many series more it has.
    pub left_out: usize,
}

/// A series of a chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DrawnSeries {
    /// Its name in the legend.
    pub name: String,
    /// The labels of the category axis.
    pub categories: Vec<String>,
    /// Its values, as stored, by category.
    pub values: Vec<Option<String>>,
}

/// More series than these are drawn from no table of an application.
const MOST_SERIES: usize = 50;
/// More points than these are no series of three years.
const MOST_POINTS: usize = 1_000;

impl DrawnChart {
    /// Reads a chart part.
    pub(super) fn read(part: &Element) -> DrawnChart {
        let mut chart = DrawnChart::default();
        let mut kinds = Vec::new();
        part.visit(&mut |element| match element.name.as_str() {
            "c:barChart" if value(element, "c:barDir") != Some("bar") => kinds.push(Some(ChartKind::Column)),
            "c:lineChart" => kinds.push(Some(ChartKind::Line)),
            name if name.starts_with("c:") && name.ends_with("Chart") => kinds.push(None),
            "c:ser" if chart.series.len() >= MOST_SERIES => chart.left_out += 1,
            "c:ser" => chart.series.push(series(element)),
            _ => {}
        });
        chart.kind = joined(&kinds);
        chart.title =
            part.child("c:chart").and_then(|chart| chart.child("c:title")).map_or_else(String::new, words);
        chart
    }

    /// Its words and figures in one line, for the user to copy.
    pub fn in_words(&self) -> String {
        let one = |series: &DrawnSeries| {
            let points = series.values.iter().enumerate().filter_map(|(at, value)| {
                let category = series.categories.get(at).map_or("", String::as_str);
                value.as_ref().map(|value| format!("{category} {value}").trim().to_owned())
            });
            let points = points.collect::<Vec<_>>().join("，");
            format!("{}：{points}", series.name)
        };
        let title = Some(self.title.clone()).filter(|title| !title.is_empty());
        let more = Some(format!("另有{}个系列没有读", self.left_out)).filter(|_| self.left_out > 0);
        title.into_iter().chain(self.series.iter().map(one)).chain(more).collect::<Vec<_>>().join("；")
    }
}

/// Columns with lines at a second axis are a chart of columns.
fn joined(kinds: &[Option<ChartKind>]) -> Option<ChartKind> {
    let kinds: Option<Vec<ChartKind>> = kinds.iter().copied().collect();
    let kinds = kinds.filter(|kinds| kinds.len() <= 2)?;
    kinds.iter().copied().find(|kind| *kind == ChartKind::Column).or(kinds.first().copied())
}

fn series(element: &Element) -> DrawnSeries {
    let texts = |name: &str| element.child(name).map(points).unwrap_or_default();
    DrawnSeries {
        name: texts("c:tx").into_iter().flatten().next().unwrap_or_default(),
        categories: texts("c:cat").into_iter().map(Option::unwrap_or_default).collect(),
        values: texts("c:val"),
    }
}

/// What stands at each place of a series' data.
fn points(data: &Element) -> Vec<Option<String>> {
    let mut points = Vec::new();
    data.visit(&mut |point| {
        let at = point.attribute("idx").and_then(|at| at.parse::<usize>().ok());
        if let ("c:pt", Some(at @ 0..MOST_POINTS)) = (point.name.as_str(), at) {
            points.resize(points.len().max(at + 1), None);
            points[at] = point.child("c:v").map(Element::all_text);
        }
    });
    points
}

fn words(title: &Element) -> String {
    let mut text = String::new();
    title.visit(&mut |element| {
        if element.name == "a:t" {
            text.push_str(&element.all_text());
        }
    });
    text
}
