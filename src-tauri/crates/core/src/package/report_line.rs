//! A line of the check report (检查报告).

use crate::edition::Edition;
use crate::rules::Finding;
use serde::Serialize;

/// One line of the check report (检查报告), in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportLine {
    /// How grave, such as 错误 or 提示. Lines are grouped by it, in the order they come.
    pub severity: String,
    /// The rule, such as `N003`.
    pub id: String,
    /// Where in the form.
    pub place: String,
    /// What was found and what to do.
    pub message: String,
    /// Where the notice says so; may be empty.
    pub clause: String,
}

impl ReportLine {
    /// What a rule found, in words.
    pub fn of(finding: &Finding, edition: &Edition) -> ReportLine {
        ReportLine {
            severity: finding.severity.label().into(),
            id: finding.rule.into(),
            place: finding.path.in_words(edition),
            message: finding.message.clone(),
            clause: finding.clause.clone(),
        }
    }
}
