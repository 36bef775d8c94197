//! 利润总额.

use crate::form::Path;
use crate::number;
use crate::rules::{Context, Findings, Rule, Severity};
use rust_decimal::Decimal;

pub(super) const POSITIVE: Rule = Rule {
    id: "Y006",
    severity: Severity::Error,
    title: "未连续三年盈利",
    explanation: "申报组织须近三年连续保持盈利，三年的利润总额都应大于0。请核对数值和正负号；确有亏损的，请先与推荐单位联系，确认能否申报。\
                  把“利润总额”换成其他指标的，不按利润判断。",
    clause: "通知一（二）1；办法第八条（二）",
    check: positive,
};

fn positive(context: &Context, findings: &mut Findings) {
    let Some((index, row)) = context.indicator("total_profit") else { return };
    for year in context.edition.years() {
        let typed = row.values.text(year);
        if number::parse(typed).is_some_and(|profit| profit <= Decimal::ZERO) {
            let message = format!(
                "“利润总额”{year}年为{}，征集条件要求近三年连续保持盈利：请核对数值和正负号；有亏损的，请先与推荐单位联系",
                typed.trim()
            );
            findings.report(Path::root("benefits").index(index).key("values").key(year), message);
        }
    }
}

pub(super) const WITHIN_REVENUE: Rule = Rule {
    id: "Y013",
    severity: Severity::Warning,
    title: "利润总额超过主营业务收入",
    explanation: "利润总额一般不会超过当年的主营业务收入，超过时多半是两行填反或单位不一致。请核对。",
    clause: "附件1 经济和质量效益统计表",
    check: within_revenue,
};

fn within_revenue(context: &Context, findings: &mut Findings) {
    let (Some((index, profit)), Some((_, revenue))) =
        (context.indicator("total_profit"), context.indicator("main_revenue"))
    else {
        return;
    };
    if profit.unit.trim() != revenue.unit.trim() {
        return;
    }
    for year in context.edition.years() {
        let (gained, earned) =
            (number::parse(profit.values.text(year)), number::parse(revenue.values.text(year)));
        if let (Some(gained), Some(earned)) = (gained, earned)
            && gained > earned
        {
            let message = format!(
                "“利润总额”{year}年（{gained}）超过主营业务收入（{earned}）：请核对两行是否填反，改正有误的数值"
            );
            let compared = [gained, earned].map(|value| value.to_string());
            let path = Path::root("benefits").index(index).key("values").key(year);
            findings.add(path, message).resting_on(&compared.each_ref().map(String::as_str));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    #[test]
    fn each_of_three_years_is_profitable() {
        for loss in ["0", "-120", "－0.5"] {
            Case::of("Y006").set("benefits[2].values.2024", loss).expect(&["error benefits[2].values.2024"]);
        }
        for other in ["0.01", "", "亏损", "/"] {
            Case::of("Y006").set("benefits[2].values.2024", other).expect(&[]);
        }
        Case::of("Y006").set("benefits[1].values.2024", "-1").expect(&[]);
        let others = Case::of("Y006").set("benefits[2].name", "现金流量净额");
        others.set("benefits[2].values.2024", "-1").expect(&[]);
        let billions = Case::of("Y006").set("benefits[2].unit", "亿元");
        billions.set("benefits[2].values.2024", "-0.1").expect(&["error benefits[2].values.2024"]);
    }

    #[test]
    fn profit_stays_within_revenue() {
        Case::of("Y013")
            .set("benefits[2].values.2025", "34500.1")
            .expect(&["warning benefits[2].values.2025"]);
        Case::of("Y013").set("benefits[2].values.2025", "34500").expect(&[]);
        Case::of("Y013").set("benefits[1].values.2025", "/").expect(&[]);
        let spent = Case::of("Y013").set("benefits[2].name", "研发投入");
        spent.set("benefits[2].values.2025", "90000").expect(&[]);
        // 利润以元计、收入以万元计：单位不同，不作比较
        Case::of("Y013").set("benefits[2].unit", "元").set("benefits[2].values.2025", "31800000").expect(&[]);
    }
}
