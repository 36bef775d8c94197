//! Native charts: ours again where their series is one of the tables.

use crate::edition::Edition;
use crate::form::rich_text::{Chart, ChartKind};
use crate::form::{Content, Text, Year};
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
    let labels = &edition.experience;
    let is_compared = |series: &DrawnSeries| {
        series.name.ends_with(&labels.industry_average) || series.name.ends_with(&labels.industry_best)
    };
    let beside = drawn.series.iter().any(is_compared);
    let within = drawn.series.iter().any(|series| series.categories.contains(&labels.industry_average));
    let own = drawn.series.iter().filter(|series| !is_compared(series));
    let sources = sources(content, edition);
    let found = |series: &DrawnSeries| {
        sources.iter().find(|source| source.is(series)).map(|source| source.name.clone())
    };
    let series: Option<Vec<Text>> = own.map(|series| found(series).map(Text::from)).collect();
    let series = series.filter(|series| !series.is_empty())?;
    Some(Chart { id: "".into(), caption: "".into(), kind, series, compare: beside || within })
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
        let is_named =
            named.is_empty() || normal(&self.shown).contains(&named) || named.contains(&normal(&self.shown));
        is_named && !drawn.is_empty() && drawn.iter().all(|point| self.values.contains(point))
    }
}

fn sources(content: &Content, edition: &Edition) -> Vec<Source> {
    let labels = &edition.application.market;
    let mut sources = Vec::new();
    let mut add = |name: String, shown: String, values: Vec<(Year, &Text)>| {
        let values = values.into_iter().filter_map(|(year, text)| Some((year, number(text)?))).collect();
        sources.push(Source { name, shown, values });
    };
    for row in &content.benefits {
        add(format!("benefits:{}", row.key), row.name.to_string(), row.values.iter().collect());
    }
    for (at, product) in content.market.products.iter().enumerate() {
        let named = |what: &str| format!("{} {what}", product.name);
        add(format!("satisfaction:{at}"), named(&labels.satisfaction), product.satisfaction.iter().collect());
        add(format!("loyalty:{at}"), named(&labels.loyalty), product.loyalty.iter().collect());
        let share = |side: &str, text: fn(&crate::form::Share) -> &Text| {
            let values = product.share.iter().map(|(year, share)| (year, text(share))).collect();
            (format!("{side}{}", labels.share), values)
        };
        let (shown, values) = share(&labels.domestic, |share| &share.domestic);
        add(format!("share:{at}:domestic"), named(&shown), values);
        let (shown, values) = share(&labels.international, |share| &share.international);
        add(format!("share:{at}:international"), named(&shown), values);
    }
    sources
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
