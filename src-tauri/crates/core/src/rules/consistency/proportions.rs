//! Figures of the tables that bound each other.

use crate::form::Path;
use crate::number;
use crate::rules::{Context, Findings, Rule, Severity};
use rust_decimal::Decimal;

pub(super) const PRODUCTIVITY: Rule = Rule {
    id: "C004",
    severity: Severity::Warning,
    title: "全员劳动生产率与收入、人数不成比例",
    explanation: "全员劳动生产率乘以员工总数大体是全年的增加值或产值，一般在主营业务收入的5%至150%之间。\
                  相差悬殊多半是单位用错（元/人与万元/人）或员工总数有误。",
    clause: "附件1 经济和质量效益统计表、申报表 员工总数",
    check: productivity,
};

/// A value of a row that the form comes with, in its last year, if it is in the form's own unit.
fn last(context: &Context, key: &str, unit: &str) -> Option<(usize, Decimal)> {
    let (index, row) = context.indicator(key).filter(|(_, row)| row.unit.trim() == unit)?;
    Some((index, number::parse(row.values.text(context.edition.last_year()))?))
}

fn productivity(context: &Context, findings: &mut Findings) {
    let employees =
        number::parse(&context.content.declaration.employees).filter(|count| *count > Decimal::ZERO);
    let (Some(employees), Some((index, productivity)), Some((_, revenue))) =
        (employees, last(context, "labour_productivity", "万元/人"), last(context, "main_revenue", "万元"))
    else {
        return;
    };
    if productivity <= Decimal::ZERO || revenue <= Decimal::ZERO {
        return;
    }
    let Some(output) = productivity.checked_mul(employees) else { return };
    let (lowest, highest) = (Decimal::new(5, 2), Decimal::new(15, 1));
    if output.checked_div(revenue).is_some_and(|ratio| (lowest..=highest).contains(&ratio)) {
        return;
    }
    let year = context.edition.last_year();
    let message = format!(
        "“全员劳动生产率”{year}年的{productivity}万元/人乘以员工总数{employees}人，与主营业务收入{revenue}万元不成比例：请核对，改正有误的单位、数值或人数"
    );
    let compared = [productivity, employees, revenue].map(|value| value.to_string());
    let path = Path::root("benefits").index(index).key("values").key(year);
    findings.add(path, message).resting_on(&compared.each_ref().map(String::as_str));
}

pub(super) const TURNOVER: Rule = Rule {
    id: "C005",
    severity: Severity::Warning,
    title: "流动资产周转率低于总资产周转率",
    explanation: "流动资产是资产总额的一部分，流动资产周转率不会低于主营业务收入÷资产总额。低于时请核对三项数值和单位。",
    clause: "附件1 经济和质量效益统计表",
    check: turnover,
};

fn turnover(context: &Context, findings: &mut Findings) {
    let (Some((index, turnover)), Some((_, revenue)), Some((_, assets))) = (
        context.indicator("current_asset_turnover"),
        context.indicator("main_revenue"),
        context.indicator("total_assets"),
    ) else {
        return;
    };
    if revenue.unit.trim() != assets.unit.trim() || turnover.unit.trim() != "次" {
        return;
    }
    for year in context.edition.years() {
        let [Some(turned), Some(revenue), Some(assets)] =
            [turnover, revenue, assets].map(|row| number::parse(row.values.text(year)))
        else {
            continue;
        };
        let rounding = Decimal::new(1, turned.scale());
        let bound = revenue.checked_div(assets).filter(|_| assets > Decimal::ZERO && revenue > Decimal::ZERO);
        if let Some(bound) = bound
            && turned.checked_add(rounding).is_some_and(|most| most <= bound)
        {
            let message = format!(
                "“流动资产周转率”{year}年为{turned}次，低于主营业务收入÷资产总额（{}）：请核对，改正三项中有误的数值",
                bound.round_dp(2)
            );
            let compared = [turned, revenue, assets].map(|value| value.to_string());
            let path = Path::root("benefits").index(index).key("values").key(year);
            findings.add(path, message).resting_on(&compared.each_ref().map(String::as_str));
        }
    }
}

pub(super) const RATES: Rule = Rule {
    id: "C007",
    severity: Severity::Warning,
    title: "产品合格率与产品返修率合计超过100%",
    explanation: "返修的产品不计入合格品，产品合格率与产品返修率合计不应超过100%。超过时请核对两项的口径和数值。",
    clause: "附件1 经济和质量效益统计表",
    check: rates,
};

fn rates(context: &Context, findings: &mut Findings) {
    let (Some((_, passed)), Some((index, reworked))) =
        (context.indicator("pass_rate"), context.indicator("rework_rate"))
    else {
        return;
    };
    for year in context.edition.years() {
        let [Some(good), Some(again)] = [passed, reworked].map(|row| number::parse(row.values.text(year)))
        else {
            continue;
        };
        let percentages = Decimal::ZERO..=Decimal::ONE_HUNDRED;
        if percentages.contains(&good) && percentages.contains(&again) && good + again > Decimal::ONE_HUNDRED
        {
            let message = format!(
                "{year}年产品合格率（{good}%）与产品返修率（{again}%）合计超过100%：请核对，改正有误的数值或口径"
            );
            let compared = [good, again].map(|value| value.to_string());
            let path = Path::root("benefits").index(index).key("values").key(year);
            findings.add(path, message).resting_on(&compared.each_ref().map(String::as_str));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(rule: &'static str, path: &str, value: &str, expected: &[&str]) {
        Case::of(rule).set(path, value).expect(expected);
    }

    #[test]
    fn productivity_times_heads_is_of_the_size_of_revenue() {
        let path = "benefits[4].values.2025";
        check("C004", path, "251000", &[&format!("warning {path}")]);
        check("C004", path, "2.5", &[&format!("warning {path}")]);
        check("C004", path, "82", &[]);
        check("C004", "declaration.employees", "42", &[&format!("warning {path}")]);
        check("C004", "declaration.employees", "", &[]);
        Case::of("C004").set(path, "251000").set("benefits[4].unit", "元/人").expect(&[]);
    }

    #[test]
    fn current_assets_turn_no_slower_than_all_assets() {
        let path = "benefits[3].values.2025";
        check("C005", path, "0.90", &[&format!("warning {path}")]);
        check("C005", path, "0.95", &[]);
        check("C005", "benefits[0].values.2025", "0", &[]);
        check("C005", "benefits[0].unit", "亿元", &[]);
    }

    #[test]
    fn a_row_that_was_replaced_is_not_judged_as_the_old_one() {
        let rework = Case::of("C007").set("benefits[8].name", "一次交验合格率");
        rework.set("benefits[8].values.2025", "97.1").expect(&[]);
        let turnover = Case::of("C005").set("benefits[3].name", "应收账款周转率");
        turnover.set("benefits[3].values.2025", "0.3").expect(&[]);
        Case::of("C007").set("benefits[8].unit", "PPM").set("benefits[8].values.2025", "97").expect(&[]);
    }

    #[test]
    fn what_passes_is_not_reworked() {
        let path = "benefits[8].values.2024";
        check("C007", path, "0.81", &[&format!("warning {path}")]);
        check("C007", path, "0.80", &[]);
        check("C007", path, "/", &[]);
    }
}
