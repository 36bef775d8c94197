//! How 顾客满意度 and 顾客忠诚程度 were found.

use super::products;
use crate::form::{ByYear, Path, Survey, SurveyMethod};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const METHOD: Rule = Rule {
    id: "Y015",
    severity: Severity::Error,
    title: "调查方式未选",
    explanation: "顾客满意度和顾客忠诚程度每一年都要选“自评”或“第三方调查”，并与证实性材料中的调查分析报告一致。",
    clause: "附件1 顾客市场绩效统计表",
    check: method,
};

fn method(context: &Context, findings: &mut Findings) {
    let products = &context.content.market.products;
    if products.iter().all(|product| products::is_blank(context, product)) {
        return;
    }
    for (label, root, survey) in surveys(context) {
        let years = context.edition.years();
        let is_open = |year: &_| survey.get(*year).is_none_or(|survey| survey.method.is_none());
        if years.iter().all(is_open) {
            findings.report_missing(root, format!("“{label}”三年的调查方式均未选：请选“自评”或“第三方调查”"));
            continue;
        }
        for year in years.iter().filter(|year| is_open(year)) {
            let message = format!("“{label}”{year}年的调查方式未选：请选“自评”或“第三方调查”");
            findings.report_missing(root.key(year).key("method"), message);
        }
    }
}

pub(super) const AGENCY: Rule = Rule {
    id: "Y016",
    severity: Severity::Error,
    title: "第三方调查未填调查机构",
    explanation: "选“第三方调查”的，要填写调查机构名称，与调查分析报告的出具单位一致。",
    clause: "附件1 顾客市场绩效统计表 调查机构名称",
    check: agency,
};

fn agency(context: &Context, findings: &mut Findings) {
    for (label, root, survey) in surveys(context) {
        for year in context.edition.years() {
            let Some(survey) = survey.get(year) else { continue };
            if survey.method == Some(SurveyMethod::ThirdParty) && survey.agency.is_blank() {
                let message = format!("“{label}”{year}年选了“第三方调查”，请填写调查机构名称");
                findings.report_missing(root.key(year).key("agency"), message);
            }
        }
    }
}

pub(super) const SELF_AND_AGENCY: Rule = Rule {
    id: "Y028",
    severity: Severity::Warning,
    title: "自评却填了调查机构",
    explanation: "选“自评”的由本单位调查，不填调查机构；由机构调查的请改选“第三方调查”。请与证实性材料中的调查分析报告核对。",
    clause: "附件1 顾客市场绩效统计表 调查机构名称",
    check: self_and_agency,
};

fn self_and_agency(context: &Context, findings: &mut Findings) {
    for (label, root, survey) in surveys(context) {
        for year in context.edition.years() {
            let Some(survey) = survey.get(year) else { continue };
            let agency = survey.agency.trim();
            let is_named = !agency.is_empty() && !["/", "／", "—", "无"].contains(&agency);
            if survey.method == Some(SurveyMethod::SelfAssessment) && is_named {
                let message = format!(
                    "“{label}”{year}年选了“自评”，又填了调查机构“{agency}”：请改选“第三方调查”，或删去机构"
                );
                findings.add(root.key(year).key("agency"), message).resting_on(&["self", agency]);
            }
        }
    }
}

fn surveys<'a>(context: &Context<'a>) -> [(&'a str, Path, &'a ByYear<Survey>); 2] {
    let labels = &context.edition.application.market;
    let market = &context.content.market;
    [
        (&labels.satisfaction, Path::root("market").key("satisfaction_survey"), &market.satisfaction_survey),
        (&labels.loyalty, Path::root("market").key("loyalty_survey"), &market.loyalty_survey),
    ]
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::{Value, json};

    #[test]
    fn the_method_of_each_year_is_chosen() {
        let path = "market.satisfaction_survey.2024.method";
        Case::of("Y015").set(path, Value::Null).expect(&[&format!("error {path}")]);
        Case::of("Y015").set("market.loyalty_survey", json!({})).expect(&["error market.loyalty_survey"]);
        Case::of("Y015").set(path, "self").expect(&[]);
        Case::of("Y015").set("market.loyalty_survey.2019", json!({})).expect(&[]);
    }

    #[test]
    fn a_third_party_has_a_name() {
        let path = "market.loyalty_survey.2023";
        Case::of("Y016")
            .set(path, json!({ "method": "third_party", "agency": " " }))
            .expect(&["error market.loyalty_survey.2023.agency"]);
        Case::of("Y016").set(path, json!({ "method": "third_party", "agency": "甲中心" })).expect(&[]);
        Case::of("Y016").set(path, json!({ "method": "self", "agency": "" })).expect(&[]);
    }

    #[test]
    fn who_asks_oneself_names_no_agency() {
        let path = "market.loyalty_survey.2023.agency";
        Case::of("Y028").set(path, "甲中心").expect(&[&format!("warning {path}")]);
        Case::of("Y028").set(path, "/").expect(&[]);
        Case::of("Y028")
            .set(path, "甲中心")
            .set("market.loyalty_survey.2023.method", "third_party")
            .expect(&[]);
    }
}
