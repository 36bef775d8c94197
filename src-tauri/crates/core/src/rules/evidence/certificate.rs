//! The ISO 9001 certificate.

use super::files::{item, items_of};
use crate::form::{EvidenceCategory, Path};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const MISSING: Rule = Rule {
    id: "V001",
    severity: Severity::Error,
    title: "缺少ISO 9001证书",
    explanation: "申报表填写已通过ISO 9001质量管理体系认证，证实性材料中需提供证书照片或扫描件。请在证实性材料里添加，类别选“ISO 9001”。",
    clause: "附件1 申报表注；附件2 三；办法第八条（三）",
    check: missing,
};

pub(super) const EXPIRED: Rule = Rule {
    id: "V002",
    severity: Severity::Error,
    title: "ISO 9001证书已过期或没写有效期",
    explanation: "证书在填表日期应在有效期内（没填填表日期的按今天算）。附了几张的，有一张有效即可。\
        证书已过期的请换上换发后的证书；没写有效期的请照证书填上，程序才能核对。",
    clause: "附件1 申报表；办法第八条（三）",
    check: expired,
};

fn missing(context: &Context, findings: &mut Findings) {
    let certified = context.content.declaration.iso9001 == Some(true);
    if certified && items_of(context, EvidenceCategory::Iso9001).next().is_none() {
        let category = context.edition.evidence.category_label(EvidenceCategory::Iso9001);
        let message =
            format!("缺少ISO 9001质量管理体系认证证书：请添加证书的照片或扫描件，类别选“{category}”");
        findings.report_missing(Path::root("evidence"), message);
    }
}

fn expired(context: &Context, findings: &mut Findings) {
    let day = context.content.filled_on.unwrap_or(context.facts.today);
    let certificates = || items_of(context, EvidenceCategory::Iso9001);
    if certificates().any(|(_, certificate)| certificate.expires_on.is_some_and(|last| last >= day)) {
        return;
    }
    let undated = certificates().find(|(_, certificate)| certificate.expires_on.is_none());
    if let Some((index, _)) = undated {
        let message = "ISO 9001证书没有填有效期：请照证书填写，以便核对是否在有效期内";
        findings.add(item(index).key("expires_on"), message).missing().with_severity(Severity::Warning);
        return;
    }
    let latest = certificates().max_by_key(|(_, certificate)| certificate.expires_on);
    if let Some((index, Some(last))) = latest.map(|(index, certificate)| (index, certificate.expires_on)) {
        let (last, day) = (last.chinese(), day.chinese());
        let which = if context.content.filled_on.is_some() { "填表日期" } else { "今天" };
        findings.report(
            item(index).key("expires_on"),
            format!("ISO 9001证书有效期至{last}，到{which}{day}已过期：请换上有效的证书"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::{Value, json};

    #[test]
    fn who_says_yes_shows_the_certificate() {
        let case = || Case::of("V001").set("evidence[0].category", "other");
        case().expect(&["error evidence"]);
        case().set("declaration.iso9001", false).expect(&[]);
        case().set("declaration.iso9001", Value::Null).expect(&[]);
        Case::of("V001").expect(&[]);
    }

    #[test]
    fn the_certificate_is_valid_on_the_day_the_form_is_filled_in() {
        let until = |day: &str| Case::of("V002").set("evidence[0].expires_on", day);
        until("2026-05-05").expect(&["error evidence[0].expires_on"]);
        until("2026-05-05").expect_message(&["2026年5月5日", "2026年5月6日"]);
        until("2026-05-06").expect(&[]);
        until("2026-05-07").set("filled_on", Value::Null).expect(&["error evidence[0].expires_on"]);
        until("2026-05-08").set("filled_on", Value::Null).expect(&[]);
    }

    #[test]
    fn a_certificate_says_until_when() {
        Case::of("V002")
            .set("evidence[0].expires_on", Value::Null)
            .expect(&["warning evidence[0].expires_on"]);
    }

    #[test]
    fn beside_an_undated_certificate_one_expired_is_not_told() {
        let old = json!({ "id": "e9", "category": "iso9001", "title": "旧证书", "expires_on": "2025-02-28", "files": ["a1"] });
        let undated = Case::of("V002").set("evidence[0].expires_on", Value::Null).set("evidence[7]", old);
        undated.expect(&["warning evidence[0].expires_on"]);
    }

    #[test]
    fn of_expired_certificates_the_latest_is_told() {
        let newer = json!({ "id": "e9", "category": "iso9001", "title": "证书", "expires_on": "2026-02-28", "files": ["a1"] });
        let expired = Case::of("V002").set("evidence[0].expires_on", "2025-02-28").set("evidence[7]", newer);
        expired.expect(&["error evidence[7].expires_on"]);
    }

    #[test]
    fn no_false_alarm_on_the_old_certificate_beside_the_new_one() {
        let old = json!({ "id": "e9", "category": "iso9001", "title": "旧证书", "expires_on": "2025-02-28", "files": ["a1"] });
        Case::of("V002").set("evidence[7]", old).expect(&[]);
    }
}
