//! On which side of its point a value of a line chart stands, so that lines close to each other do not cover their
//! values. The window draws them by the same rule (ui/src/charts/sides.ts).

use super::model::{Chart, Series};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Height of a value as a share of the axis: 五号 with its distance to the point, in a plot 40 mm high.
const HEIGHT: f64 = 0.12;

/// A side of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Above,
    Below,
    Right,
    Left,
}

/// The sides at one category of a chart, a side for each series; from the highest point down: above where there is
/// room, else below, else to the right, or to the left where another stands close on the right.
pub(super) fn sides(chart: &Chart, category: usize) -> Vec<Side> {
    let series = &chart.series;
    let height = HEIGHT * axis(chart);
    let mut points: Vec<(usize, f64)> = series
        .iter()
        .enumerate()
        .filter_map(|(at, series)| Some((at, series.values.get(category)?.as_ref()?.to_f64()?)))
        .collect();
    points.sort_by(|one, other| other.1.total_cmp(&one.1));
    let mut sides = vec![Side::Above; series.len()];
    let (mut taken, mut right) = (f64::INFINITY, f64::INFINITY);
    for (rank, &(at, value)) in points.iter().enumerate() {
        let room_below = points.get(rank + 1).is_none_or(|&(_, next)| value - next >= height);
        sides[at] = match taken - value >= height {
            true => Side::Above,
            false if room_below => Side::Below,
            false if right - value >= height => Side::Right,
            false => Side::Left,
        };
        if sides[at] == Side::Right {
            right = value;
        }
        taken = if sides[at] == Side::Below { value - height } else { value };
    }
    sides
}

/// How much the value axis spans, about: from where it begins to where it ends, else from zero to the largest value.
fn axis(chart: &Chart) -> f64 {
    let (least, most) = extremes(&chart.series);
    let end = |end: Option<Decimal>| end.and_then(|end| end.to_f64());
    end(chart.most).unwrap_or(most) - end(chart.least).unwrap_or(least)
}

/// The least of the values and zero, and the most of them and zero.
fn extremes(series: &[Series]) -> (f64, f64) {
    let values = series.iter().flat_map(|series| &series.values).flatten().filter_map(|value| value.to_f64());
    values.fold((0.0, 0.0), |(least, most), value| (f64::min(least, value), f64::max(most, value)))
}
