//! The content of an application (申报内容): plain data, its JSON, the paths into it.
//!
//! The names are those of the JSON that the interface, the tests and outside scripts use. Half-filled
//! content is valid content; only its shape is checked here, its meaning by [`crate::rules`].

mod assign;
mod by_year;
mod declaration;
mod empty;
mod evidence;
mod json;
mod lenient;
mod market;
mod path;
pub mod rich_text;
mod schema;
mod strict;
mod tables;
#[cfg(test)]
pub(crate) mod tests;
mod text;

pub use crate::edition::{Better, Direction, EvidenceCategory, Section, Track, Year};
pub use assign::Assignment;
pub use by_year::ByYear;
pub use declaration::{Contact, Declaration, Pledge, Recommendation};
pub use evidence::{Attachment, Evidence, Qualification, Rotation, SignedPages};
pub use json::{ContentError, READ_LIMIT};
pub use market::{Market, Product, Share, Survey, SurveyMethod};
pub use path::Path;
pub use rich_text::RichText;
pub use schema::json_schema;
pub use tables::{Competitor, Indicator, Row};
pub use text::Text;

use crate::date::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything the user fills in.
#[serde_with::apply(
    Option => #[serde(deserialize_with = "lenient::optional")],
    Track => #[serde(deserialize_with = "lenient::choice")],
    Pledge => #[serde(deserialize_with = "lenient::null_is_absent")],
    Recommendation => #[serde(deserialize_with = "lenient::null_is_absent")],
    Declaration => #[serde(deserialize_with = "lenient::null_is_absent")],
    Market => #[serde(deserialize_with = "lenient::null_is_absent")],
    Vec => #[serde(deserialize_with = "lenient::null_is_absent")],
    Experience => #[serde(deserialize_with = "lenient::null_is_absent")],
    SignedPages => #[serde(deserialize_with = "lenient::null_is_absent")],
    BTreeMap => #[serde(deserialize_with = "lenient::null_is_absent")],
    Qualification => #[serde(deserialize_with = "lenient::null_is_absent")],
    Submission => #[serde(deserialize_with = "lenient::null_is_absent")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Content {
    /// The edition (年度通知) the content is written for, such as `2026`.
    pub edition: Text,
    /// 省级征集 or 全国推荐.
    pub track: Track,
    /// 组织名称（申报组织全称）, the one place: cover, 承诺书, tables, file names and mail use it.
    pub organization: Text,
    /// 填表日期 on the cover.
    pub filled_on: Option<Date>,
    /// 承诺书.
    pub pledge: Pledge,
    /// 推荐表, filled in by the recommending unit.
    pub recommendation: Recommendation,
    /// 申报表.
    pub declaration: Declaration,
    /// 顾客市场绩效统计表.
    pub market: Market,
    /// 经济和质量效益统计表.
    pub benefits: Vec<Indicator>,
    /// 社会效益统计表.
    pub social: Vec<Row>,
    /// 品牌影响与创新成果统计表.
    pub brand: Vec<Row>,
    /// 主要竞争对手和标杆名录.
    pub competitors: Vec<Competitor>,
    /// 典型经验.
    pub experience: Experience,
    /// 证实性材料, in the order printed.
    pub evidence: Vec<Evidence>,
    /// Scans that replace the 承诺书 and the 推荐表.
    pub signed_pages: SignedPages,
    /// The files the draft holds, by id. Their bytes are not part of the content.
    #[cfg_attr(feature = "typescript", ts(as = "crate::typescript::Keyed<Attachment>"))]
    pub attachments: BTreeMap<String, Attachment>,
    /// What the national track asks for besides.
    pub qualification: Qualification,
    /// What the user ticked off after exporting.
    pub submission: Submission,
    /// Answers to the checks only a person can make, by rule id.
    #[cfg_attr(feature = "typescript", ts(as = "crate::typescript::Keyed<Confirmation>"))]
    pub confirmations: BTreeMap<String, Confirmation>,
}

/// 典型经验: four sections of rich text.
#[serde_with::apply(
    RichText => #[serde(deserialize_with = "lenient::null_is_absent")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Experience {
    /// 组织概况.
    pub overview: RichText,
    /// 实施背景.
    pub background: RichText,
    /// 实施过程.
    pub process: RichText,
    /// 实施成效.
    pub results: RichText,
}

impl Experience {
    /// The text of one section.
    pub fn section(&self, section: Section) -> &RichText {
        match section {
            Section::Overview => &self.overview,
            Section::Background => &self.background,
            Section::Process => &self.process,
            Section::Results => &self.results,
        }
    }

    /// The four sections with their texts, in the order printed.
    pub fn sections(&self) -> impl Iterator<Item = (Section, &RichText)> {
        Section::ALL.into_iter().map(|section| (section, self.section(section)))
    }
}

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
