//! Where a value axis begins and ends. The window draws it by the same rule (ui/src/charts/ends.ts).
//!
//! Two axes share the height of the plot: what is measured at the left stands in its lower half, what is measured at
//! the right in its upper third, so that neither covers the other or its values; each axis has labels beside its own.

use crate::ooxml::ValueAxis;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The part of the height that the left axis has, values lying above its columns or lines.
const LOWER: f64 = 0.5;
/// The same with the upright values above narrow columns.
const LOWER_WITH_VALUES: f64 = 0.6;
/// The height of the plot of two axes, in points.
pub(super) const PLOT_OF_TWO: f64 = 200.0;
/// The height of the plot of one axis.
pub(super) const PLOT: f64 = 140.0;
/// Columns are not lower than these parts, however long their values.
const LEAST_OF_TWO: f64 = 0.2;
pub(super) const LEAST: f64 = 0.4;

/// The ends of the only axis: above zero where all values are close, at 100 where they are shares that come near it.
/// `upright`: the part of the plot's height that the values above its columns take, 0 where they lie.
pub(super) fn alone(values: &[Decimal], is_percent: bool, upright: f64) -> ValueAxis {
    let Some([least, most]) = extremes(values) else { return ValueAxis::default() };
    if upright > 0.0 {
        let axis = fitted([least, most], is_percent, (1.0 - upright).max(LEAST)).unwrap_or_default();
        let is_whole = is_percent && most <= Decimal::ONE_HUNDRED;
        return ValueAxis { labelled: axis.labelled.filter(|_| is_whole), ..axis };
    }
    let is_full = is_percent && most > Decimal::from(80) && most <= Decimal::ONE_HUNDRED;
    ValueAxis {
        least: close(least, most),
        most: is_full.then_some(Decimal::ONE_HUNDRED),
        ..ValueAxis::default()
    }
}

/// The ends of the left of two axes; `upright` as above. None where the numbers are too long.
pub(super) fn below(values: &[Decimal], is_percent: bool, upright: f64) -> Option<ValueAxis> {
    let narrow = LOWER_WITH_VALUES - upright;
    fitted(extremes(values)?, is_percent, if upright > 0.0 { narrow.max(LEAST_OF_TWO) } else { LOWER })
}

/// An axis whose values take up this part of it from where it begins.
fn fitted([least, most]: [Decimal; 2], is_percent: bool, part: f64) -> Option<ValueAxis> {
    let top = most.max(Decimal::ZERO);
    let begin = close(least, most).unwrap_or(least.min(Decimal::ZERO));
    let step = step(top.checked_sub(begin)?)?;
    let begin = if begin.is_sign_negative() { floor(begin, step)? } else { begin };
    let count = steps(top.checked_sub(begin)?, step)?.max(1);
    let total = (f64::from(count) / part).ceil() as u32;
    let last = begin.checked_add(times(step, count)?)?;
    let last = if is_percent && most <= Decimal::ONE_HUNDRED { last.min(Decimal::ONE_HUNDRED) } else { last };
    Some(ValueAxis {
        least: Some(begin),
        most: Some(begin.checked_add(times(step, total)?)?),
        step: Some(step),
        labelled: Some([begin, last]),
        title: None,
    })
}

/// The ends of the right of two axes. None where the numbers are too long.
pub(super) fn above(values: &[Decimal], is_percent: bool) -> Option<ValueAxis> {
    let [least, most] = extremes(values)?;
    let span = most.checked_sub(least)?;
    // Coarse: a third of the height has room for three labels or four.
    let step = step(if span.is_zero() { most.abs() } else { span }.checked_mul(Decimal::TWO)?)?;
    let first = floor(least, step)?;
    let first = if first == most && most > Decimal::ZERO { first.checked_sub(step)? } else { first };
    let count = steps(most.checked_sub(first)?, step)?.max(1);
    let over = if count > 3 { 2 } else { 1 };
    let last = first.checked_add(times(step, count)?)?;
    let last = if is_percent && most <= Decimal::ONE_HUNDRED { last.min(Decimal::ONE_HUNDRED) } else { last };
    Some(ValueAxis {
        least: Some(first.checked_sub(times(step, 2 * (count + over))?)?),
        most: Some(first.checked_add(times(step, count + over)?)?),
        step: Some(step),
        labelled: Some([first, last]),
        title: None,
    })
}

fn extremes(values: &[Decimal]) -> Option<[Decimal; 2]> {
    Some([*values.iter().min()?, *values.iter().max()?])
}

/// Where an axis begins whose values differ by less than a sixth of the largest: a round number some way below the
/// least, half the span, down to a full step of a tenth to the whole of it. None where it begins at 0, or where there
/// are too many digits between them.
fn close(least: Decimal, most: Decimal) -> Option<Decimal> {
    let span = most.checked_sub(least).filter(|span| !span.is_zero() && least > Decimal::ZERO)?;
    span.checked_mul(Decimal::from(6)).filter(|wide| *wide < most)?;
    let step = power(span);
    let steps = least.checked_sub(span / Decimal::TWO)?.checked_div(step)?;
    steps.floor().max(Decimal::ZERO).checked_mul(step)
}

/// The power of ten that a number above zero begins with.
fn power(number: Decimal) -> Decimal {
    let mut power = Decimal::ONE;
    while power > number {
        power /= Decimal::TEN;
    }
    while let Some(wider) = power.checked_mul(Decimal::TEN).filter(|wider| *wider <= number) {
        power = wider;
    }
    power
}

/// A round step of which four or fewer are as long as this; 1 for nothing.
fn step(long: Decimal) -> Option<Decimal> {
    if long.is_zero() {
        return Some(Decimal::ONE);
    }
    let quarter = long.checked_div(Decimal::from(4)).filter(|quarter| !quarter.is_zero())?;
    let power = power(quarter);
    let rounds = [10, 20, 25, 50, 100].map(|tenths| Decimal::new(tenths, 1).checked_mul(power));
    rounds.into_iter().flatten().find(|step| *step >= quarter)
}

fn floor(number: Decimal, step: Decimal) -> Option<Decimal> {
    number.checked_div(step)?.floor().checked_mul(step)
}

/// How many steps reach so far.
fn steps(long: Decimal, step: Decimal) -> Option<u32> {
    long.checked_div(step)?.ceil().to_u32()
}

fn times(step: Decimal, count: u32) -> Option<Decimal> {
    step.checked_mul(Decimal::from(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(values: &[&str]) -> Vec<Decimal> {
        values.iter().map(|value| value.parse().unwrap()).collect()
    }

    #[test]
    fn numbers_of_any_length_have_an_axis() {
        assert_eq!(alone(&numbers(&["98.9", "99.5"]), false, 0.0).least, Some(Decimal::new(986, 1)));
        let all: [&[&str]; 6] = [
            &["9999999999999999999999999999", "-9999999999999999999999999999"],
            &["79228162514264337593543950335", "-79228162514264337593543950335"],
            &["79228162514264337593543950335", "79228162514264337593543950334"],
            &["9999999999999999999999999999", "9999999999999999999999999998.5"],
            &["0.0000000000000000000000000001", "0.0000000000000000000000000002"],
            &["0", "0"],
        ];
        for values in all.map(numbers) {
            alone(&values, true, 0.0);
            alone(&values, true, 80.0 / PLOT);
            below(&values, true, 0.0);
            above(&values, true);
        }
        assert_eq!(alone(&numbers(all[0]), false, 0.0).least, None);
    }

    /// The least and the largest value as parts of the axis' height.
    fn parts(axis: &ValueAxis, values: &[Decimal]) -> [Decimal; 2] {
        let (least, most) = (axis.least.unwrap(), axis.most.unwrap());
        extremes(values).unwrap().map(|value| (value - least) / (most - least))
    }

    #[test]
    fn upright_values_have_room_above_their_columns() {
        for values in [["123456789.01", "98765432.1"], ["86.25", "12.50"]].map(|values| numbers(&values)) {
            let axis = alone(&values, true, 70.0 / PLOT);
            assert!(parts(&axis, &values)[1] <= Decimal::new(5, 1), "{values:?} {axis:?}");
        }
        assert_eq!(alone(&numbers(&["86.25"]), true, 70.0 / PLOT).labelled.unwrap()[1], Decimal::ONE_HUNDRED);
    }

    #[test]
    fn what_two_axes_measure_stands_one_above_the_other() {
        let (half, third) = (Decimal::new(5, 1), Decimal::new(66, 2));
        let all: [&[&str]; 8] = [
            &["310", "335", "362"],
            &["98.9", "99.2", "99.5"],
            &["1.2", "0.8", "0.4"],
            &["100"],
            &["0", "0"],
            &["-5", "12"],
            &["618", "5120"],
            &["0.094", "0.118"],
        ];
        for values in all.map(numbers) {
            let [_, most] = parts(&below(&values, true, 0.0).unwrap(), &values);
            assert!(most <= half, "{values:?} {most}");
            let narrow = below(&values, true, 60.0 / PLOT_OF_TWO).unwrap();
            assert!(parts(&narrow, &values)[1] <= Decimal::new(3, 1), "{values:?}");
            let axis = above(&values, true).unwrap();
            let [least, most] = parts(&axis, &values);
            assert!(least >= third && most < Decimal::new(92, 2), "{values:?} {axis:?}");
            let [first, last] = axis.labelled.unwrap();
            assert!(
                first <= values[0].min(*values.last().unwrap()) && last >= values[0],
                "{values:?} {axis:?}"
            );
        }
        // Shares are labelled up to 100.
        let full = numbers(&["98.6", "100"]);
        assert_eq!(below(&full, true, 0.0).unwrap().labelled.unwrap()[1], Decimal::ONE_HUNDRED);
        assert_eq!(above(&full, true).unwrap().labelled.unwrap()[1], Decimal::ONE_HUNDRED);
    }
}
