//! What a window shows of a draft besides its content (概览): the state of each part, what the checks find, counts,
//! the byte budget, the tables' numbers.
//!
//! Everything is computed anew from the content, the edition and the facts; nothing is stored.

mod completeness;
mod figure;
mod find;
mod part;
mod proposal;
mod section;
mod series;
#[cfg(test)]
mod tests;

pub use completeness::Completeness;
pub use figure::Figure;
pub use find::{Hit, find};
pub use part::{Part, PartState};
pub use proposal::Proposals;
pub use section::SectionLength;
pub use series::SeriesView;

use crate::edition::Edition;
use crate::form::Content;
use crate::form::map::PartKey;
use crate::package::Budget;
use crate::rules::{self, Context, Facts, Finding, Group, blocks_final};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a window shows of a draft besides its content.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Overview {
    /// What the checks find, in the order of the form.
    pub findings: Vec<Found>,
    /// The parts of the application, in the order of the form.
    pub parts: Vec<Part>,
    /// How far the application is.
    pub completeness: Completeness,
    /// 字数 of the four sections, in order.
    pub sections: Vec<SectionLength>,
    /// The pages of each attached file, by attachment id: width and height in pixels, as seen upright.
    pub pages: BTreeMap<String, Vec<(u32, u32)>>,
    /// The room in the package.
    pub budget: Budget,
    /// The cells of the three-year tables that hold a number, by path.
    pub figures: BTreeMap<String, Figure>,
    /// What a chart can be drawn of.
    pub series: Vec<SeriesView>,
    /// What can be proposed for fields that are still empty.
    pub proposals: Proposals,
}

/// A finding and where it lies in the user's words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Found {
    /// What a rule said.
    #[serde(flatten)]
    pub finding: Finding,
    /// What is to be done about it.
    pub group: Group,
    /// Whether no final package may be made while it stands.
    pub blocking: bool,
    /// Whether it may stand with a reason (已核对).
    pub acknowledgeable: bool,
    /// The part it lies in.
    pub part: PartKey,
    /// Where, such as `经济和质量效益统计表 第3行`.
    pub place: String,
}

impl Overview {
    /// Looks at a draft whose content is `content`.
    pub fn of(content: &Content, edition: &Edition, facts: &Facts, budget: Budget) -> Overview {
        let facts = Facts { package_bytes: Some(budget.expected_bytes), ..facts.clone() };
        let context = Context::new(content, edition, &facts);
        let findings = rules::check_in(&context);
        Overview {
            parts: part::parts(content, edition, &findings),
            completeness: Completeness::of(&findings, content, edition, &facts),
            sections: section::lengths(content, edition),
            pages: pages(&facts),
            figures: figure::figures(&context),
            series: series::series(&context),
            proposals: Proposals::of(&context),
            findings: findings.into_iter().map(|finding| Found::of(finding, edition)).collect(),
            budget,
        }
    }
}

impl Found {
    fn of(finding: Finding, edition: &Edition) -> Found {
        let (part, place) = (PartKey::of(&finding.path), finding.path.in_words(edition));
        let (group, blocking) = (finding.group(), blocks_final(&finding));
        Found { group, blocking, acknowledgeable: finding.can_be_acknowledged(), finding, part, place }
    }
}

fn pages(facts: &Facts) -> BTreeMap<String, Vec<(u32, u32)>> {
    let sizes = |file: &rules::FileFacts| file.pages.iter().map(|page| (page.width, page.height)).collect();
    facts.files.iter().map(|(id, file)| (id.clone(), sizes(file))).collect()
}
