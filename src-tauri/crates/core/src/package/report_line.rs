//! A line of the check report (检查报告).

use crate::edition::Edition;
use crate::rules::{Acknowledged, Finding, Group};
use serde::Serialize;

/// One line of the check report (检查报告), in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportLine {
    /// What is to be done about it. Lines are grouped by it.
    pub group: Group,
    /// The rule, such as `N003`.
    pub id: String,
    /// Where in the form.
    pub place: String,
    /// What was found and what to do.
    pub message: String,
    /// Where the notice says so; may be empty.
    pub clause: String,
    /// Why it stands, with the day, where it was acknowledged (已核对); else empty.
    pub answer: String,
}

impl ReportLine {
    /// What a rule found, in words.
    pub fn of(finding: &Finding, edition: &Edition) -> ReportLine {
        ReportLine {
            group: finding.group(),
            id: finding.rule.into(),
            place: finding.path.in_words(edition),
            message: finding.message.clone(),
            clause: finding.clause.clone(),
            answer: finding.acknowledged.as_ref().map(Acknowledged::to_string).unwrap_or_default(),
        }
    }
}
