//! 组织名称.

use crate::form::Path;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const NAME: Rule = Rule {
    id: "F001",
    severity: Severity::Error,
    title: "组织名称未填写",
    explanation: "封面、承诺书、申报表、压缩包和邮件主题都用这一处的组织名称。请填写与营业执照一致的申报组织全称。",
    clause: "附件1 封面、申报表；填报说明4",
    check: name,
};

fn name(context: &Context, findings: &mut Findings) {
    if context.content.organization.is_blank() {
        findings.report_missing(
            Path::root("organization"),
            "“组织名称”未填写：请填写与营业执照一致的申报组织全称",
        );
    }
}

pub(super) const LEGAL_FORM: Rule = Rule {
    id: "F024",
    severity: Severity::Warning,
    title: "组织名称不像全称",
    explanation: "压缩包以“申报组织全称”命名，全称以组织形式结尾，如有限公司、股份有限公司、集团、厂、研究院。\
                  名称末尾没有组织形式时多半是简称，请按营业执照补全。",
    clause: "附件1 填报说明4；申报表 组织名称",
    check: legal_form,
};

/// What the registered names of legal persons end in.
const LEGAL_FORMS: &[&str] = &[
    "公司", "集团", "厂", "院", "所", "中心", "社", "企业", "合伙", "矿", "场", "站", "局", "校", "大学",
    "银行", "店", "馆", "部", "会", "处", "室", "园", "队", "段", "港", "坊", "行", "铺", "台", "署", "Ltd",
    "Ltd.", "Inc", "Inc.", "LLC", "GmbH",
];

fn legal_form(context: &Context, findings: &mut Findings) {
    let name = context.content.organization.trim();
    let stem = without_brackets_behind(name);
    if name.is_empty() || LEGAL_FORMS.iter().any(|form| stem.ends_with(form)) {
        return;
    }
    let message =
        format!("“组织名称”填的是“{name}”，末尾没有有限公司、集团、厂、院等组织形式：请按营业执照补全");
    findings.report(Path::root("organization"), message);
}

/// `某企业（有限合伙）` without its brackets.
fn without_brackets_behind(name: &str) -> &str {
    match name.strip_suffix(['）', ')']).and_then(|inner| inner.rfind(['（', '('])) {
        Some(open) if open > 0 => name[..open].trim_end(),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    #[test]
    fn an_application_has_an_applicant() {
        Case::of("F001").set("organization", "").expect(&["error organization"]);
        Case::of("F001").set("organization", "\u{3000} ").expect(&["error organization"]);
        Case::of("F001").set("organization", "甲厂").expect(&[]);
    }

    #[test]
    fn a_short_name_is_no_full_name() {
        for name in ["虚安智能水表", "虚安水表（宁波）", "虚安仪表事业"] {
            Case::of("F024").set("organization", name).expect(&["warning organization"]);
        }
    }

    #[test]
    fn every_legal_form_is_one() {
        for name in [
            "浙江虚安集团股份有限公司",
            "虚安集团",
            "宁波市第二轴承厂",
            "浙江省机电设计研究院",
            "宁波虚安投资合伙企业（有限合伙）",
            "虚安（宁波）有限公司",
            "国网浙江省电力有限公司宁波供电公司",
            "",
        ] {
            Case::of("F024").set("organization", name).expect(&[]);
        }
    }
}
