//! 证实性材料, signed pages and the files behind them.

use super::anchor::Anchor;
use super::{EvidenceCategory, Text, Year, lenient};
use crate::date::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One item of the 证实性材料.
#[serde_with::apply(
    Option => #[serde(deserialize_with = "lenient::optional")],
    EvidenceCategory => #[serde(deserialize_with = "lenient::choice")],
    Vec => #[serde(deserialize_with = "lenient::null_is_absent")],
    BTreeMap => #[serde(deserialize_with = "lenient::null_is_absent")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Evidence {
    /// Unique among the items.
    pub id: Text,
    /// What it proves.
    pub category: EvidenceCategory,
    /// Its title in the list and above its pages.
    pub title: Text,
    /// The day it was issued.
    pub issued_on: Option<Date>,
    /// The last day it is valid.
    pub expires_on: Option<Date>,
    /// The years it covers.
    pub years: Vec<Year>,
    /// The user's word that the paper bears the seal it needs.
    pub sealed: Option<bool>,
    /// 证明内容: what it is there to prove, in words, printed in the list and with the item.
    pub purpose: Text,
    /// What it proves, as the user has confirmed.
    pub proves: Vec<Proven>,
    /// A remark, printed with the item.
    pub note: Text,
    /// Attachment ids, in the order of the pages.
    pub files: Vec<Text>,
    /// Clockwise degrees by attachment id, on top of what the file itself says (EXIF): 0, 90, 180 or 270.
    #[schemars(schema_with = "rotation_schema")]
    #[cfg_attr(feature = "typescript", ts(as = "crate::typescript::Keyed<Rotation>"))]
    pub rotation: BTreeMap<String, Rotation>,
}

/// A row of the tables or a claim of the text that an item proves.
#[serde_with::apply(
    Anchor => #[serde(deserialize_with = "lenient::null_is_absent")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Proven {
    /// Where, rows named by what they are known by: `["benefits", { "row": "total_profit" }]`; of a claim its section.
    #[cfg_attr(feature = "typescript", ts(type = "unknown[]"))]
    pub place: Anchor,
    /// The name of the row, or the words of the claim, as they read when it was confirmed.
    pub words: Text,
}

fn rotation_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "object", "additionalProperties": { "type": "integer", "multipleOf": 90 } })
}

/// A clockwise quarter-turn count, written in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Rotation {
    quarters: u8,
}

impl Rotation {
    /// How many quarter turns clockwise: 0 to 3.
    pub fn quarters(self) -> u8 {
        self.quarters
    }
}

impl TryFrom<i64> for Rotation {
    type Error = String;

    fn try_from(degrees: i64) -> Result<Self, String> {
        if degrees % 90 != 0 {
            return Err(format!("旋转角度 {degrees} 应为 0、90、180 或 270"));
        }
        Ok(Rotation { quarters: (degrees / 90).rem_euclid(4) as u8 })
    }
}

impl From<Rotation> for i64 {
    fn from(rotation: Rotation) -> i64 {
        i64::from(rotation.quarters) * 90
    }
}

/// Scans that replace the two signed pages, as attachment ids in page order.
#[serde_with::apply(
    Vec => #[serde(deserialize_with = "lenient::null_is_absent")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct SignedPages {
    /// The 承诺书 with signature and seal.
    pub pledge: Vec<Text>,
    /// The 推荐表 with opinion and seal.
    pub recommendation: Vec<Text>,
}

/// A file of the draft. Written by attaching it, never by the user.
#[serde_with::apply(
    u64 => #[serde(deserialize_with = "lenient::null_is_absent")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Attachment {
    /// The file's name where it came from.
    pub name: Text,
    /// `image/jpeg` and the like, told by content.
    pub media_type: Text,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the content, lower-case hexadecimal.
    pub sha256: Text,
}

/// What the national track asks for besides.
#[serde_with::apply(
    Option => #[serde(deserialize_with = "lenient::optional")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Qualification {
    /// The year the applicant became a 省级质量标杆.
    pub provincial_benchmark_year: Option<Year>,
    /// 制造业质量管理能力评价等级.
    pub capability_level: Text,
}
