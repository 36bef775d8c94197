//! What a chart of the 典型经验 can be drawn of.

use crate::rules::{Context, YearSeries};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

/// A measure over the three years, as a chart names it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct SeriesView {
    /// How a chart refers to it: `benefits:oee`, `share:0:domestic`.
    pub source: String,
    /// What it is called: `利润总额`.
    pub label: String,
    /// The product that is measured, as a chart names it; empty for an indicator.
    pub product: String,
    /// What is measured of it, or the indicator.
    pub measured: String,
    /// Its unit, `%` for shares and rates.
    pub unit: String,
    /// What was typed for the three years, oldest first.
    pub typed: [String; 3],
    /// The numbers of the three years; absent where a cell holds none.
    pub values: [Option<f64>; 3],
    /// 行业平均 of the last year.
    pub industry_average: Option<f64>,
    /// 行业最佳 of the last year.
    pub industry_best: Option<f64>,
}

pub(super) fn series(context: &Context) -> Vec<SeriesView> {
    context.series().iter().map(view).collect()
}

fn view(series: &YearSeries) -> SeriesView {
    let float = |number: Option<Decimal>| number.and_then(|number| number.to_f64());
    let [average, best] = series.industry().map(float);
    SeriesView {
        source: series.source.clone(),
        label: series.label.clone(),
        product: series.product.clone(),
        measured: series.measured.clone(),
        unit: series.unit().to_owned(),
        typed: series.typed.map(str::to_owned),
        values: series.numbers().map(float),
        industry_average: average,
        industry_best: best,
    }
}
