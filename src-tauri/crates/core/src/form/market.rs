//! 顾客市场绩效统计表.

use super::{ByYear, Text, lenient};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 顾客市场绩效统计表.
#[serde_with::apply(
    Vec => #[serde(deserialize_with = "lenient::null_is_absent")],
    ByYear => #[serde(deserialize_with = "lenient::null_is_absent")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Market {
    /// 主导产品/服务; the form has room for three.
    pub products: Vec<Product>,
    /// How 顾客满意度 was found, by year.
    pub satisfaction_survey: ByYear<Survey>,
    /// How 顾客忠诚程度 was found, by year.
    pub loyalty_survey: ByYear<Survey>,
}

/// One 主导产品/服务.
#[serde_with::apply(
    ByYear => #[serde(deserialize_with = "lenient::null_is_absent")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Product {
    /// Its name.
    pub name: Text,
    /// 市场占有率 by year, percent.
    pub share: ByYear<Share>,
    /// 顾客满意度 by year.
    pub satisfaction: ByYear<Text>,
    /// 顾客忠诚程度 by year.
    pub loyalty: ByYear<Text>,
}

/// 市场占有率 of one year, percent.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Share {
    /// 国内.
    pub domestic: Text,
    /// 国际.
    pub international: Text,
}

/// How a figure of one year was found out.
#[serde_with::apply(
    Option => #[serde(deserialize_with = "lenient::optional")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Survey {
    /// 自评 or 第三方调查.
    pub method: Option<SurveyMethod>,
    /// 调查机构名称.
    pub agency: Text,
}

/// 自评 or 第三方调查.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum SurveyMethod {
    /// 自评.
    #[serde(rename = "self")]
    SelfAssessment,
    /// 第三方调查.
    ThirdParty,
}
