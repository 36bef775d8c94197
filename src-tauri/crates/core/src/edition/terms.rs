//! The terms an edition and the content share.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which call the application answers (申报渠道).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Track {
    /// 省级质量标杆征集.
    #[default]
    Provincial,
    /// 全国质量标杆推荐.
    National,
}

/// One of the four sections of the 典型经验, in the order printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// 组织概况.
    Overview,
    /// 实施背景.
    Background,
    /// 实施过程.
    Process,
    /// 实施成效.
    Results,
}

impl Section {
    /// The four sections in the order printed.
    pub const ALL: [Section; 4] =
        [Section::Overview, Section::Background, Section::Process, Section::Results];

    /// The section's key in the JSON.
    pub fn key(self) -> &'static str {
        match self {
            Section::Overview => "overview",
            Section::Background => "background",
            Section::Process => "process",
            Section::Results => "results",
        }
    }
}

/// A table of the form that may answer a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum CriterionTable {
    /// 顾客市场绩效统计表.
    Market,
    /// 经济和质量效益统计表.
    Benefits,
    /// 社会效益统计表.
    Social,
    /// 品牌影响与创新成果统计表.
    Brand,
    /// 主要竞争对手和标杆名录.
    Competitors,
}

/// 申报方向, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// 推动重点产业提质升级.
    KeyIndustries,
    /// 加快新兴产业发展壮大.
    EmergingIndustries,
    /// 强化未来产业发展布局.
    FutureIndustries,
    /// 提升产业链自主可控水平.
    SupplyChain,
}

/// Which way an indicator is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// More is better, as with 产品合格率.
    Higher,
    /// Less is better, as with 质量损失率.
    Lower,
}

/// What an item of the 证实性材料 proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum EvidenceCategory {
    /// ISO 9001 质量管理体系认证证书.
    Iso9001,
    /// 顾客满意度调查分析报告.
    Satisfaction,
    /// 顾客忠诚度调查分析报告.
    Loyalty,
    /// 荣誉证书.
    Honor,
    /// 专利证书.
    Patent,
    /// 创新成果（标准、软件著作权、论文专著、科技成果）.
    Innovation,
    /// 经济效益证明或财务分析报告.
    Financial,
    /// 环保与资源利用.
    Environment,
    /// 省级质量标杆文件.
    ProvincialBenchmark,
    /// 制造业质量管理能力评价等级证书.
    CapabilityLevel,
    /// Anything else.
    #[default]
    Other,
}

impl EvidenceCategory {
    /// How many categories there are.
    pub const COUNT: usize = 11;

    /// The category's key in the JSON and in an edition's list.
    pub fn key(self) -> &'static str {
        match self {
            EvidenceCategory::Iso9001 => "iso9001",
            EvidenceCategory::Satisfaction => "satisfaction",
            EvidenceCategory::Loyalty => "loyalty",
            EvidenceCategory::Honor => "honor",
            EvidenceCategory::Patent => "patent",
            EvidenceCategory::Innovation => "innovation",
            EvidenceCategory::Financial => "financial",
            EvidenceCategory::Environment => "environment",
            EvidenceCategory::ProvincialBenchmark => "provincial_benchmark",
            EvidenceCategory::CapabilityLevel => "capability_level",
            EvidenceCategory::Other => "other",
        }
    }
}
