//! What is ticked or chosen in the 申报表.

use crate::form::{Path, Text};
use crate::rules::{Context, Findings, Fix, Rule, Severity};
use crate::text::half_width;

pub(super) const CENTRAL_ENTERPRISE: Rule = Rule {
    id: "F004",
    severity: Severity::Error,
    title: "是否属于中央企业未选",
    explanation: "申报表“是否属于中央企业”必须在“是”“否”中选一项，两个方框都空着会被退回。",
    clause: "附件1 申报表 是否属于中央企业",
    check: |context, findings| {
        if context.content.declaration.central_enterprise.is_none() {
            findings
                .report_missing(declaration("central_enterprise"), "“是否属于中央企业”未选：请选“是”或“否”");
        }
    },
};

pub(super) const CENTRAL_GROUP: Rule = Rule {
    id: "F005",
    severity: Severity::Error,
    title: "央企未填所属集团",
    explanation: "选择“属于中央企业”的，须填写所属央企集团全称，以国务院国资委公布的央企名录为准。",
    clause: "附件1 申报表 所属央企集团全称",
    check: |context, findings| {
        let declaration = &context.content.declaration;
        if declaration.central_enterprise == Some(true) && says_none(&declaration.central_group) {
            let message = "“所属央企集团全称”未填写：已选择属于中央企业，请填写集团全称";
            let finding = findings.add(self::declaration("central_group"), message);
            if declaration.central_group.is_blank() {
                finding.missing();
            }
        }
    },
};

pub(super) const NO_CENTRAL_GROUP: Rule = Rule {
    id: "F006",
    severity: Severity::Warning,
    title: "非央企填了所属集团",
    explanation: "“所属央企集团全称”非央企不用填。选了“否”又填了集团名称，前后矛盾，请更正其中一处。",
    clause: "附件1 申报表 所属央企集团全称（非央企不用填）",
    check: |context, findings| {
        let declaration = &context.content.declaration;
        if declaration.central_enterprise == Some(false) && !says_none(&declaration.central_group) {
            let message = "“是否属于中央企业”选了“否”，“所属央企集团全称”却填了内容：请清空，或改选“是”";
            findings.report(self::declaration("central_group"), message);
        }
    },
};

pub(super) const INDUSTRY: Rule = Rule {
    id: "F007",
    severity: Severity::Error,
    title: "行业分类未填或不在列表中",
    explanation: "行业分类按 GB/T 4754-2017 国民经济行业分类选到大类，写作“制造业 > 通用设备制造业”。\
                  未选为错误；填的不在列表中为警告，请从列表里选一项。",
    clause: "附件1 申报表 行业分类；GB/T 4754-2017",
    check: industry,
};

fn industry(context: &Context, findings: &mut Findings) {
    let industry = &context.content.declaration.industry;
    if industry.is_blank() {
        findings.report_missing(declaration("industry"), "“行业分类”未填写：请从列表中选择门类和大类");
        return;
    }
    let typed = folded(industry);
    let known = &context.edition.lists.industries;
    let mut printed =
        known.iter().flat_map(|one| one.divisions.iter().map(|division| (&one.section, division)));
    if printed.clone().any(|(section, division)| typed == folded(&format!("{section}>{division}"))) {
        return;
    }
    let listed = printed.find(|(_, division)| typed.ends_with(&folded(division)));
    let listed = listed.map(|(section, division)| format!("{section} > {division}"));
    let suggestion = match &listed {
        Some(listed) => format!("，应为“{listed}”"),
        None => "，请从列表中选择".into(),
    };
    let message = format!("“行业分类”填的“{}”不在列表中{suggestion}", industry.trim());
    let fix = Fix::rewrite_if(industry, listed);
    findings.add(declaration("industry"), message).with_severity(Severity::Warning).fixed_by(fix);
}

pub(super) const ORGANIZATION_TYPE: Rule = Rule {
    id: "F008",
    severity: Severity::Error,
    title: "组织类型未选或不在列表中",
    explanation: "申报表“组织类型”是必选项，请按营业执照上的类型从列表中选择；列表里没有的选“其他”。\
                  未选为错误；填的不在今年通知的列表中为警告，多半是往年列表里的说法。",
    clause: "附件1 申报表 组织类型",
    check: |context, findings| {
        let options = &context.edition.lists.organization_types;
        let typed = &context.content.declaration.organization_type;
        listed(findings, "organization_type", "组织类型", typed, options);
    },
};

pub(super) const ORGANIZATION_SIZE: Rule = Rule {
    id: "F009",
    severity: Severity::Error,
    title: "组织规模未选或不在列表中",
    explanation: "申报表“组织规模”是必选项，按《统计上大中小微型企业划分办法（2017）》由员工总数和营业收入确定。\
                  未选为错误；填的不在今年通知的列表中为警告。",
    clause: "附件1 申报表 组织规模",
    check: |context, findings| {
        let options = &context.edition.lists.organization_sizes;
        let typed = &context.content.declaration.organization_size;
        listed(findings, "organization_size", "组织规模", typed, options);
    },
};

/// Whether something is chosen, and from the edition's list: another year's may have had other words.
fn listed(findings: &mut Findings, key: &str, label: &str, typed: &Text, options: &[String]) {
    if typed.is_blank() {
        let message = format!("“{label}”未选择：请从列表中选一项（{}）", options.join("、"));
        findings.report_missing(declaration(key), message);
    } else if !options.iter().any(|option| folded(option) == folded(typed)) {
        let message = format!("“{label}”填的“{}”不在列表中，请从列表中选择", typed.trim());
        findings.report_as(Severity::Warning, declaration(key), message);
    }
}

pub(super) const DIRECTION: Rule = Rule {
    id: "F012",
    severity: Severity::Error,
    title: "申报方向未选",
    explanation: "申报方向为单选，对应征集范围的四个方向，专家按方向分组评审。请选与典型经验最贴近的一个。",
    clause: "通知一（一）；附件1 申报表 申报方向（单选）",
    check: |context, findings| {
        if context.content.declaration.direction.is_none() {
            let offered =
                context.edition.application.declaration.directions.all().map(|(_, label)| label).join("、");
            let message = format!("“申报方向”未选：请选与典型经验最贴近的一项（{offered}）");
            findings.report_missing(declaration("direction"), message);
        }
    },
};

pub(super) const ISO_9001: Rule = Rule {
    id: "F013",
    severity: Severity::Error,
    title: "ISO 9001认证情况未选",
    explanation: "申报表须答明是否通过ISO 9001质量管理体系认证且证书在有效期内；选“是”的还要在证实性材料中附证书。",
    clause: "附件1 申报表 注；办法第八条（三）",
    check: |context, findings| {
        if context.content.declaration.iso9001.is_none() {
            findings.report_missing(
                declaration("iso9001"),
                "“是否通过ISO 9001质量管理体系认证”未选：请选“是”或“否”",
            );
        }
    },
};

fn declaration(key: &str) -> Path {
    Path::root("declaration").key(key)
}

/// Nothing, or a word for nothing.
fn says_none(text: &Text) -> bool {
    let typed = text.trim();
    let none = matches!(typed, "" | "/" | "／" | "—" | "——" | "-" | "无" | "N/A" | "非央企" | "非中央企业");
    none || ["不适用", "不用填", "无需填", "（非央企"].iter().any(|words| typed.starts_with(words))
}

/// For comparison: half width, without blanks.
fn folded(text: &str) -> String {
    half_width(text).split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::Value;

    fn check(rule: &'static str, key: &str, value: impl Into<Value>, expected: &[&str]) {
        Case::of(rule).set(&format!("declaration.{key}"), value).expect(expected);
    }

    #[test]
    fn whether_central_is_answered() {
        check("F004", "central_enterprise", Value::Null, &["error declaration.central_enterprise"]);
        check("F004", "central_enterprise", false, &[]);
    }

    #[test]
    fn a_central_enterprise_names_its_group() {
        check("F005", "central_enterprise", true, &["error declaration.central_group"]);
        let central = || Case::of("F005").set("declaration.central_enterprise", true);
        central().set("declaration.central_group", "/").expect(&["error declaration.central_group"]);
        central().set("declaration.central_group", "中国虚装集团有限公司").expect(&[]);
        check("F005", "central_enterprise", Value::Null, &[]);
    }

    #[test]
    fn another_names_none() {
        check("F006", "central_group", "中国虚装集团有限公司", &["warning declaration.central_group"]);
        for none in ["/", "无", " ", "不适用", "不适用（非央企）", "N/A"] {
            check("F006", "central_group", none, &[]);
        }
    }

    #[test]
    fn the_industry_is_one_of_the_list() {
        check("F007", "industry", "", &["error declaration.industry"]);
        check("F007", "industry", "制造业 > 轴承制造", &["warning declaration.industry"]);
        check("F007", "industry", "制造业＞通用设备制造业", &[]);
        Case::of("F007")
            .set("declaration.industry", "通用设备制造业")
            .expect_message(&["“制造业 > 通用设备制造业”"]);
    }

    #[test]
    fn type_size_direction_and_certificate_are_chosen() {
        check("F008", "organization_type", "", &["error declaration.organization_type"]);
        check("F008", "organization_type", "其他", &[]);
        check("F008", "organization_type", "乱写的类型", &["warning declaration.organization_type"]);
        check("F009", "organization_size", " ", &["error declaration.organization_size"]);
        check("F009", "organization_size", "小型", &[]);
        check("F009", "organization_size", "巨型", &["warning declaration.organization_size"]);
        check("F012", "direction", Value::Null, &["error declaration.direction"]);
        check("F012", "direction", "supply_chain", &[]);
        check("F013", "iso9001", Value::Null, &["error declaration.iso9001"]);
        check("F013", "iso9001", false, &[]);
    }

    #[test]
    fn a_division_alone_gets_its_section() {
        let path = "declaration.industry";
        let case = Case::of("F007").set(path, "通用设备制造业");
        case.expect_fixed(&format!("warning {path}"), path, "制造业 > 通用设备制造业");
    }
}
