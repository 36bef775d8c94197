//! The parts of the application and their state.

use crate::edition::{Edition, Section};
use crate::form::{Content, Path};
use crate::rules::{Finding, Severity};
use serde::Serialize;
use serde_json::Value;

/// A part of the application, as the window lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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

/// How far a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub enum PartState {
    /// Nothing is filled in.
    Empty,
    /// Something is still missing or to be confirmed.
    Partial,
    /// Something that was filled in is wrong.
    Errors,
    /// Nothing stands in the way of a final package.
    Complete,
}

/// A part with its state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Part {
    /// Which.
    pub key: PartKey,
    /// Its title on the form.
    pub title: String,
    /// How far it is.
    pub state: PartState,
    /// How many errors it has.
    pub errors: usize,
    /// How many open confirmations.
    pub confirmations: usize,
    /// How many warnings.
    pub warnings: usize,
    /// How many hints.
    pub hints: usize,
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

    /// The part that a place of the content lies in.
    pub fn of(path: &Path) -> PartKey {
        let mut steps = path.as_str().split(['.', '[']);
        match steps.next().unwrap_or_default() {
            "qualification" | "confirmations" => PartKey::Qualification,
            "market" => PartKey::Market,
            "benefits" => PartKey::Benefits,
            "social" => PartKey::Social,
            "brand" => PartKey::Brand,
            "competitors" => PartKey::Competitors,
            "experience" => PartKey::of_section(steps.next().unwrap_or_default()),
            "evidence" | "attachments" => PartKey::Evidence,
            "pledge" | "recommendation" | "signed_pages" => PartKey::Signed,
            "organization" | "filled_on" | "declaration" => PartKey::Basics,
            _ => PartKey::Submission,
        }
    }

    fn of_section(key: &str) -> PartKey {
        match Section::ALL.into_iter().find(|section| section.key() == key) {
            Some(Section::Background) => PartKey::Background,
            Some(Section::Process) => PartKey::Process,
            Some(Section::Results) => PartKey::Results,
            _ => PartKey::Overview,
        }
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

    /// The places of the content that the part holds.
    fn places(self) -> &'static [&'static str] {
        match self {
            PartKey::Basics => &["/organization", "/filled_on", "/declaration"],
            PartKey::Qualification => &["/qualification", "/confirmations"],
            PartKey::Market => &["/market"],
            PartKey::Benefits => &["/benefits"],
            PartKey::Social => &["/social"],
            PartKey::Brand => &["/brand"],
            PartKey::Competitors => &["/competitors"],
            PartKey::Overview => &["/experience/overview"],
            PartKey::Background => &["/experience/background"],
            PartKey::Process => &["/experience/process"],
            PartKey::Results => &["/experience/results"],
            PartKey::Evidence => &["/evidence"],
            PartKey::Signed => &["/pledge", "/recommendation", "/signed_pages"],
            PartKey::Submission => &["/submission"],
        }
    }
}

pub(super) fn parts(content: &Content, edition: &Edition, findings: &[Finding]) -> Vec<Part> {
    let filled = serde_json::to_value(content).expect("content is plain data");
    let form = serde_json::to_value(Content::empty(edition)).expect("content is plain data");
    let part = |key: PartKey| {
        let is_empty = key.places().iter().all(|place| filled.pointer(place) == form.pointer(place));
        part(key, edition, findings, is_empty, &filled)
    };
    PartKey::ALL.into_iter().map(part).collect()
}

fn part(key: PartKey, edition: &Edition, findings: &[Finding], is_empty: bool, filled: &Value) -> Part {
    let own = || findings.iter().filter(|finding| PartKey::of(&finding.path) == key);
    let count = |severity| own().filter(|finding| finding.severity == severity).count();
    let wrong = own().any(|finding| finding.severity == Severity::Error && is_filled(filled, &finding.path));
    let (errors, confirmations) = (count(Severity::Error), count(Severity::Confirmation));
    let state = match () {
        () if is_empty => PartState::Empty,
        () if wrong => PartState::Errors,
        () if errors + confirmations > 0 => PartState::Partial,
        () => PartState::Complete,
    };
    let (warnings, hints) = (count(Severity::Warning), count(Severity::Hint));
    Part { key, title: key.title(edition).to_owned(), state, errors, confirmations, warnings, hints }
}

/// Whether something stands at a place: an error there is a mistake, not an omission.
fn is_filled(content: &Value, path: &Path) -> bool {
    content.pointer(&path.pointer()).is_some_and(holds)
}

fn holds(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(list) => list.iter().any(holds),
        Value::Object(map) => map.values().any(holds),
        Value::Bool(_) | Value::Number(_) => true,
    }
}
