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
        findings.report(Path::root("organization"), "“组织名称”未填写：请填写与营业执照一致的申报组织全称");
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
}
