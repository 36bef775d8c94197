//! On which side of its point a value of a line chart stands, so that lines close to each other do not cover their
//! values. The window draws them by the same rule (ui/src/charts/sides.ts).

use super::model::{AxisSide, Chart, ValueAxis};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Height of a value as a share of the axis: 五号 with its distance to the point, in a plot 40 mm high; with two axes
/// the plot is higher.
const HEIGHT: f64 = 0.12;
const HEIGHT_BESIDE: f64 = 0.08;

/// A side of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Above,
    Below,
    Right,
    Left,
    /// Nowhere, since each of them is taken.
    Nowhere,
}

/// The sides at one category of a chart, a side for each series; from the highest point down: above where there is
/// room, else below, else to the right, or to the left where another stands close on the right, unless values are so
/// long that they reach those of the next category. Series of different axes are apart.
pub(super) fn sides(chart: &Chart, category: usize) -> Vec<Side> {
    let mut sides = vec![Side::Above; chart.series.len()];
    for axis in [AxisSide::Left, AxisSide::Right] {
        place(chart, axis, category, &mut sides);
    }
    sides
}

fn place(chart: &Chart, axis: AxisSide, category: usize, sides: &mut [Side]) {
    let height = if chart.right.is_some() { HEIGHT_BESIDE } else { HEIGHT } * span(chart, axis);
    let value = |at: usize| chart.series[at].values.get(category)?.as_ref()?.to_f64();
    let mut points: Vec<(usize, f64)> = chart.on(axis).filter_map(|at| Some((at, value(at)?))).collect();
    points.sort_by(|one, other| other.1.total_cmp(&one.1));
    let beside = if chart.has_room_beside() { f64::INFINITY } else { f64::NEG_INFINITY };
    let (mut taken, mut right, mut left) = (f64::INFINITY, beside, beside);
    for (rank, &(at, value)) in points.iter().enumerate() {
        let room_below = points.get(rank + 1).is_none_or(|&(_, next)| value - next >= height);
        sides[at] = match taken - value >= height {
            true => Side::Above,
            false if room_below => Side::Below,
            false if right - value >= height => Side::Right,
            false if left - value >= height => Side::Left,
            false => Side::Nowhere,
        };
        match sides[at] {
            Side::Right => right = value,
            Side::Left => left = value,
            _ => {}
        }
        taken = if sides[at] == Side::Below { value - height } else { value };
    }
}

/// How much the value axis spans, about: from where it begins to where it ends, else from zero to the largest value.
fn span(chart: &Chart, axis: AxisSide) -> f64 {
    let values = chart.on(axis).flat_map(|at| &chart.series[at].values).flatten();
    let values = values.filter_map(|value| value.to_f64());
    let (least, most) =
        values.fold((0.0, 0.0), |(least, most), value| (f64::min(least, value), f64::max(most, value)));
    let ends = match axis {
        AxisSide::Left => Some(&chart.left),
        AxisSide::Right => chart.right.as_ref(),
    };
    let end = |end: fn(&ValueAxis) -> Option<Decimal>| ends.and_then(end).and_then(|end| end.to_f64());
    end(|axis| axis.most).unwrap_or(most) - end(|axis| axis.least).unwrap_or(least)
}
