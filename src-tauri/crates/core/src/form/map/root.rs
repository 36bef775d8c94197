//! What the content consists of at the top.

/// A key of the content itself, in the order that the form asks for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Root {
    /// 省级征集 or 全国推荐.
    Track,
    /// The notice that the content answers.
    Edition,
    /// 组织名称 on the cover.
    Organization,
    /// 填表日期 on the cover.
    FilledOn,
    /// 承诺书.
    Pledge,
    /// 推荐表.
    Recommendation,
    /// 申报表.
    Declaration,
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
    /// 典型经验.
    Experience,
    /// 证实性材料.
    Evidence,
    /// Scans of the signed pages.
    SignedPages,
    /// The files of the draft.
    Attachments,
    /// What the national track asks for besides.
    Qualification,
    /// Answers to the checks only a person can make.
    Confirmations,
    /// How well the criteria are answered.
    Criteria,
    /// What was ticked off after exporting.
    Submission,
    /// Warnings that were looked at and stand.
    Acknowledged,
}

impl Root {
    /// All of them, in order.
    pub const ALL: [Root; 21] = [
        Root::Track,
        Root::Edition,
        Root::Organization,
        Root::FilledOn,
        Root::Pledge,
        Root::Recommendation,
        Root::Declaration,
        Root::Market,
        Root::Benefits,
        Root::Social,
        Root::Brand,
        Root::Competitors,
        Root::Experience,
        Root::Evidence,
        Root::SignedPages,
        Root::Attachments,
        Root::Qualification,
        Root::Confirmations,
        Root::Criteria,
        Root::Submission,
        Root::Acknowledged,
    ];

    /// The one of this name, if there is one.
    pub fn of(key: &str) -> Option<Root> {
        Root::ALL.into_iter().find(|root| root.key() == key)
    }

    /// Whether what lies under it goes into the package: what the applicant answers to the checks, grades and ticks off
    /// does not, and files do where something names them.
    pub fn is_sent(self) -> bool {
        use Root::{Acknowledged, Attachments, Confirmations, Criteria, Submission};
        !matches!(self, Attachments | Criteria | Confirmations | Submission | Acknowledged)
    }

    /// Its name in the JSON.
    pub fn key(self) -> &'static str {
        match self {
            Root::Track => "track",
            Root::Edition => "edition",
            Root::Organization => "organization",
            Root::FilledOn => "filled_on",
            Root::Pledge => "pledge",
            Root::Recommendation => "recommendation",
            Root::Declaration => "declaration",
            Root::Market => "market",
            Root::Benefits => "benefits",
            Root::Social => "social",
            Root::Brand => "brand",
            Root::Competitors => "competitors",
            Root::Experience => "experience",
            Root::Evidence => "evidence",
            Root::SignedPages => "signed_pages",
            Root::Attachments => "attachments",
            Root::Qualification => "qualification",
            Root::Confirmations => "confirmations",
            Root::Criteria => "criteria",
            Root::Submission => "submission",
            Root::Acknowledged => "acknowledged",
        }
    }
}
