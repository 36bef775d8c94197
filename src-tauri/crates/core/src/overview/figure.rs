//! The numbers in the three-year tables.

use crate::form::Better;
use crate::number;
use crate::rules::Context;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;
use std::collections::BTreeMap;

/// A cell that holds a number.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Figure {
    /// For drawing.
    pub value: f64,
    /// For showing while nobody types there: with thousands separators, otherwise as typed.
    pub shown: String,
    /// The change on the year before in percent, with sign and one place: `+3.2%`; absent where there is none.
    pub change: Option<String>,
    /// Whether that is for the better; absent where nothing changed, and where neither way is better.
    pub improved: Option<bool>,
}

/// The cells of the three years that hold a number, by path.
pub(super) fn figures(context: &Context) -> BTreeMap<String, Figure> {
    let mut figures = BTreeMap::new();
    for series in context.series() {
        let numbers = series.numbers();
        for (place, number) in numbers.into_iter().enumerate() {
            let Some(number) = number else { continue };
            let before = place.checked_sub(1).and_then(|before| numbers[before]);
            let improved = before.and_then(|before| improved(before, number, series.better(context.edition)));
            let figure = Figure { improved, ..figure(series.typed[place], number, before) };
            figures.insert(series.path(context.edition, place).as_str().to_owned(), figure);
        }
    }
    for (index, row) in context.content.benefits.iter().enumerate() {
        for (key, typed) in
            [("industry_average", &row.industry_average), ("industry_best", &row.industry_best)]
        {
            if let Some(number) = number::parse(typed) {
                figures.insert(format!("benefits[{index}].{key}"), figure(typed, number, None));
            }
        }
    }
    figures
}

fn figure(typed: &str, number: Decimal, before: Option<Decimal>) -> Figure {
    let value = number.to_f64().unwrap_or_default();
    let change = before.and_then(|before| change(before, number));
    Figure { value, shown: number::grouped(typed), change, improved: None }
}

fn improved(before: Decimal, now: Decimal, better: Option<Better>) -> Option<bool> {
    better.filter(|_| now != before).map(|better| (now > before) == (better == Better::Higher))
}

fn change(before: Decimal, now: Decimal) -> Option<String> {
    let share = now.checked_sub(before)?.checked_div(before.abs())?.checked_mul(100.into())?;
    let share = share.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    let sign = if share.is_sign_positive() && !share.is_zero() { "+" } else { "" };
    Some(format!("{sign}{share:.1}%"))
}
