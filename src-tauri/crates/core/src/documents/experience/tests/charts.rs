//! Charts of the three-year tables, read back.

use crate::documents::read_back::{all, body, content, made, part};
use crate::documents::{Stage, experience};
use crate::form::Content;
use crate::ooxml::Parts;
use crate::ooxml::xml::Element;
use serde_json::json;

/// The chart of these series, of a content with figures for two rows of the benefits and a product.
fn chart(kind: &str, series: &[&str]) -> Element {
    part(&below(0, kind, series), "word/charts/chart1.xml")
}

/// The document with the chart below so many lines of text.
fn below(lines: usize, kind: &str, series: &[&str]) -> Parts {
    let attrs = json!({ "id": "c1", "caption": "图", "kind": kind, "series": series, "compare": true });
    let line = json!({ "type": "paragraph", "content": [{ "type": "text", "text": "行" }] });
    let mut blocks = vec![line; lines];
    blocks.push(json!({ "type": "chart", "attrs": attrs }));
    let figures = |name: &str, unit: &str, values: [&str; 3], average: &str| {
        json!({ "key": name, "name": name, "unit": unit, "industry_average": average,
                "values": { "2023": values[0], "2024": values[1], "2025": values[2] } })
    };
    let share = json!({ "2023": { "domestic": "6", "international": "1" } });
    let content: Content = content(vec![
        ("experience.overview", json!({ "type": "doc", "content": blocks })),
        (
            "benefits",
            json!([
                figures("效率", "%", ["76.2", "79.45", "83"], "74"),
                figures("合格率", "%", ["98.9", "99.2", "99.5"], ""),
                figures("产值", "万元", ["310", "335", "362"], ""),
            ]),
        ),
        ("market.products", json!([{ "name": "水表", "share": share }])),
    ]);
    made(experience, &content, &[], Stage::Final)
}

/// The parts of its height that a chart has at the places on a page where it would not stand whole.
fn flatter(series: &[&str]) -> Vec<f64> {
    let high = |lines| {
        let body = body(&below(lines, "column", series));
        all(&body, "wp:extent")[0].attribute("cy").unwrap().parse::<f64>().unwrap()
    };
    let whole = high(0);
    (1..36).map(|lines| high(lines) / whole).filter(|part| *part < 1.0).collect()
}

#[test]
fn a_chart_is_flatter_rather_than_leave_a_quarter_of_a_page_empty() {
    let parts = flatter(&["benefits:效率"]);
    // At each line from where it would stand whole to the last quarter.
    assert!(parts.len() == 5 && parts.iter().all(|part| *part > 0.58), "{parts:?}");
    // What two axes measure would have no room.
    let parts = flatter(&["benefits:效率", "benefits:产值"]);
    assert!(!parts.is_empty() && parts.iter().all(|part| *part >= 0.85), "{parts:?}");
}

/// The titles beside the axes.
fn axis_titles(chart: &Element) -> Vec<String> {
    let axes = all(chart, "c:valAx").into_iter().flat_map(|axis| all(axis, "c:title"));
    axes.map(Element::all_text).collect()
}

#[test]
fn the_axis_tells_what_it_measures_in() {
    assert_eq!(axis_titles(&chart("column", &["benefits:效率", "benefits:合格率"])), ["%"]);
    assert_eq!(axis_titles(&chart("line", &["share:0:domestic"])), ["国内市场占有率（%）"]);
    assert!(axis_titles(&chart("column", &["benefits:效率", "benefits:产值", "satisfaction:0"])).is_empty());
}

#[test]
fn two_units_have_two_axes_and_say_which_is_whose() {
    let both = chart("column", &["benefits:效率", "benefits:产值"]);
    assert_eq!(axis_titles(&both), ["%（纵轴从69起）", "万元（纵轴从300起）"]);
    let names: Vec<String> = series(&both).into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["效率（%，左轴）", "产值（万元，右轴）"]);
    let plotted = |name| all(&both, name).into_iter().flat_map(|plot| all(plot, "c:ser")).count();
    assert_eq!([plotted("c:barChart"), plotted("c:lineChart")], [1, 1]);
    // Lines beside lines: the industry's points too are at the axis of their own.
    let lines = chart("line", &["benefits:产值", "benefits:效率"]);
    let names: Vec<String> = series(&lines).into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["产值（万元，左轴）", "效率（%，右轴）", "效率行业平均（%，右轴）"]);
}

/// Name, format and points of a series.
type Series = (String, String, Vec<(String, String)>);

fn series(chart: &Element) -> Vec<Series> {
    let one = |series: &Element| {
        let values = series.child("c:val").unwrap();
        let point = |point: &Element| (point.attribute("idx").unwrap().to_owned(), point.all_text());
        let points = all(values, "c:pt").into_iter().map(point).collect();
        let name = all(series.child("c:tx").unwrap(), "c:v")[0].all_text();
        (name, all(values, "c:formatCode")[0].all_text(), points)
    };
    all(chart, "c:ser").into_iter().map(one).collect()
}

#[test]
fn in_a_line_chart_the_average_is_a_point_of_its_own_in_the_last_year() {
    let point = |at: &str, value: &str| (at.to_owned(), value.to_owned());
    let own = vec![point("0", "76.2"), point("1", "79.45"), point("2", "83")];
    let expected =
        [("效率".into(), "0.00".into(), own), ("效率行业平均".into(), "0".into(), vec![point("2", "74")])];
    assert_eq!(series(&chart("line", &["benefits:效率"])), expected);
}

#[test]
fn shares_are_named_by_what_they_are_of() {
    let names = |sources: &[&str]| -> Vec<String> {
        series(&chart("column", sources)).into_iter().map(|(name, ..)| name).collect()
    };
    assert_eq!(
        names(&["share:0:domestic", "share:0:international"]),
        ["水表 国内市场占有率", "水表 国际市场占有率"]
    );
    // What all measure stands beside the axis.
    assert_eq!(names(&["share:0:international"]), ["水表"]);
}
