//! What a chart draws.

use crate::documents::Sources;
use crate::form::rich_text;
use crate::rules::{YearSeries, year_series};
use rust_decimal::Decimal;

/// A measure over the three years, with the level of the industry.
pub(super) struct Line {
    pub product: String,
    pub measured: String,
    pub unit: String,
    pub values: Vec<Option<Decimal>>,
    pub average: Option<Decimal>,
    pub best: Option<Decimal>,
}

/// The measures that a chart names, as far as they are in the tables.
pub(super) fn lines(chart: &rich_text::Chart, sources: &Sources) -> Vec<Line> {
    let all = year_series(sources.content, sources.edition);
    let named = |source: &str| all.iter().find(|series| series.source == source);
    chart.series.iter().filter_map(|source| named(source)).map(Line::of).collect()
}

impl Line {
    fn of(series: &YearSeries) -> Line {
        let [average, best] = series.industry();
        Line {
            product: series.product.clone(),
            measured: series.measured.clone(),
            unit: series.unit().to_owned(),
            values: series.numbers().into(),
            average,
            best,
        }
    }

    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.values.iter().all(Option::is_none)
    }

    pub fn has_industry(&self) -> bool {
        self.average.is_some() || self.best.is_some()
    }
}
