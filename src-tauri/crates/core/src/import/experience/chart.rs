//! Native charts: ours again where their series is one of the tables.

use crate::edition::{Edition, MarketLabels};
use crate::form::rich_text::{Chart, ChartKind};
use crate::form::{Content, Product, Share, Text, Year};
use crate::import::words::{normal, year};
use crate::number::NumberCell;
use crate::ooxml;
use crate::ooxml::read::{DrawnChart, DrawnSeries};
use rust_decimal::Decimal;

/// The chart of the tables that a drawn one shows; none where one of its series is none of the tables'.
pub(super) fn chart(drawn: &DrawnChart, content: &Content, edition: &Edition) -> Option<Chart> {
    let kind = match drawn.kind? {
        ooxml::ChartKind::Column => ChartKind::Column,
        ooxml::ChartKind::Line => ChartKind::Line,
    };
    let average = &edition.experience.industry_average;
    let beside = drawn.series.iter().any(|series| is_compared(series, edition));
    let within = drawn.series.iter().any(|series| series.categories.contains(average));
    let own = drawn.series.iter().filter(|series| !is_compared(series, edition));
    let sources = sources(content, edition);
    let found = |series: &DrawnSeries| {
        sources.iter().find(|source| source.is(series)).map(|source| source.name.clone())
    };
    let series: Option<Vec<Text>> = own.map(|series| found(series).map(Text::from)).collect();
    let series = series.filter(|series| !series.is_empty())?;
    Some(Chart { id: "".into(), caption: "".into(), kind, series, compare: beside || within })
}

/// Whether a series is the industry's, beside our own.
fn is_compared(series: &DrawnSeries, edition: &Edition) -> bool {
    let labels = &edition.experience;
    let name = without_note(&series.name);
    name.ends_with(&labels.industry_average) || name.ends_with(&labels.industry_best)
}

/// Without what is said in brackets behind a name: its unit and axis.
fn without_note(name: &str) -> &str {
    name.strip_suffix('）').and_then(|inner| inner.rfind('（')).map_or(name, |begin| &name[..begin])
}

/// A series that the tables have.
struct Source {
    name: String,
    /// Its name in a chart.
    shown: String,
    values: Vec<(Year, Decimal)>,
}

impl Source {
    /// Whether a drawn series is this one: same years, same values, and the name where there is one.
    fn is(&self, series: &DrawnSeries) -> bool {
        let drawn = series
            .categories
            .iter()
            .zip(&series.values)
            .filter_map(|(category, value)| Some((year(category)?, number(value.as_deref()?)?)));
        let drawn: Vec<(Year, Decimal)> = drawn.collect();
        let named = normal(&series.name);
        let shown = normal(&self.shown);
        // A long name was shortened in its middle.
        let bare = normal(without_note(&series.name));
        let is_short = bare.contains('…') && bare.split('…').all(|part| shown.contains(part));
        let is_named = named.is_empty() || shown.contains(&named) || named.contains(&shown) || is_short;
        is_named && !drawn.is_empty() && drawn.iter().all(|point| self.values.contains(point))
    }
}

fn sources(content: &Content, edition: &Edition) -> Vec<Source> {
    let rows = content.benefits.iter();
    let rows =
        rows.map(|row| source(format!("benefits:{}", row.key), row.name.to_string(), row.values.iter()));
    let products = content.market.products.iter().enumerate();
    rows.chain(products.flat_map(|(at, product)| of_product(at, product, &edition.application.market)))
        .collect()
}

fn source<'a>(name: String, shown: String, values: impl Iterator<Item = (Year, &'a Text)>) -> Source {
    let values = values.filter_map(|(year, text)| Some((year, number(text)?))).collect();
    Source { name, shown, values }
}

fn of_product(at: usize, product: &Product, labels: &MarketLabels) -> [Source; 4] {
    let named = |what: &str| format!("{} {what}", product.name);
    let share = |key: &str, side: &str, text: fn(&Share) -> &Text| {
        let values = product.share.iter().map(|(year, share)| (year, text(share)));
        source(format!("share:{at}:{key}"), named(&format!("{side}{}", labels.share)), values)
    };
    [
        source(format!("satisfaction:{at}"), named(&labels.satisfaction), product.satisfaction.iter()),
        source(format!("loyalty:{at}"), named(&labels.loyalty), product.loyalty.iter()),
        share("domestic", &labels.domestic, |share| &share.domestic),
        share("international", &labels.international, |share| &share.international),
    ]
}

fn number(text: &str) -> Option<Decimal> {
    match NumberCell::read(text) {
        NumberCell::Number(number) => Some(number.normalize()),
        _ => text
            .trim()
            .parse::<f64>()
            .ok()
            .and_then(|value| Decimal::try_from(value).ok())
            .map(|value| value.normalize()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;
    use serde_json::json;

    #[test]
    fn a_chart_of_two_units_is_known_by_its_names_and_years() {
        let editions = Editions::built_in();
        let edition = editions.latest();
        let row = |key: &str, unit: &str, value: &str| {
            let values: serde_json::Map<_, _> =
                edition.years().iter().map(|year| (year.to_string(), json!(value))).collect();
            json!({ "key": key, "name": key, "unit": unit, "values": values, "industry_best": "99.6" })
        };
        let mut content = serde_json::to_value(Content::empty(edition)).unwrap();
        content["benefits"] = json!([row("合格率", "%", "98.5"), row("产值", "万元", "310")]);
        let content = Content::from_stored_value(&content).unwrap();
        let drawn = |name: &str, values: [Option<&str>; 3]| DrawnSeries {
            name: name.into(),
            categories: edition.years().iter().map(|year| format!("{year}年")).collect(),
            values: values.map(|value| value.map(str::to_owned)).into(),
        };
        let series = vec![
            drawn("合格率（%，左轴）", [Some("98.5"); 3]),
            drawn("合格率行业最佳（%，左轴）", [None, None, Some("99.6")]),
            drawn("产值（万元，右轴）", [Some("310"); 3]),
        ];
        let kind = Some(ooxml::ChartKind::Line);
        let found = chart(&DrawnChart { kind, series, ..DrawnChart::default() }, &content, edition).unwrap();
        assert_eq!(found.series, ["benefits:合格率", "benefits:产值"].map(Text::from));
        assert!(found.compare);
    }
}
