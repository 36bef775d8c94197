//! The rows of the three-year tables and of the 主要竞争对手和标杆名录.

use super::{Better, ByYear, Text, lenient};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One row of the 经济和质量效益统计表.
#[serde_with::apply(
    Option => #[serde(deserialize_with = "lenient::optional")],
    ByYear => #[serde(deserialize_with = "lenient::null_is_absent")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Indicator {
    /// Unique in the table: the form's ten have fixed keys, the user's own are `own1`, `own2`, ….
    pub key: Text,
    /// 项目.
    pub name: Text,
    /// 单位.
    pub unit: Text,
    /// Which way is better; absent where neither is.
    pub better: Option<Better>,
    /// The values by year, as typed.
    pub values: ByYear<Text>,
    /// 行业平均水平 of the last year.
    pub industry_average: Text,
    /// 行业最佳水平 of the last year.
    pub industry_best: Text,
    /// 本组织名次 in the last year.
    pub rank: Text,
}

/// One row of text cells: of the 社会效益统计表 or the 品牌影响与创新成果统计表.
#[serde_with::apply(
    ByYear => #[serde(deserialize_with = "lenient::null_is_absent")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Row {
    /// 项目.
    pub item: Text,
    /// The texts by year.
    pub values: ByYear<Text>,
}

/// One row of the 主要竞争对手和标杆名录.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Competitor {
    /// 产品/服务名称.
    pub product: Text,
    /// 竞争对手/标杆名称.
    pub name: Text,
    /// 市场份额.
    pub market_share: Text,
    /// 主要优势（含产品/服务质量水平评价）.
    pub strengths: Text,
}
