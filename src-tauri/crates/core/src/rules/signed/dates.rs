//! 签署日期.

use crate::date::Date;
use crate::form::Path;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const SIGNED_ON: Rule = Rule {
    id: "S003",
    severity: Severity::Warning,
    title: "签署日期缺失或不合理",
    explanation: "承诺书的签署日期应与扫描件上手写的一致，不晚于今天，也不晚于申报截止日期；推荐表上的日期也是如此。请照签字盖章页填写。",
    clause: "附件1 承诺书、推荐表；通知三（二）",
    check: signed_on,
};

fn signed_on(context: &Context, findings: &mut Findings) {
    let content = context.content;
    let pledge = Path::root("pledge").key("signed_on");
    match content.pledge.signed_on {
        None => findings.report_missing(pledge, "承诺书的“签署日期”未填写：请照签字盖章页填写"),
        Some(day) => unlikely(context, findings, pledge, day, "承诺书"),
    }
    // The recommending unit dates its page by hand; only a date that cannot be is worth a word.
    if let Some(day) = content.recommendation.signed_on {
        unlikely(context, findings, Path::root("recommendation").key("signed_on"), day, "推荐表");
    }
}

fn unlikely(context: &Context, findings: &mut Findings, path: Path, day: Date, page: &str) {
    let shown = day.chinese();
    if day > context.facts.today {
        findings.report(path, format!("{page}的签署日期{shown}还没有到：请照签字盖章页改正"));
    } else if let Some(deadline) = context.edition.deadline.filter(|deadline| day > *deadline) {
        findings.report(
            path,
            format!("{page}的签署日期{shown}晚于申报截止日期{}：请照签字盖章页改正", deadline.chinese()),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::Value;

    #[test]
    fn the_pledge_is_dated() {
        Case::of("S003").set("pledge.signed_on", Value::Null).expect(&["warning pledge.signed_on"]);
        Case::of("S003").set("recommendation.signed_on", Value::Null).expect(&[]);
    }

    #[test]
    fn no_page_is_signed_in_the_future() {
        let on = |page: &str, day: &str| Case::of("S003").set(&format!("{page}.signed_on"), day);
        on("pledge", "2026-05-09").expect(&["warning pledge.signed_on"]);
        on("pledge", "2026-05-08").expect(&[]);
        on("recommendation", "2026-05-09").expect(&["warning recommendation.signed_on"]);
    }

    #[test]
    fn no_page_is_signed_after_the_deadline() {
        let on = |day: &str| Case::of("S003").on("2026-06-01").set("pledge.signed_on", day);
        on("2026-05-21").expect(&["warning pledge.signed_on"]);
        on("2026-05-20").expect(&[]);
    }
}
