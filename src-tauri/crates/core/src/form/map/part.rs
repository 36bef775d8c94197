//! The parts of the application.

use super::{Path, Root};
use crate::edition::{Edition, Section};
use serde::{Deserialize, Serialize};

/// A part of the application, as the window lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub enum PartKey {
    /// 基本信息: cover and 申报表.
    Basics,
    /// 资格条件.
    Qualification,
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
    /// 一、组织概况.
    Overview,
    /// 二、实施背景.
    Background,
    /// 三、实施过程.
    Process,
    /// 四、实施成效.
    Results,
    /// 证实性材料.
    Evidence,
    /// 签章页: 承诺书 and 推荐表.
    Signed,
    /// 导出与报送.
    Submission,
}

impl PartKey {
    /// All of them, in the order of the form.
    pub const ALL: [PartKey; 14] = [
        PartKey::Basics,
        PartKey::Qualification,
        PartKey::Market,
        PartKey::Benefits,
        PartKey::Social,
        PartKey::Brand,
        PartKey::Competitors,
        PartKey::Overview,
        PartKey::Background,
        PartKey::Process,
        PartKey::Results,
        PartKey::Evidence,
        PartKey::Signed,
        PartKey::Submission,
    ];

    /// The part that a place lies in; none for what concerns several.
    pub fn holding(path: &Path) -> Option<PartKey> {
        path.in_section().map(PartKey::from).or_else(|| PartKey::holding_all_of(path.root_key()?))
    }

    /// The part that shows a place: the one that holds it; the first section for the 典型经验 as a whole, and
    /// 导出与报送 for what concerns the whole application.
    pub fn of(path: &Path) -> PartKey {
        let whole =
            if path.root_key() == Some(Root::Experience) { PartKey::Overview } else { PartKey::Submission };
        PartKey::holding(path).unwrap_or(whole)
    }

    /// The part of all that lies under a root; none for the 典型经验, whose sections are parts, and for what concerns
    /// all.
    fn holding_all_of(root: Root) -> Option<PartKey> {
        Some(match root {
            Root::Track | Root::Edition | Root::Experience | Root::Acknowledged => return None,
            Root::Organization | Root::FilledOn | Root::Declaration => PartKey::Basics,
            Root::Pledge | Root::Recommendation | Root::SignedPages => PartKey::Signed,
            Root::Market => PartKey::Market,
            Root::Benefits => PartKey::Benefits,
            Root::Social => PartKey::Social,
            Root::Brand => PartKey::Brand,
            Root::Competitors => PartKey::Competitors,
            Root::Evidence | Root::Attachments => PartKey::Evidence,
            Root::Qualification | Root::Confirmations | Root::Criteria => PartKey::Qualification,
            Root::Submission => PartKey::Submission,
        })
    }

    /// The places that the part holds, in the order of the form.
    pub fn places(self) -> Vec<Path> {
        match self.section() {
            Some(section) => vec![Path::section(section)],
            None => {
                let own = Root::ALL.into_iter().filter(|root| PartKey::holding_all_of(*root) == Some(self));
                own.map(|root| Path::root(root.key())).collect()
            }
        }
    }

    /// The section of the 典型经验 that it is, if it is one.
    pub fn section(self) -> Option<Section> {
        Section::ALL.into_iter().find(|section| PartKey::from(*section) == self)
    }

    /// What the program calls it: the form's title where it has one.
    pub fn title(self, edition: &Edition) -> &str {
        let labels = &edition.application;
        match self {
            PartKey::Basics => "基本信息",
            PartKey::Qualification => "资格条件",
            PartKey::Market => &labels.market.title,
            PartKey::Benefits => &labels.benefits.title,
            PartKey::Social => &labels.social.title,
            PartKey::Brand => &labels.brand.title,
            PartKey::Competitors => &labels.competitors.title,
            PartKey::Overview => &edition.experience.overview.title,
            PartKey::Background => &edition.experience.background.title,
            PartKey::Process => &edition.experience.process.title,
            PartKey::Results => &edition.experience.results.title,
            PartKey::Evidence => &edition.evidence.title,
            PartKey::Signed => "签章页",
            PartKey::Submission => "导出与报送",
        }
    }
}

impl From<Section> for PartKey {
    fn from(section: Section) -> PartKey {
        match section {
            Section::Overview => PartKey::Overview,
            Section::Background => PartKey::Background,
            Section::Process => PartKey::Process,
            Section::Results => PartKey::Results,
        }
    }
}
