//! The qualification (征集条件, 办法第八条), Q001–Q008.

use super::{Context, Findings, Rule, Severity, last_year};
use crate::edition::Track;
use crate::form::Path;
use crate::form::map::PartKey;

pub(super) const RULES: &[Rule] =
    &[LEGAL_PERSON, CLEAN_RECORD, MATURE, SHARING, CERTIFIED, PROVINCIAL_BENCHMARK, TRUE_AND_OPEN, LAST_YEAR];

const LEGAL_PERSON: Rule = Rule {
    id: "Q001",
    severity: Severity::Confirmation,
    title: "具有独立法人资格、合法注册",
    explanation: "申报组织须在中华人民共和国境内合法注册与经营，具有独立法人资格；分公司、事业部不能单独申报。请核对营业执照后确认。",
    clause: "通知一（二）1；办法第八条（一）（二）",
    check: |context, findings| confirmation(context, "Q001", LEGAL_PERSON.title, findings),
};

const CLEAN_RECORD: Rule = Rule {
    id: "Q002",
    severity: Severity::Confirmation,
    title: "近三年诚信、质量、安全、环保等方面无违法行为和不良记录",
    explanation: "请向法务、质量、安全、环保部门核实，并查询信用中国、国家企业信用信息公示系统后确认。",
    clause: "通知一（二）1；办法第八条（二）",
    check: |context, findings| confirmation(context, "Q002", CLEAN_RECORD.title, findings),
};

const MATURE: Rule = Rule {
    id: "Q003",
    severity: Severity::Confirmation,
    title: "方法和经验已成熟应用",
    explanation: "典型经验须是实施多年的成熟实践，对质量和效益提升有明显促进作用，在地区和行业内表现突出。请由经验主管部门确认。",
    clause: "通知一（二）2；办法第八条（四）",
    check: |context, findings| confirmation(context, "Q003", MATURE.title, findings),
};

const SHARING: Rule = Rule {
    id: "Q004",
    severity: Severity::Confirmation,
    title: "愿意参与分享交流",
    explanation: "入选后有义务在不涉及商业机密的情况下参与分享交流、视频录制和案例集编写。请由负责人确认。",
    clause: "通知一（二）3；办法第八条（五）；附件2 四",
    check: |context, findings| confirmation(context, "Q004", SHARING.title, findings),
};

const TRUE_AND_OPEN: Rule = Rule {
    id: "Q007",
    severity: Severity::Confirmation,
    title: "材料不涉及国家秘密，数据真实有效",
    explanation: "申报材料不得涉及国家秘密，数据和证明须真实、有效，由申报组织承担责任。请经保密审查和数据核对后确认。",
    clause: "附件1 填报说明2；承诺书2",
    check: |context, findings| confirmation(context, "Q007", TRUE_AND_OPEN.title, findings),
};

/// Asks for a person's word until it is given, and again when what it was given for has changed; the edition has the
/// wording.
fn confirmation(context: &Context, id: &str, title: &str, findings: &mut Findings) {
    let is_given = context.content.confirmations.get(id).is_some_and(|answer| answer.confirmed_on.is_some());
    let is_outdated = context.facts.outdated_answers.contains(id);
    let ask = match (is_given, is_outdated) {
        (true, false) => return,
        (true, true) => "确认之后组织名称、统一社会信用代码、经验名称或申报方向改过，请再次确认",
        (false, _) => "请确认",
    };
    let path = Path::root("confirmations").key(id);
    match context.edition.qualification.conditions.iter().find(|condition| condition.rule == id) {
        Some(condition) => {
            findings.add(path, format!("{ask}：{}", condition.text)).missing().clause =
                condition.clause.clone();
        }
        None => findings.report_missing(path, format!("{ask}：{title}")),
    }
}

const CERTIFIED: Rule = Rule {
    id: "Q005",
    severity: Severity::Error,
    title: "未通过ISO 9001认证",
    explanation: "申报全国质量标杆须通过ISO 9001质量管理体系认证且证书在有效期内，选“否”为错误；\
                  省级征集条件没有列出这一项，选“否”为警告。",
    clause: "办法第八条（三）",
    check: |context, findings| {
        if context.content.declaration.iso9001 == Some(false) {
            let message = "“是否通过ISO 9001质量管理体系认证”选了“否”，办法要求通过认证且证书在有效期内：已通过的请改选“是”，并附上证书";
            findings.report_as(context.national(), Path::root("declaration").key("iso9001"), message);
        }
    },
};

const PROVINCIAL_BENCHMARK: Rule = Rule {
    id: "Q006",
    severity: Severity::Error,
    title: "不是规定年度的省级质量标杆",
    explanation: "申报全国质量标杆须为省级质量标杆，包括已评为前两年的和当年新征集的。请选择评为省级质量标杆的年度；\
                  省级征集不必填，填了而不在列表中为警告。",
    clause: "通知二",
    check: provincial_benchmark,
};

fn provincial_benchmark(context: &Context, findings: &mut Findings) {
    let labels = &context.edition.qualification;
    let path = Path::root("qualification").key("provincial_benchmark_year");
    let offered: Vec<String> = labels.benchmark_years.iter().map(ToString::to_string).collect();
    let offered = offered.join("、");
    let message = match context.content.qualification.provincial_benchmark_year {
        None if context.content.track == Track::Provincial => return,
        None => format!(
            "“省级质量标杆年度”未填写，申报全国质量标杆须为{offered}年的省级质量标杆：请选择评上的年度"
        ),
        Some(year) if labels.benchmark_years.contains(&year) => return,
        Some(year) if context.content.track == Track::Provincial => {
            let message = format!("“省级质量标杆年度”填的“{year}”不在列表中，请从列表中选择或清空");
            return findings.report_as(Severity::Warning, path, message);
        }
        Some(year) => {
            format!(
                "“省级质量标杆年度”填的是{year}，申报全国质量标杆须为{offered}年的省级质量标杆：请从列表中选择"
            )
        }
    };
    let finding = findings.add(path, message);
    finding.clause = labels.benchmark_clause.clone();
    if context.content.qualification.provincial_benchmark_year.is_none() {
        finding.missing();
    }
}

const LAST_YEAR: Rule = last_year::rule("Q008", |context, findings| {
    last_year::open(context, findings, &[PartKey::Qualification])
});

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::{Value, json};

    #[test]
    fn what_only_a_person_can_say_is_asked_until_it_is_said() {
        for id in ["Q001", "Q002", "Q003", "Q004", "Q007"] {
            let path = format!("confirmations.{id}");
            Case::of(id).set(&path, json!({})).expect(&[&format!("confirmation {path}")]);
            Case::of(id).set(&path, json!({ "by": "沈和" })).expect(&[&format!("confirmation {path}")]);
            Case::of(id).set(&path, json!({ "confirmed_on": "2026-05-01" })).expect(&[]);
        }
        Case::of("Q002").set("confirmations", json!({})).expect_message(&["近三年在诚信、质量、安全、环保"]);
    }

    #[test]
    fn a_word_that_was_given_for_something_else_is_asked_again() {
        let outdated = Case::of("Q001").facts(|facts| facts.outdated_answers = ["Q001".to_owned()].into());
        outdated.expect_message(&["改过，请再次确认"]);
    }

    #[test]
    fn no_certificate_is_graver_on_the_national_track() {
        let without = || Case::of("Q005").set("declaration.iso9001", false);
        without().expect(&["warning declaration.iso9001"]);
        without().set("track", "national").expect(&["error declaration.iso9001"]);
        Case::of("Q005").set("declaration.iso9001", Value::Null).expect(&[]);
    }

    #[test]
    fn a_national_applicant_is_a_recent_provincial_benchmark() {
        let path = "qualification.provincial_benchmark_year";
        let national = || Case::of("Q006").set("track", "national");
        national().expect(&[&format!("error {path}")]);
        national().set(path, "2023").expect(&[&format!("error {path}")]);
        national().set(path, "2026").expect(&[]);
        Case::of("Q006").expect(&[]);
        Case::of("Q006").set(path, "2023").expect(&[&format!("warning {path}")]);
        Case::of("Q006").set(path, "2025").expect(&[]);
    }
}
