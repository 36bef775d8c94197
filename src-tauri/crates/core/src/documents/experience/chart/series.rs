//! A series with the decimals of its values.

use crate::ooxml::{AxisSide, Joined, Series};
use rust_decimal::Decimal;

/// A line, or a set of columns.
pub(super) fn series(name: String, values: Vec<Option<Decimal>>, axis: AxisSide) -> Series {
    let number_format = format(&values);
    Series { name, values, number_format, axis, joined: Joined::ByLine }
}

/// As many decimals as the longest has.
pub(super) fn format(values: &[Option<Decimal>]) -> String {
    let places = values.iter().flatten().map(|value| value.scale()).max().unwrap_or(0);
    if places == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(places.min(6) as usize)) }
}
