//! What a chart of the 典型经验 can be drawn of.

use crate::number;
use crate::rules::{Context, Measure, YearSeries};
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
    context.series().iter().filter_map(|series| view(series, context)).collect()
}

fn view(series: &YearSeries, context: &Context) -> Option<SeriesView> {
    let product = |product| context.content.market.products.iter().position(|p| std::ptr::eq(p, product));
    let read = |typed: &str| number::parse(typed)?.to_f64();
    let (source, unit, average, best) = match series.measure {
        Measure::DomesticShare(of) => (format!("share:{}:domestic", product(of)?), "%", None, None),
        Measure::InternationalShare(of) => (format!("share:{}:international", product(of)?), "%", None, None),
        Measure::Satisfaction(of) => (format!("satisfaction:{}", product(of)?), "", None, None),
        Measure::Loyalty(of) => (format!("loyalty:{}", product(of)?), "", None, None),
        Measure::Benefit(row) => {
            let source = format!("benefits:{}", row.key);
            (source, row.unit.trim(), read(&row.industry_average), read(&row.industry_best))
        }
    };
    Some(SeriesView {
        source,
        label: series.label.clone(),
        unit: unit.into(),
        typed: series.typed.map(str::to_owned),
        values: series.typed.map(read),
        industry_average: average,
        industry_best: best,
    })
}
