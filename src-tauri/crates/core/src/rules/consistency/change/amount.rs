//! How much something is said to have changed, and whether two figures bear it out.

use crate::rules::figures::Figure;
use rust_decimal::Decimal;

/// How a change is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// So many percent of what it was.
    Percent,
    /// So many percent points.
    Points,
    /// So many times what it was.
    Times,
    /// So many percent a year, compounded over so many years.
    Yearly(u32),
    /// The plain difference.
    Difference,
}

/// A change that a text states.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    pub kind: Kind,
    pub value: Decimal,
    /// How far it may be off for having been rounded.
    pub step: Decimal,
}

/// What is wrong about an amount.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The figures give another amount, about this.
    Other(Decimal),
    /// It is right in percent points and said in percent, or the other way round.
    Measure,
}

/// Two figures of one unit, earlier and later, each with what it may be off.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub from: (Decimal, Decimal),
    pub to: (Decimal, Decimal),
    /// Whether they are percentages themselves.
    pub in_percent: bool,
}

impl Pair {
    /// The two figures of a text.
    pub fn of(from: &Figure, to: &Figure, in_percent: bool) -> Pair {
        Pair { from: (from.value, from.step()), to: (to.value, to.step()), in_percent }
    }

    /// The least and the greatest that `of` gives within what the figures may be off.
    fn range(&self, of: impl Fn(Decimal, Decimal) -> Option<Decimal>) -> Option<(Decimal, Decimal)> {
        let half = |step: Decimal| step.checked_div(Decimal::TWO);
        let ends = |(value, step): (Decimal, Decimal)| {
            Some([value.checked_sub(half(step)?)?, value.checked_add(half(step)?)?])
        };
        let (from, to) = (ends(self.from)?, ends(self.to)?);
        let mut all = Vec::with_capacity(4);
        for from in from {
            for to in to {
                all.push(of(from, to)?);
            }
        }
        Some((*all.iter().min()?, *all.iter().max()?))
    }
}

/// What is wrong about an amount that two figures should bear out; nothing where they do, or cannot be compared.
pub(super) fn fault(pair: &Pair, amount: &Amount) -> Option<Fault> {
    let (from, to) = (pair.from.0, pair.to.0);
    if from <= Decimal::ZERO || to <= Decimal::ZERO || from == to {
        return None;
    }
    let percent = |from: Decimal, to: Decimal| {
        to.checked_sub(from)?.abs().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(from)
    };
    let points = |from: Decimal, to: Decimal| Some(to.checked_sub(from)?.abs());
    let is = |of: &dyn Fn(Decimal, Decimal) -> Option<Decimal>| bears_out(pair.range(of), amount);
    match amount.kind {
        Kind::Percent if is(&percent)? => None,
        Kind::Percent if pair.in_percent && is(&points)? => Some(Fault::Measure),
        Kind::Percent => Some(Fault::Other(rounded(percent(from, to)?, amount))),
        Kind::Points if !pair.in_percent || is(&points)? => None,
        Kind::Points if is(&percent)? => Some(Fault::Measure),
        Kind::Points | Kind::Difference => {
            (!is(&points)?).then_some(Fault::Other(rounded(points(from, to)?, amount)))
        }
        Kind::Times => times(pair, amount),
        Kind::Yearly(years) => yearly(pair, amount, years),
    }
}

/// Both 提高2倍 and 提高到2倍 are in use.
fn times(pair: &Pair, amount: &Amount) -> Option<Fault> {
    let (large, small) = if pair.to.0 > pair.from.0 { (pair.to, pair.from) } else { (pair.from, pair.to) };
    let pair = Pair { from: small, to: large, ..*pair };
    let ratio = |from: Decimal, to: Decimal| to.checked_div(from);
    let more = |from: Decimal, to: Decimal| to.checked_div(from)?.checked_sub(Decimal::ONE);
    let fits = bears_out(pair.range(ratio), amount)? || bears_out(pair.range(more), amount)?;
    (!fits).then_some(Fault::Other(rounded(more(small.0, large.0)?, amount)))
}

/// Compounded or, as some do it, the whole divided by the years.
fn yearly(pair: &Pair, amount: &Amount, years: u32) -> Option<Fault> {
    let grown = |rate: Decimal| {
        let factor = rate.checked_div(Decimal::ONE_HUNDRED)?.checked_add(Decimal::ONE)?;
        (0..years).try_fold(pair.from.0, |value, _| value.checked_mul(factor))
    };
    let sign = if pair.to.0 < pair.from.0 { -Decimal::ONE } else { Decimal::ONE };
    let rate = |off: Decimal| amount.value.checked_add(off)?.checked_mul(sign);
    let (one, other) = (grown(rate(amount.step)?)?, grown(rate(-amount.step)?)?);
    let is_compound = (one.min(other)..=one.max(other)).contains(&pair.to.0);
    let plain = |from: Decimal, to: Decimal| {
        let whole = to.checked_sub(from)?.abs().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(from)?;
        whole.checked_div(Decimal::from(years))
    };
    if is_compound || bears_out(pair.range(plain), amount)? {
        return None;
    }
    Some(Fault::Other(rounded(compound(pair, years, sign)?, amount)))
}

/// The yearly rate, by halving an interval: exact decimals have no roots.
fn compound(pair: &Pair, years: u32, sign: Decimal) -> Option<Decimal> {
    let (mut low, mut high) =
        (Decimal::ZERO, Decimal::from(if sign.is_sign_negative() { 100 } else { 1000 }));
    for _ in 0..30 {
        let rate = low.checked_add(high)?.checked_div(Decimal::TWO)?;
        let factor = rate.checked_mul(sign)?.checked_div(Decimal::ONE_HUNDRED)?.checked_add(Decimal::ONE)?;
        let grown = (0..years)
            .try_fold(pair.from.0, |value, _| value.checked_mul(factor).map(|value| value.round_dp(12)))?;
        let is_enough = if sign.is_sign_negative() { grown <= pair.to.0 } else { grown >= pair.to.0 };
        *(if is_enough { &mut high } else { &mut low }) = rate.round_dp(12);
    }
    Some(high)
}

/// Whether an amount lies in a range but for its last place; `None` where there is no range.
fn bears_out(range: Option<(Decimal, Decimal)>, amount: &Amount) -> Option<bool> {
    let (low, high) = range?;
    let (low, high) = (low.checked_sub(amount.step)?, high.checked_add(amount.step)?);
    Some((low..=high).contains(&amount.value))
}

/// With as many places as what was typed, at least one.
fn rounded(value: Decimal, amount: &Amount) -> Decimal {
    value.round_dp(amount.step.scale().max(1)).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `check("1.42", "0.63", "%", Kind::Percent, "55.6", None)`.
    fn check(from: &str, to: &str, unit: &str, kind: Kind, value: &str, expected: Option<Fault>) {
        let number = |text: &str| {
            let value: Decimal = text.parse().unwrap();
            (value, Decimal::new(1, value.scale()))
        };
        let pair = Pair { from: number(from), to: number(to), in_percent: unit == "%" };
        let (value, step) = number(value);
        assert_eq!(fault(&pair, &Amount { kind, value, step }), expected, "{from} {to} {kind:?} {value}");
    }

    fn other(value: &str) -> Option<Fault> {
        Some(Fault::Other(value.parse().unwrap()))
    }

    #[test]
    fn amounts_that_the_figures_bear_out_are_right() {
        check("142680", "188240", "万元", Kind::Yearly(2), "14.9", None);
        check("12410", "20330", "万元", Kind::Yearly(2), "28.0", None);
        check("1.42", "0.63", "%", Kind::Percent, "55.6", None);
        check("74.8", "84.3", "%", Kind::Points, "9.5", None);
        check("8", "6", "ppm", Kind::Percent, "25", None);
        check("100", "230", "件", Kind::Times, "2.3", None);
        check("100", "230", "件", Kind::Times, "1.3", None);
        check("176", "98", "人", Kind::Difference, "78", None);
        check("3.2", "2.4", "分钟", Kind::Percent, "26", None);
    }

    #[test]
    fn other_amounts_are_not() {
        check("142680", "188240", "万元", Kind::Yearly(2), "18.9", other("14.9"));
        check("20330", "12410", "万元", Kind::Yearly(2), "28.0", other("21.9"));
        check("1.42", "0.63", "%", Kind::Percent, "65.6", other("55.6"));
        check("74.8", "84.3", "%", Kind::Points, "8.5", other("9.5"));
        check("74.8", "84.3", "%", Kind::Percent, "9.5", Some(Fault::Measure));
        check("74.8", "84.3", "%", Kind::Points, "12.7", Some(Fault::Measure));
        check("100", "230", "件", Kind::Times, "3.3", other("1.3"));
        check("176", "98", "人", Kind::Difference, "87", other("78"));
    }
}
