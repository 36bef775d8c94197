//! 推荐单位 and 推荐表.

use crate::form::Path;
use crate::rules::{Context, Findings, Rule, Severity};
use crate::text::half_width;

pub(super) const UNIT: Rule = Rule {
    id: "F010",
    severity: Severity::Error,
    title: "推荐单位未填写",
    explanation: "申报表“推荐单位”须与在推荐表上盖章的单位一致，一般为所在县（市、区）经信局。",
    clause: "附件1 申报表 推荐单位",
    check: |context, findings| {
        if context.content.declaration.recommending_unit.is_blank() {
            let path = Path::root("declaration").key("recommending_unit");
            findings.report_missing(path, "“推荐单位”未填写：请填写在推荐表上盖章的单位全称");
        }
    },
};

pub(super) const SAME_UNIT: Rule = Rule {
    id: "F011",
    severity: Severity::Warning,
    title: "推荐单位前后不一致",
    explanation: "推荐表和申报表各有一处“推荐单位”，应为同一单位、同一写法，并与推荐表上的公章一致。",
    clause: "附件1 推荐表、申报表 推荐单位",
    check: same_unit,
};

fn same_unit(context: &Context, findings: &mut Findings) {
    let recommended = context.content.recommendation.unit.trim();
    let declared = context.content.declaration.recommending_unit.trim();
    if recommended.is_empty() || declared.is_empty() || folded(recommended) == folded(declared) {
        return;
    }
    let message =
        format!("“推荐单位”在推荐表中是“{recommended}”，在申报表中是“{declared}”：请都改为公章上的全称");
    findings.add(Path::root("recommendation").key("unit"), message).resting_on(&[recommended, declared]);
}

fn folded(text: &str) -> String {
    half_width(text).split_whitespace().collect()
}

pub(super) const CONTACT: Rule = Rule {
    id: "F025",
    severity: Severity::Hint,
    title: "推荐表联系信息未填",
    explanation: "推荐表的推荐单位、联系人、电话、手机、电子邮箱由推荐单位填写；送推荐单位盖章前可以先问清填好，也可由其手填。",
    clause: "附件1 推荐表",
    check: contact,
};

fn contact(context: &Context, findings: &mut Findings) {
    let form = &context.content.recommendation;
    let labels = &context.edition.application.recommendation;
    let fields = [
        ("unit", &labels.unit, &form.unit),
        ("contact", &labels.contact, &form.contact),
        ("telephone", &labels.telephone, &form.telephone),
        ("mobile", &labels.mobile, &form.mobile),
        ("email", &labels.email, &form.email),
    ];
    let root = Path::root("recommendation");
    if fields.iter().all(|(_, _, text)| text.is_blank()) {
        findings.report_missing(root, "推荐表的推荐单位和联系信息均未填写：由推荐单位填写，盖章前请提醒");
        return;
    }
    for (key, label, _) in fields.iter().filter(|(_, _, text)| text.is_blank()) {
        findings
            .report_missing(root.key(key), format!("推荐表“{label}”未填写：由推荐单位填写，盖章前请提醒"));
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    #[test]
    fn the_recommending_unit_is_named() {
        Case::of("F010")
            .set("declaration.recommending_unit", "")
            .expect(&["error declaration.recommending_unit"]);
        Case::of("F010").set("declaration.recommending_unit", "宁波市经信局").expect(&[]);
    }

    #[test]
    fn both_pages_name_the_same_unit() {
        let other = Case::of("F011").set("recommendation.unit", "宁波市经信局");
        other.expect(&["warning recommendation.unit"]);
        Case::of("F011").set("recommendation.unit", " 宁波市虚安区经济和信息化局\u{3000}").expect(&[]);
        Case::of("F011").set("recommendation.unit", "").expect(&[]);
    }

    #[test]
    fn empty_contacts_are_one_hint_or_one_each() {
        Case::of("F025").set("recommendation", json!({})).expect(&["hint recommendation"]);
        Case::of("F025").set("recommendation.mobile", "").expect(&["hint recommendation.mobile"]);
        Case::of("F025").set("recommendation.opinion", "").expect(&[]);
    }
}
