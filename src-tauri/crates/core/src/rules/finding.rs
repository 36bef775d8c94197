//! What a rule says.

use crate::form::Path;
use serde::Serialize;
use std::fmt;

/// How grave a finding is, gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 错误: no final package while it stands.
    Error,
    /// 待确认: only a person can say it; no final package before.
    Confirmation,
    /// 警告: shown and counted, never blocks.
    Warning,
    /// 提示.
    Hint,
}

impl Severity {
    /// The severity in the user's words.
    pub fn label(self) -> &'static str {
        match self {
            Severity::Error => "错误",
            Severity::Confirmation => "待确认",
            Severity::Warning => "警告",
            Severity::Hint => "提示",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

/// One thing that a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Finding {
    /// The id of the rule.
    #[serde(rename = "id")]
    pub rule: &'static str,
    /// How grave it is here; never graver than the rule's own.
    pub severity: Severity,
    /// The place it is about.
    pub path: Path,
    /// What is wrong and what to do, naming the field as the form does.
    pub message: String,
    /// The clause of the notice it rests on.
    pub clause: String,
}

/// Whether no final package may be made while this finding stands: errors and open confirmations.
pub fn blocks_final(finding: &Finding) -> bool {
    matches!(finding.severity, Severity::Error | Severity::Confirmation)
}
