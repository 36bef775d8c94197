//! Values that change too much from year to year, or not at all.

use crate::rules::{Context, Findings, Rule, Severity, YearSeries};
use rust_decimal::Decimal;

pub(super) const JUMP: Rule = Rule {
    id: "Y005",
    severity: Severity::Warning,
    title: "相邻两年相差五倍以上",
    explanation: "同一指标相邻两年相差五倍及以上，多半是单位用错（万元与元、%与小数）或小数点错位。请核对；\
                  确实如此的请在正文中说明原因。",
    clause: "附件1 填报说明3",
    check: jump,
};

const FACTOR: i64 = 5;

fn jump(context: &Context, findings: &mut Findings) {
    for series in context.series() {
        for place in outliers(series.numbers()) {
            let year = context.edition.years()[place];
            let typed = series.typed[place].trim();
            let has_number = |other: &usize| series.numbers()[*other].is_some();
            let Some(beside) = (0..place).rev().chain(place + 1..3).find(has_number) else { continue };
            let (other, near) = (context.edition.years()[beside], series.typed[beside].trim());
            let message = format!(
                "{}{year}年的“{typed}”与{other}年的“{near}”相差五倍以上：请核对单位和小数点，改正有误的数值；无误的点“已核对”写明理由",
                series.label
            );
            findings.add(series.path(context.edition, place), message).resting_on(&series.typed);
        }
    }
}

/// The years that stand out: the odd one of three where the others agree, else the later of each pair.
fn outliers(numbers: [Option<Decimal>; 3]) -> Vec<usize> {
    let [first, middle, last] = numbers;
    match (leap(first, middle), leap(middle, last)) {
        (Some(up), Some(again)) if up != again => vec![1],
        (Some(_), Some(_)) => vec![1, 2],
        (Some(_), None) if last.is_some() => vec![0],
        (Some(_), None) => vec![1],
        (None, Some(_)) => vec![2],
        (None, None) if middle.is_none() && leap(first, last).is_some() => vec![2],
        (None, None) => Vec::new(),
    }
}

#[derive(PartialEq)]
enum Leap {
    Up,
    Down,
}

fn leap(before: Option<Decimal>, after: Option<Decimal>) -> Option<Leap> {
    let (before, after) = (before?, after?);
    if before <= Decimal::ZERO || after <= Decimal::ZERO {
        return None;
    }
    let far =
        |large: Decimal, small: Decimal| small.checked_mul(FACTOR.into()).is_some_and(|times| large >= times);
    if far(after, before) {
        return Some(Leap::Up);
    }
    far(before, after).then_some(Leap::Down)
}

pub(super) const EQUAL: Rule = Rule {
    id: "Y012",
    severity: Severity::Warning,
    title: "三年数值相同",
    explanation: "同一指标三年完全相同的很少见，多半是复制后忘了改；确实没有变化的，也看不出经验带来的改进。请核对。三年都为0或100%的不提示。",
    clause: "附件1 填报说明3；附件2 一、5",
    check: equal,
};

fn equal(context: &Context, findings: &mut Findings) {
    for series in context.series().iter().filter(|series| is_constant(series)) {
        let message = format!(
            "{}三年都是“{}”：请核对，改正复制后漏改的数值；确实未变的点“已核对”写明理由",
            series.label,
            series.typed[0].trim()
        );
        findings.report(series.root.clone(), message);
    }
}

fn is_constant(series: &YearSeries) -> bool {
    let [Some(first), Some(middle), Some(last)] = series.numbers() else { return false };
    let at_the_end = first.is_zero() || (first == Decimal::ONE_HUNDRED && series.is_percentage());
    first == middle && middle == last && !at_the_end
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    #[test]
    fn the_year_that_stands_out_is_named() {
        for year in ["2023", "2024", "2025"] {
            let path = format!("benefits[1].values.{year}");
            Case::of("Y005").set(&path, "3010000").expect(&[&format!("warning {path}")]);
            Case::of("Y005").set(&path, "3.01").expect(&[&format!("warning {path}")]);
            Case::of("Y005").set(&path, "60000").expect(&[]);
        }
    }

    #[test]
    fn five_times_is_too_much_and_just_under_is_not() {
        let values = |values: [&str; 3]| {
            Case::of("Y005")
                .set("benefits[9].values", json!({ "2023": values[0], "2024": values[1], "2025": values[2] }))
        };
        values(["0.010", "0.010", "0.050"]).expect(&["warning benefits[9].values.2025"]);
        values(["0.010", "0.010", "0.049"]).expect(&[]);
        values(["1", "5", "25"])
            .expect(&["warning benefits[9].values.2024", "warning benefits[9].values.2025"]);
        values(["0", "5", "25"]).expect(&["warning benefits[9].values.2025"]);
        values(["-5", "5", "24"]).expect(&[]);
        values(["1", "/（停产）", "9"]).expect(&["warning benefits[9].values.2025"]);
    }

    #[test]
    fn three_equal_values_are_doubtful() {
        let same = |value: &str| json!({ "2023": value, "2024": value, "2025": value });
        Case::of("Y012").set("benefits[7].values", same("99.5")).expect(&["warning benefits[7].values"]);
        Case::of("Y012")
            .set("market.products[0].loyalty", json!({ "2023": "88", "2024": "88.0", "2025": "88%" }))
            .expect(&["warning market.products[0].loyalty"]);
        Case::of("Y012").set("benefits[8].values", same("0")).expect(&[]);
        Case::of("Y012").set("benefits[7].values", same("100")).expect(&[]);
        Case::of("Y012").set("benefits[8].values", same("/")).expect(&[]);
        Case::of("Y012").set("benefits[7].values.2024", "99.50").expect(&[]);
    }
}
