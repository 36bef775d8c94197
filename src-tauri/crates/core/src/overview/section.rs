//! 字数 of the sections.

use crate::edition::{Edition, Section};
use crate::form::Content;
use crate::form::rich_text::{Numbers, SectionCount};
use serde::Serialize;

/// How long a section of the 典型经验 is. Counts are low–high, after the two ways Word counts some marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct SectionLength {
    /// Its key in the content: `overview` …
    pub key: &'static str,
    /// Everything printed.
    pub low: usize,
    /// Likewise.
    pub high: usize,
    /// Without tables and captions.
    pub prose_low: usize,
    /// Likewise.
    pub prose_high: usize,
    /// 字数 at most.
    pub limit: usize,
}

pub(super) fn lengths(content: &Content, edition: &Edition) -> Vec<SectionLength> {
    let numbers = Numbers::of(&content.experience, &content.evidence);
    let length = |section: Section| {
        let count = SectionCount::of(content.experience.section(section), &numbers, edition);
        SectionLength {
            key: section.key(),
            low: count.all.low,
            high: count.all.high,
            prose_low: count.prose.low,
            prose_high: count.prose.high,
            limit: edition.section(section).limit,
        }
    };
    Section::ALL.into_iter().map(length).collect()
}
