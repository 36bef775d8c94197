//! What a rule is.

use super::context::Context;
use super::finding::Severity;
use super::findings::Findings;
use serde::Serialize;

/// One check.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Rule {
    /// Stable, never reused: a letter for the part, three digits.
    pub id: &'static str,
    /// The gravest that it gives.
    pub severity: Severity,
    /// What it is about, in a few words.
    pub title: &'static str,
    /// Why, what is checked, how to fix it; in the user's words.
    pub explanation: &'static str,
    /// The clause of the notice it rests on.
    pub clause: &'static str,
    /// Looks and reports.
    #[serde(skip)]
    pub check: fn(&Context, &mut Findings),
}

impl Rule {
    /// Looks, and reports what it finds under its own id and clause.
    pub(super) fn run(&self, context: &Context, findings: &mut Findings) {
        findings.begin(self.id, self.severity, self.clause);
        (self.check)(context, findings);
    }
}
