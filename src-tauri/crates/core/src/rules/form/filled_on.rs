//! 填表日期.

use crate::form::Path;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const FILLED_ON: Rule = Rule {
    id: "F022",
    severity: Severity::Error,
    title: "填表日期未填或不合理",
    explanation: "封面的填表日期必须填写；在今天之后或在申报截止日期之后的为警告，请改为实际填表的日期。",
    clause: "附件1 封面 填表日期；通知三（二）",
    check: filled_on,
};

fn filled_on(context: &Context, findings: &mut Findings) {
    let path = Path::root("filled_on");
    let Some(filled_on) = context.content.filled_on else {
        findings.report_missing(path, "“填表日期”未填写：请填写封面上的填表日期");
        return;
    };
    let day = filled_on.chinese();
    if let Some(deadline) = context.edition.deadline.filter(|deadline| filled_on > *deadline) {
        let message =
            format!("“填表日期”{day}在申报截止日期{}之后：请改为实际填表的日期", deadline.chinese());
        findings.report_as(Severity::Warning, path, message);
    } else if filled_on > context.facts.today {
        findings.report_as(Severity::Warning, path, format!("“填表日期”{day}还没有到：请改为实际填表的日期"));
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    #[test]
    fn the_day_is_given_and_neither_ahead_nor_too_late() {
        Case::of("F022").set("filled_on", "").expect(&["error filled_on"]);
        Case::of("F022").set("filled_on", "2026-05-09").expect(&["warning filled_on"]);
        Case::of("F022").set("filled_on", "2026-05-21").on("2026-05-30").expect(&["warning filled_on"]);
        Case::of("F022").set("filled_on", "2026-05-08").expect(&[]);
        Case::of("F022").set("filled_on", "2026-05-20").on("2026-05-20").expect(&[]);
    }
}
