//! Certificates and reports with their days, and what runs out.

use crate::date::Date;
use crate::form::{Evidence, EvidenceCategory};
use crate::rules::Context;

/// A certificate or report with its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Its number among the items, from 1.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// The day it was issued, `2025-06-16`, or empty.
    pub issued: String,
    /// The last day it is valid, or empty.
    pub expires: String,
    /// What is to be seen to: 申报截止前到期.
    pub remark: &'static str,
}

impl Certificate {
    /// Whether there is something to see to.
    pub fn is_told(&self) -> bool {
        !matches!(self.remark, "" | "有效")
    }
}

pub(super) fn all(context: &Context) -> Vec<Certificate> {
    let items = context.content.evidence.iter().enumerate();
    let dated =
        items.filter(|(_, item)| item.issued_on.is_some() || item.expires_on.is_some() || expires(item));
    let shown = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    dated
        .map(|(index, item)| Certificate {
            number: index + 1,
            title: item.title.trim().to_owned(),
            issued: shown(item.issued_on),
            expires: shown(item.expires_on),
            remark: remark(context, item),
        })
        .collect()
}

/// Whether papers of this kind run out.
fn expires(item: &Evidence) -> bool {
    matches!(item.category, EvidenceCategory::Iso9001 | EvidenceCategory::CapabilityLevel)
}

/// While no notice names its last day, the expected one counts.
fn remark(context: &Context, item: &Evidence) -> &'static str {
    let day = context.content.filled_on.unwrap_or(context.facts.today);
    let Some(last) = item.expires_on else {
        return if expires(item) { "没有填有效期" } else { "" };
    };
    let is_preliminary = context.edition.deadline.is_none();
    let deadline = context.edition.deadline.or(context.edition.expected_deadline);
    let next = deadline.and_then(|deadline| deadline.in_year(deadline.year() + 1));
    if last < day {
        "填表时已过期"
    } else if deadline.is_some_and(|deadline| last < deadline) {
        if is_preliminary { "预计的申报截止前到期" } else { "申报截止前到期" }
    } else if next.is_some_and(|next| last < next) {
        if is_preliminary { "预计的申报截止后一年内到期" } else { "明年申报截止前到期" }
    } else {
        "有效"
    }
}

/// What is to be said of all of them together.
pub(super) fn said(context: &Context, certificates: &[Certificate]) -> String {
    let told = certificates.iter().filter(|one| one.is_told());
    let told: Vec<String> = told.map(|one| format!("第{}项{}", one.number, one.remark)).collect();
    let edition = context.edition;
    match (told.as_slice(), edition.deadline, edition.expected_deadline) {
        ([], Some(_), _) => "没有过期或在明年申报截止前到期的证书。".into(),
        ([], None, Some(_)) => "没有过期或在预计的申报截止后一年内到期的证书。".into(),
        ([], None, None) => "没有过期的证书。".into(),
        (told, ..) => format!("{}。", told.join("，")),
    }
}
