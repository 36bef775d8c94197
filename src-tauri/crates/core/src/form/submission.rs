//! What is noted down outside the form: the sending, and a person's word on checks and warnings.

use super::anchor::Anchor;
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
    /// The day the package was mailed to the receiver of its track.
    pub emailed_on: Option<Date>,
    /// The day it was mailed to the other receiver, where the notice asks for two (全国推荐: the province as well).
    pub also_emailed_on: Option<Date>,
    /// The user's own note.
    pub note: Text,
}

impl Submission {
    /// The fields where mails are ticked off, with their days, in the order of [`Edition::receivers`].
    ///
    /// [`Edition::receivers`]: crate::edition::Edition::receivers
    pub fn mailed(&self) -> [(&'static str, Option<Date>); 2] {
        [("emailed_on", self.emailed_on), ("also_emailed_on", self.also_emailed_on)]
    }
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

/// How well something answers a criterion of the notice (征集标准), as the applicant grades it.
#[serde_with::apply(
    Option => #[serde(deserialize_with = "lenient::optional")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Appraisal {
    /// The grade; absent while nobody has given one.
    pub grade: Option<Grade>,
    /// What is still to be done, in the applicant's own words.
    pub note: Text,
}

/// The applicant's own grade for a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// 充分.
    Full,
    /// 一般.
    Fair,
    /// 欠缺.
    Lacking,
}

impl Grade {
    /// All, from the best on.
    pub const ALL: [Grade; 3] = [Grade::Full, Grade::Fair, Grade::Lacking];

    /// The word for it.
    pub fn label(self) -> &'static str {
        match self {
            Grade::Full => "充分",
            Grade::Fair => "一般",
            Grade::Lacking => "欠缺",
        }
    }
}

/// A warning that was looked at and stands (已核对). It is asked again once what it rests on reads otherwise.
#[serde_with::apply(
    Option => #[serde(deserialize_with = "lenient::optional")],
    Anchor => #[serde(deserialize_with = "lenient::null_is_absent")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Acknowledgement {
    /// The id of the rule.
    pub rule: Text,
    /// Where, rows named by what they are known by: `["benefits", { "row": "oee" }, "values", "2025"]`.
    #[cfg_attr(feature = "typescript", ts(type = "unknown[]"))]
    pub place: Anchor,
    /// The values or the sentence that the warning speaks of, as they read when it was looked at.
    pub rests_on: Text,
    /// Why it stands.
    pub reason: Text,
    /// The day.
    pub on: Option<Date>,
}
