//! Satisfaction and loyalty reports, and the years they cover.

use super::files::{item, items_of};
use crate::form::{EvidenceCategory, Path, Year};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const SATISFACTION: Rule = Rule {
    id: "V003",
    severity: Severity::Error,
    title: "缺少顾客满意度调查分析报告",
    explanation: "顾客市场绩效统计表后注明需提供顾客满意度调查分析报告。自评的附本单位的分析报告，第三方调查的附调查机构的报告。\
        满意度和忠诚度合在一份报告里的，题名写明两者即可。",
    clause: "附件1 顾客市场绩效统计表注；附件2 三",
    check: satisfaction,
};

pub(super) const LOYALTY: Rule = Rule {
    id: "V004",
    severity: Severity::Error,
    title: "缺少顾客忠诚度调查分析报告",
    explanation: "顾客市场绩效统计表后注明需提供顾客忠诚度调查分析报告。自评的附本单位的分析报告，第三方调查的附调查机构的报告。\
        满意度和忠诚度合在一份报告里的，题名写明两者即可。",
    clause: "附件1 顾客市场绩效统计表注；附件2 三",
    check: loyalty,
};

pub(super) const YEARS: Rule = Rule {
    id: "V011",
    severity: Severity::Warning,
    title: "报告没有覆盖近三年",
    explanation: "统计表要填近三年的数据，满意度、忠诚度报告和财务证明也应覆盖这三年，可以是一份，也可以一年一份。\
        请在材料的“年度”里勾选它覆盖的年份，缺的年份请补上报告。",
    clause: "附件1 填报说明3；附件2 一、5",
    check: years,
};

fn satisfaction(context: &Context, findings: &mut Findings) {
    if !has_report(context, EvidenceCategory::Satisfaction, "满意") {
        let category = context.edition.evidence.category_label(EvidenceCategory::Satisfaction);
        let message = format!("缺少顾客满意度调查分析报告：请添加近三年的报告，类别选“{category}”");
        findings.report_missing(Path::root("evidence"), message);
    }
}

fn loyalty(context: &Context, findings: &mut Findings) {
    if !has_report(context, EvidenceCategory::Loyalty, "忠诚") {
        let category = context.edition.evidence.category_label(EvidenceCategory::Loyalty);
        let message = format!("缺少顾客忠诚度调查分析报告：请添加近三年的报告，类别选“{category}”");
        findings.report_missing(Path::root("evidence"), message);
    }
}

/// Whether there is such a report, or one of the other kind whose title names this one too: 顾客满意度和忠诚度调查报告.
fn has_report(context: &Context, category: EvidenceCategory, word: &str) -> bool {
    let both = [EvidenceCategory::Satisfaction, EvidenceCategory::Loyalty];
    let mut items = context.content.evidence.iter();
    items
        .any(|item| item.category == category || (both.contains(&item.category) && item.title.contains(word)))
}

fn years(context: &Context, findings: &mut Findings) {
    for category in [EvidenceCategory::Satisfaction, EvidenceCategory::Loyalty, EvidenceCategory::Financial] {
        let items: Vec<_> = items_of(context, category).collect();
        let covered = |year: &Year| items.iter().any(|(_, item)| item.years.contains(year));
        let absent: Vec<String> =
            context.edition.years().iter().filter(|year| !covered(year)).map(Year::to_string).collect();
        if absent.is_empty() || items.is_empty() {
            continue;
        }
        let place = match items[..] {
            [(index, _)] => item(index).key("years"),
            _ => Path::root("evidence"),
        };
        let category = context.edition.evidence.category_label(category);
        let years = absent.join("、");
        let message = format!("“{category}”没有覆盖{years}年：请勾选材料覆盖的年度，缺的请补上");
        findings.add(place, message).missing().resting_on(&[category, &years]);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    #[test]
    fn both_reports_are_there() {
        Case::of("V003").set("evidence[1].category", "other").expect(&["error evidence"]);
        Case::of("V004").set("evidence[2].category", "other").expect(&["error evidence"]);
    }

    #[test]
    fn no_false_alarm_on_one_report_of_both() {
        let title = "2023—2025年顾客满意度和忠诚度调查分析报告";
        let satisfaction =
            || Case::of("V004").set("evidence[2].category", "other").set("evidence[1].title", title);
        satisfaction().expect(&[]);
        Case::of("V003").set("evidence[1].category", "other").set("evidence[2].title", title).expect(&[]);
    }

    #[test]
    fn reports_cover_the_three_years_together() {
        let years = |years| Case::of("V011").set("evidence[1].years", years);
        years(json!(["2024", "2025"])).expect(&["warning evidence[1].years"]);
        years(json!(["2024"])).expect_message(&["2023、2025年"]);
        years(json!([])).expect(&["warning evidence[1].years"]);
        years(json!(["2022", "2025", "2023", "2024"])).expect(&[]);
        let second =
            |years| json!({ "id": "e9", "category": "satisfaction", "years": years, "files": ["a2"] });
        years(json!(["2025"])).set("evidence[7]", second(json!(["2023", "2024"]))).expect(&[]);
        years(json!(["2025"])).set("evidence[7]", second(json!(["2024"]))).expect(&["warning evidence"]);
    }

    #[test]
    fn certificates_and_honours_need_not_cover_three_years() {
        Case::of("V011").set("evidence[3].years", json!([])).set("evidence[0].years", json!([])).expect(&[]);
        Case::of("V011").set("evidence", json!([])).expect(&[]);
    }
}
