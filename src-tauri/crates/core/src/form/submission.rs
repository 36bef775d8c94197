//! What is noted down outside the form: the sending, and a person's word on checks.

use super::lenient;
use super::text::Text;
use crate::date::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the user ticked off after exporting (报送记录).
#[serde_with::apply(
    Option => #[serde(deserialize_with = "lenient::optional")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Submission {
    /// The day the online form (在线填报) was done.
    pub online_form_on: Option<Date>,
    /// The day the package was mailed.
    pub emailed_on: Option<Date>,
    /// The user's own note.
    pub note: Text,
}

/// A person's word on a check that only a person can make.
#[serde_with::apply(
    Option => #[serde(deserialize_with = "lenient::optional")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Confirmation {
    /// The day it was confirmed; absent while it is not.
    pub confirmed_on: Option<Date>,
    /// Who confirmed it.
    pub by: Text,
}
