//! The whole content.

#[cfg(test)]
use super::counted;
use super::declaration::{Declaration, Pledge, Recommendation};
use super::evidence::{Attachment, Evidence, Qualification, SignedPages};
use super::experience::Experience;
use super::lenient;
use super::market::Market;
use super::submission::{Acknowledgement, Appraisal, Confirmation, Submission};
use super::tables::{Competitor, Indicator, Row};
use super::text::Text;
use crate::date::Date;
use crate::edition::Track;
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
    #[cfg_attr(
        test,
        serde(serialize_with = "counted::serialize", deserialize_with = "counted::deserialize")
    )]
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
    /// How well the application answers the criteria of the notice (征集标准), by the criterion's key.
    #[cfg_attr(feature = "typescript", ts(as = "crate::typescript::Keyed<Appraisal>"))]
    pub criteria: BTreeMap<String, Appraisal>,
    /// Warnings that were looked at and stand with a reason (已核对), each under a key of its own.
    #[cfg_attr(feature = "typescript", ts(as = "crate::typescript::Keyed<Acknowledgement>"))]
    pub acknowledged: BTreeMap<String, Acknowledgement>,
}
