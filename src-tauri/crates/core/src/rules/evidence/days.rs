//! The days on certificates and reports.

use super::files::{item, items_of, title};
use crate::form::EvidenceCategory;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const ISSUED_LATE: Rule = Rule {
    id: "V017",
    severity: Severity::Warning,
    title: "材料的出具日期晚于填表日期",
    explanation: "证书、报告的发证（出具）日期不应晚于封面的填表日期（没填的按今天算），否则填表时还没有这份材料。请核对两个日期，改正有误的一处。",
    clause: "附件1 封面 填表日期；附件2 三",
    check: issued_late,
};

pub(super) const ENDS_FIRST: Rule = Rule {
    id: "V018",
    severity: Severity::Warning,
    title: "有效期早于发证日期",
    explanation: "证书的有效期至应在发证日期之后，两个日期多半填反或年份打错。请照证书改正。",
    clause: "附件2 三",
    check: ends_first,
};

pub(super) const ENDS_SOON: Rule = Rule {
    id: "V019",
    severity: Severity::Warning,
    title: "ISO 9001证书在申报截止前到期",
    explanation: "证书在填表日期有效，但在申报截止日期之前就到期，审核时已不在有效期内。请尽快换证，用新证书替换；\
        已换证的请换上新证书。",
    clause: "附件1 申报表；办法第八条（三）",
    check: ends_soon,
};

fn issued_late(context: &Context, findings: &mut Findings) {
    let day = context.content.filled_on.unwrap_or(context.facts.today);
    let which = if context.content.filled_on.is_some() { "填表日期" } else { "今天" };
    for (index, evidence) in context.content.evidence.iter().enumerate() {
        if let Some(issued) = evidence.issued_on.filter(|issued| *issued > day) {
            let message = format!(
                "{}的发证（出具）日期{}晚于{which}{}：请核对，改正有误的日期",
                title(context, index),
                issued.chinese(),
                day.chinese()
            );
            let path = item(index).key("issued_on");
            findings.add(path, message).resting_on(&[&issued.to_string(), &day.to_string()]);
        }
    }
}

fn ends_first(context: &Context, findings: &mut Findings) {
    for (index, evidence) in context.content.evidence.iter().enumerate() {
        let (Some(issued), Some(expires)) = (evidence.issued_on, evidence.expires_on) else { continue };
        if expires < issued {
            let message = format!(
                "{}的有效期至{}，早于发证日期{}：请照证书改正",
                title(context, index),
                expires.chinese(),
                issued.chinese()
            );
            let path = item(index).key("expires_on");
            findings.add(path, message).resting_on(&[&issued.to_string(), &expires.to_string()]);
        }
    }
}

fn ends_soon(context: &Context, findings: &mut Findings) {
    let Some(deadline) = context.edition.deadline else { return };
    let day = context.content.filled_on.unwrap_or(context.facts.today);
    let certificates = || items_of(context, EvidenceCategory::Iso9001);
    if certificates().any(|(_, certificate)| certificate.expires_on.is_none()) {
        return;
    }
    let latest = certificates().max_by_key(|(_, certificate)| certificate.expires_on);
    let Some((index, Some(last))) = latest.map(|(index, one)| (index, one.expires_on)) else { return };
    if last >= day && last < deadline {
        let message = format!(
            "ISO 9001证书有效期至{}，在申报截止日期{}之前到期：请尽快换证，用新证书替换",
            last.chinese(),
            deadline.chinese()
        );
        let path = item(index).key("expires_on");
        findings.add(path, message).resting_on(&[&last.to_string(), &deadline.to_string()]);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::{Value, json};

    #[test]
    fn nothing_is_issued_after_the_form_was_filled_in() {
        let issued = |day: &str| Case::of("V017").set("evidence[4].issued_on", day);
        issued("2026-05-07").expect(&["warning evidence[4].issued_on"]);
        issued("2026-05-06").expect(&[]);
        issued("2026-05-07").set("filled_on", Value::Null).expect(&[]);
        issued("2026-05-09").set("filled_on", Value::Null).expect(&["warning evidence[4].issued_on"]);
    }

    #[test]
    fn a_certificate_ends_after_it_begins() {
        let until = |day: &str| Case::of("V018").set("evidence[0].expires_on", day);
        until("2025-02-28").expect(&["warning evidence[0].expires_on"]);
        until("2025-03-01").expect(&[]);
        Case::of("V018").set("evidence[0].issued_on", Value::Null).expect(&[]);
    }

    #[test]
    fn the_certificate_holds_until_the_deadline() {
        let until = |day: &str| Case::of("V019").set("evidence[0].expires_on", day);
        until("2026-05-19").expect(&["warning evidence[0].expires_on"]);
        until("2026-05-20").expect(&[]);
        // Another rule says that it is no longer valid.
        until("2026-05-05").expect(&[]);
        let newer = json!({ "id": "e9", "category": "iso9001", "title": "新证书", "expires_on": "2029-05-19", "files": ["a1"] });
        until("2026-05-19").set("evidence[7]", newer).expect(&[]);
    }
}
