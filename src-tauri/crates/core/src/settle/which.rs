//! Which findings are meant.

use crate::form::Path;
use crate::rules::Finding;
use serde::Deserialize;

/// Which findings are meant: those that agree with everything that is given here.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Which {
    /// Of this rule.
    pub id: Option<String>,
    /// At this place or within it.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub path: Option<Path>,
    /// With these words, which tell two of one rule at one place apart.
    pub message: Option<String>,
}

impl Which {
    /// Whether a finding is meant.
    pub fn means(&self, finding: &Finding) -> bool {
        self.id.as_ref().is_none_or(|id| id == finding.rule)
            && self.path.as_ref().is_none_or(|path| finding.path.is_within(path))
            && self.message.as_ref().is_none_or(|message| *message == finding.message)
    }
}
