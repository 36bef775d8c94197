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

fn remark(context: &Context, item: &Evidence) -> &'static str {
    let day = context.content.filled_on.unwrap_or(context.facts.today);
    let Some(last) = item.expires_on else {
        return if expires(item) { "没有填有效期" } else { "" };
    };
    let deadline = context.edition.deadline;
    let next = deadline.and_then(|deadline| deadline.in_year(deadline.year() + 1));
    if last < day {
        "填表时已过期"
    } else if deadline.is_some_and(|deadline| last < deadline) {
        "申报截止前到期"
    } else if next.is_some_and(|next| last < next) {
        "明年申报截止前到期"
    } else {
        "有效"
    }
}
