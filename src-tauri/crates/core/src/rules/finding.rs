//! What a rule says.

use super::fix::Fix;
use super::span::Span;
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
    /// All of them, gravest first.
    pub const ALL: [Severity; 4] =
        [Severity::Error, Severity::Confirmation, Severity::Warning, Severity::Hint];

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

/// Whether something is not there yet, or what is there is wrong or last year's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// 填错: what stands there is wrong or doubtful.
    Wrong,
    /// 未填: what is asked for is still to be given.
    Missing,
    /// 沿用: what stands there is last year's, and nobody has looked at it.
    Carried,
}

/// What is to be done about a finding: how findings are listed and counted everywhere, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// 错误: something stands there that must be put right.
    Wrong,
    /// 未填: something is still to be filled in.
    Missing,
    /// 待确认: a person is to give their word.
    Confirmation,
    /// 警告: to be looked at.
    Warning,
    /// 提示.
    Hint,
    /// 已核对: a warning or hint that was looked at and stands with a reason.
    Acknowledged,
}

impl Group {
    /// All of them, in order.
    pub const ALL: [Group; 6] =
        [Group::Wrong, Group::Missing, Group::Confirmation, Group::Warning, Group::Hint, Group::Acknowledged];

    /// The group in the user's words.
    pub fn label(self) -> &'static str {
        match self {
            Group::Wrong => "错误",
            Group::Missing => "未填",
            Group::Confirmation => "待确认",
            Group::Warning => "警告",
            Group::Hint => "提示",
            Group::Acknowledged => "已核对",
        }
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
    /// Whether something is missing or wrong.
    pub kind: FindingKind,
    /// The place it is about.
    pub path: Path,
    /// What is wrong and what to do, naming the field as the form does.
    pub message: String,
    /// The clause of the notice it rests on.
    pub clause: String,
    /// The very words it is about, where it is about some in a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub span: Option<Span>,
    /// The repair, where it is certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub fix: Option<Fix>,
    /// The answer, where the finding was looked at and stands with a reason (已核对).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub acknowledged: Option<Acknowledged>,
    /// The values it compares, where it is about more than what stands at its place: see [`super::footing`].
    #[serde(skip)]
    pub(super) rests_on: Option<String>,
}

/// Why a warning stands (已核对).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Acknowledged {
    /// Its key in the content's `acknowledged`.
    pub key: String,
    /// The reason.
    pub reason: String,
    /// The day it was given: `2026-05-08`.
    pub on: String,
}

/// `已与财务核对（2026-05-08）`.
impl fmt::Display for Acknowledged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.on.as_str() {
            "" => f.write_str(&self.reason),
            on => write!(f, "{}（{on}）", self.reason),
        }
    }
}

impl Finding {
    /// What is to be done about it.
    pub fn group(&self) -> Group {
        match (self.severity, self.kind) {
            _ if self.acknowledged.is_some() => Group::Acknowledged,
            (Severity::Confirmation, _) | (_, FindingKind::Carried) => Group::Confirmation,
            (Severity::Error, FindingKind::Wrong) => Group::Wrong,
            (Severity::Error, FindingKind::Missing) => Group::Missing,
            (Severity::Warning, _) => Group::Warning,
            (Severity::Hint, _) => Group::Hint,
        }
    }

    /// Whether it may stand with a reason.
    pub fn can_be_acknowledged(&self) -> bool {
        matches!(self.severity, Severity::Warning | Severity::Hint)
    }

    /// Something is not there yet.
    pub(super) fn missing(&mut self) -> &mut Finding {
        self.kind = FindingKind::Missing;
        self
    }

    /// What stands there is last year's.
    pub(super) fn carried(&mut self) -> &mut Finding {
        self.kind = FindingKind::Carried;
        self
    }

    /// Lesser than the rule's own.
    pub(super) fn with_severity(&mut self, severity: Severity) -> &mut Finding {
        self.severity = severity;
        self
    }

    /// The very words.
    pub(super) fn marking(&mut self, span: Span) -> &mut Finding {
        self.span = Some(span);
        self
    }

    /// A certain repair, if there is one.
    pub(super) fn fixed_by(&mut self, fix: impl Into<Option<Fix>>) -> &mut Finding {
        self.fix = fix.into();
        self
    }

    /// The values that it compares: once one of them changes, an answer holds no longer.
    pub(super) fn resting_on(&mut self, values: &[&str]) -> &mut Finding {
        let values: Vec<&str> = values.iter().map(|value| value.trim()).collect();
        self.rests_on = Some(values.join(" | "));
        self
    }
}

/// Whether no final package may be made while this finding stands: errors and open confirmations.
pub fn blocks_final(finding: &Finding) -> bool {
    matches!(finding.severity, Severity::Error | Severity::Confirmation)
}
