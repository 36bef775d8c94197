//! Satisfaction and loyalty in one scale.

use crate::rules::{Context, Findings, Measure, Rule, Severity, YearSeries};
use rust_decimal::Decimal;

pub(super) const SCALES: Rule = Rule {
    id: "Y025",
    severity: Severity::Warning,
    title: "5分制和百分制混用",
    explanation: "顾客满意度、忠诚程度有的数值不超过5、有的在20以上，像是5分制和百分制混用，各年、各产品之间无法比较。\
                  请换算成同一种分制后填写。",
    clause: "附件1 顾客市场绩效统计表；填报说明3",
    check: scales,
};

const FIVE: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
const TWENTY: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

fn scales(context: &Context, findings: &mut Findings) {
    let surveyed =
        |series: &&YearSeries| matches!(series.measure, Measure::Satisfaction(_) | Measure::Loyalty(_));
    let all = || context.series().iter().filter(surveyed);
    let in_hundred = |series: &YearSeries| series.numbers().into_iter().flatten().any(|value| value > TWENTY);
    let Some(other) = all().find(|series| in_hundred(series)) else { return };
    for series in all() {
        let is_five = |value: &Decimal| *value > Decimal::ZERO && *value <= FIVE;
        let Some(place) = series.numbers().iter().position(|value| value.as_ref().is_some_and(is_five))
        else {
            continue;
        };
        let (year, typed) = (context.edition.years()[place], series.typed[place].trim());
        let message = format!(
            "{}{year}年为“{typed}”，像是5分制，{}是百分制：请换算成同一种分制",
            series.label, other.label
        );
        findings.add(series.path(context.edition, place), message).resting_on(&series.typed);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    fn scores(first: &str) -> serde_json::Value {
        json!({ "2023": first, "2024": "4.6", "2025": "4.7" })
    }

    #[test]
    fn two_scales_are_not_mixed() {
        let place = "warning market.products[1].satisfaction.2023";
        Case::of("Y025").set("market.products[1].satisfaction", scores("4.5")).expect(&[place]);
        Case::of("Y025")
            .set("market.products[0].loyalty.2024", "4.4")
            .expect(&["warning market.products[0].loyalty.2024"]);
        Case::of("Y025").set("market.products[1].satisfaction.2024", "/").expect(&[]);
    }

    #[test]
    fn one_scale_of_five_is_no_fault() {
        let five = ["satisfaction", "loyalty"].iter().fold(Case::of("Y025"), |case, key| {
            case.set(&format!("market.products[0].{key}"), scores("4.5"))
                .set(&format!("market.products[1].{key}"), scores("4.4"))
        });
        five.expect(&[]);
    }
}
