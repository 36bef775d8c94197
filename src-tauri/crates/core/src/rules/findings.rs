//! Where the rules put what they find.

use super::finding::{Finding, FindingKind, Severity};
use crate::form::Path;
use crate::text::nested;

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

    /// Reports that what stands somewhere is wrong, with the severity of the rule; what is returned says more of it:
    /// `findings.add(path, "…").missing()`.
    pub fn add(&mut self, path: Path, message: impl Into<String>) -> &mut Finding {
        let place = self.list.len();
        self.list.push(Finding {
            rule: self.rule,
            severity: self.severity,
            kind: FindingKind::Wrong,
            path,
            message: nested(message.into()),
            clause: self.clause.into(),
            span: None,
            fix: None,
            acknowledged: None,
            rests_on: None,
        });
        &mut self.list[place]
    }

    /// Reports that what stands somewhere is wrong, with the severity of the rule.
    pub fn report(&mut self, path: Path, message: impl Into<String>) {
        self.add(path, message);
    }

    /// Reports that something is still to be filled in.
    pub fn report_missing(&mut self, path: Path, message: impl Into<String>) {
        self.add(path, message).missing();
    }

    /// Reports with a lesser severity than the rule's own.
    pub fn report_as(&mut self, severity: Severity, path: Path, message: impl Into<String>) {
        self.add(path, message).with_severity(severity);
    }

    /// Reports with the severity of the rule and a clause that the edition gives.
    pub fn report_under(&mut self, clause: &str, path: Path, message: impl Into<String>) {
        self.add(path, message).clause = clause.into();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_within_a_quotation_has_single_marks() {
        let mut findings = Findings::default();
        findings.report(Path::root("evidence"), "““双链”管理”没有文件：请添加");
        assert_eq!(findings.into_list()[0].message, "“‘双链’管理”没有文件：请添加");
    }
}
