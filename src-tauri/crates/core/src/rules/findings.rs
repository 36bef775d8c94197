//! Where the rules put what they find.

use super::finding::{Finding, Severity};
use crate::form::Path;

/// Where the rules put what they find.
#[derive(Debug)]
pub struct Findings {
    list: Vec<Finding>,
    /// Of the rule that reports.
    rule: &'static str,
    severity: Severity,
    clause: &'static str,
}

impl Default for Findings {
    /// Nothing found, and no rule begun.
    fn default() -> Findings {
        Findings { list: Vec::new(), rule: "", severity: Severity::Hint, clause: "" }
    }
}

impl Findings {
    /// What is reported from here on is by this rule.
    pub(super) fn begin(&mut self, rule: &'static str, severity: Severity, clause: &'static str) {
        (self.rule, self.severity, self.clause) = (rule, severity, clause);
    }

    pub(super) fn into_list(self) -> Vec<Finding> {
        self.list
    }

    /// What is reported from here on by this rule rests on this clause.
    pub(super) fn under(&mut self, clause: &'static str) {
        self.clause = clause;
    }

    /// Reports with the severity of the rule.
    pub fn report(&mut self, path: Path, message: impl Into<String>) {
        self.report_as(self.severity, path, message);
    }

    /// Reports with a lesser severity than the rule's own.
    pub fn report_as(&mut self, severity: Severity, path: Path, message: impl Into<String>) {
        let (message, clause) = (message.into(), self.clause.into());
        self.list.push(Finding { rule: self.rule, severity, path, message, clause });
    }

    /// Reports with the severity of the rule and a clause that the edition gives.
    pub fn report_under(&mut self, clause: &str, path: Path, message: impl Into<String>) {
        self.report(path, message);
        if let Some(finding) = self.list.last_mut() {
            finding.clause = clause.into();
        }
    }
}
