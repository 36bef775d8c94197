//! Whether number cells hold numbers, and percentages percentages.

use crate::form::Path;
use crate::number::{self, NumberCell};
use crate::rules::{Context, Findings, Fix, Measure, Rule, Severity, YearSeries, meant};
use rust_decimal::Decimal;

pub(super) const NUMBERS: Rule = Rule {
    id: "Y003",
    severity: Severity::Error,
    title: "数据格内不是数",
    explanation: "三年数据、行业平均和行业最佳填数字，单位已在“单位”列，不再写“约”“≥”“万元”“左右”等字样；\
                  不适用的填“/”并写明原因。",
    clause: "附件1 填报说明3",
    check: numbers,
};

fn numbers(context: &Context, findings: &mut Findings) {
    for series in context.series() {
        for (place, typed) in series.typed.iter().enumerate() {
            let year = context.edition.years()[place];
            let label = format!("{}{year}年", series.label);
            judge(&label, typed, unit(series), || series.path(context.edition, place), findings);
        }
        if let (Measure::Benefit(row), Some(root)) = (series.measure, row_path(series)) {
            let label = |column: &str| format!("{}的{column}", series.label);
            let unit = unit(series);
            judge(&label("行业平均"), &row.industry_average, unit, || root.key("industry_average"), findings);
            judge(&label("行业最佳"), &row.industry_best, unit, || root.key("industry_best"), findings);
        }
    }
}

fn judge(label: &str, stored: &str, unit: &str, path: impl Fn() -> Path, findings: &mut Findings) {
    if let NumberCell::Other(typed) = NumberCell::read(stored) {
        let message = format!(
            "{label}填的“{typed}”不是数：请只填数字，不带单位和“≥”“约”等字样，不适用的填“/”并写明原因"
        );
        let fix = Fix::rewrite_if(stored, meant::number(stored, &[unit]));
        findings.add(path(), message).fixed_by(fix);
    }
}

/// What may stand behind a number of a series and says no more than its column does.
fn unit<'a>(series: &YearSeries<'a>) -> &'a str {
    match series.measure {
        Measure::Benefit(row) => row.unit.trim(),
        Measure::Satisfaction(_) | Measure::Loyalty(_) => "分",
        Measure::DomesticShare(_) | Measure::InternationalShare(_) => "%",
    }
}

/// The row that the values of a benefit belong to.
fn row_path(series: &YearSeries) -> Option<Path> {
    series.root.parent().filter(|row| row.key("values") == series.root)
}

pub(super) const PERCENTAGES: Rule = Rule {
    id: "Y004",
    severity: Severity::Error,
    title: "百分数超出0至100",
    explanation: "市场占有率、顾客满意度、顾客忠诚程度和以%为单位的指标应在0至100之间（增长率、利润率等除外）。\
                  同名产品的国内市场占有率合计超过100为警告。",
    clause: "附件1 顾客市场绩效统计表、经济和质量效益统计表",
    check: percentages,
};

fn percentages(context: &Context, findings: &mut Findings) {
    let outside = |typed: &str| {
        number::parse(typed).filter(|value| !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(value))
    };
    for series in context.series().iter().filter(|series| series.is_percentage()) {
        for (place, typed) in series.typed.iter().enumerate().filter(|(_, typed)| outside(typed).is_some()) {
            let year = context.edition.years()[place];
            let message = format!(
                "{}{year}年填的“{}”不在0至100之间：请改为0至100之间的百分数",
                series.label,
                typed.trim()
            );
            findings.report(series.path(context.edition, place), message);
        }
        if let (Measure::Benefit(row), Some(root)) = (series.measure, row_path(series)) {
            let columns = [
                ("industry_average", "行业平均", &row.industry_average),
                ("industry_best", "行业最佳", &row.industry_best),
            ];
            for (key, label, typed) in columns.into_iter().filter(|(_, _, typed)| outside(typed).is_some()) {
                let message = format!(
                    "{}的{label}填的“{}”不在0至100之间：请改为0至100之间的百分数",
                    series.label,
                    typed.trim()
                );
                findings.report(root.key(key), message);
            }
        }
    }
    (0..3).for_each(|place| shares_in_sum(context, place, findings));
}

/// Products of one name share one market.
fn shares_in_sum(context: &Context, place: usize, findings: &mut Findings) {
    let shares: Vec<(&str, &YearSeries, Decimal)> = context
        .series()
        .iter()
        .filter_map(|series| match series.measure {
            Measure::DomesticShare(product) if !product.name.is_blank() => {
                let share = series.numbers()[place]
                    .filter(|share| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(share))?;
                Some((product.name.trim(), series, share))
            }
            _ => None,
        })
        .collect();
    for (first, (name, _, _)) in shares.iter().enumerate() {
        let same = || shares.iter().filter(|(other, _, _)| other == name);
        let is_first = !shares[..first].iter().any(|(other, _, _)| other == name);
        let sum: Decimal = same().map(|(_, _, share)| *share).sum();
        if is_first
            && sum > Decimal::ONE_HUNDRED
            && let Some((_, largest, _)) = same().max_by_key(|(_, _, share)| *share)
        {
            let year = context.edition.years()[place];
            let each: Vec<String> = same().map(|(_, _, share)| format!("{share}%")).collect();
            let each = each.join("、");
            let message = format!(
                "“{name}”{year}年各列的国内市场占有率（{each}）合计{sum}%，超过100%：请核对，改正有误的数值"
            );
            findings
                .add(largest.path(context.edition, place), message)
                .with_severity(Severity::Warning)
                .resting_on(&[&each]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    #[test]
    fn a_number_cell_holds_a_number() {
        for path in [
            "market.products[0].share.2023.domestic",
            "market.products[1].loyalty.2025",
            "benefits[2].values.2024",
            "benefits[7].industry_average",
            "benefits[7].industry_best",
        ] {
            for wrong in ["≥99", "约5", "5万元", "良好", "1.2.3"] {
                Case::of("Y003").set(path, wrong).expect(&[&format!("error {path}")]);
            }
            for right in ["98.50", "１，４９８．５％", "/", "—（停产）", ""] {
                Case::of("Y003").set(path, right).expect(&[]);
            }
        }
    }

    #[test]
    fn percentages_lie_between_0_and_100() {
        for path in [
            "market.products[0].share.2024.international",
            "market.products[0].satisfaction.2023",
            "benefits[5].values.2024",
            "benefits[7].industry_best",
        ] {
            Case::of("Y004").set(path, "100.1").expect(&[&format!("error {path}")]);
            Case::of("Y004").set(path, "-0.1").expect(&[&format!("error {path}")]);
            Case::of("Y004").set(path, "100").expect(&[]);
            Case::of("Y004").set(path, "0").expect(&[]);
        }
    }

    #[test]
    fn growth_and_amounts_may_be_over_100() {
        let row =
            |name: &str| json!({ "key": "own1", "name": name, "unit": "%", "values": { "2025": "135" } });
        Case::of("Y004").set("benefits[10]", row("新产品产值增长率")).expect(&[]);
        Case::of("Y004")
            .set("benefits[10]", row("一次交验合格率"))
            .expect(&["error benefits[10].values.2025"]);
        Case::of("Y004").set("benefits[4].values.2025", "135").expect(&[]);
    }

    #[test]
    fn products_of_one_name_share_one_market() {
        let path = "market.products[0].share.2025.domestic";
        let alike = || Case::of("Y004").set("market.products[1].name", "智能水表");
        alike().set(path, "97").expect(&[&format!("warning {path}")]);
        alike().set(path, "95.6").expect(&[]);
        Case::of("Y004").set(path, "97").expect(&[]);
    }

    #[test]
    fn the_unit_of_the_column_is_left_out() {
        let fixed = |path: &str, typed: &str, meant: &str| {
            Case::of("Y003").set(path, typed).expect_fixed(&format!("error {path}"), path, meant);
        };
        fixed("benefits[0].values.2024", "95600 万元", "95600");
        fixed("benefits[5].industry_best", "86。0%", "86.0%");
        fixed("market.products[0].satisfaction.2025", "93.8分", "93.8");
        for unsure in ["≥99", "约5", "3个"] {
            assert_eq!(Case::of("Y003").set("benefits[0].values.2024", unsure).findings()[0].fix, None);
        }
    }
}
