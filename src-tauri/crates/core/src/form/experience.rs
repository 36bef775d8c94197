//! The 典型经验.

use super::lenient;
use super::map::{Path, PathStep};
use super::rich_text::{Block, RichText};
use crate::edition::Section;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 典型经验: four sections of rich text.
#[serde_with::apply(
    RichText => #[serde(deserialize_with = "lenient::null_is_absent")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Experience {
    /// 组织概况.
    pub overview: RichText,
    /// 实施背景.
    pub background: RichText,
    /// 实施过程.
    pub process: RichText,
    /// 实施成效.
    pub results: RichText,
}

impl Experience {
    /// The text of one section.
    pub fn section(&self, section: Section) -> &RichText {
        match section {
            Section::Overview => &self.overview,
            Section::Background => &self.background,
            Section::Process => &self.process,
            Section::Results => &self.results,
        }
    }

    /// The text of one section, to be changed.
    pub fn section_mut(&mut self, section: Section) -> &mut RichText {
        match section {
            Section::Overview => &mut self.overview,
            Section::Background => &mut self.background,
            Section::Process => &mut self.process,
            Section::Results => &mut self.results,
        }
    }

    /// The four texts in the order printed, to be changed.
    pub fn texts_mut(&mut self) -> [&mut RichText; 4] {
        [&mut self.overview, &mut self.background, &mut self.process, &mut self.results]
    }

    /// The block at a path, `experience.results.content[5]`, to be changed.
    pub fn block_mut(&mut self, path: &Path) -> Option<&mut Block> {
        let (Some(PathStep::Index(index)), true) = (path.last(), path.is_block()) else { return None };
        self.section_mut(path.in_section()?).blocks.get_mut(index)
    }

    /// Makes so many paragraphs, from the one at this path on, items of the numbered list above it. Says whether it was
    /// done.
    pub fn join_items(&mut self, path: &Path, count: usize) -> bool {
        match (path.last(), path.in_section()) {
            (Some(PathStep::Index(index @ 1..)), Some(section)) if path.is_block() => {
                self.section_mut(section).join_items(index - 1, count)
            }
            _ => false,
        }
    }

    /// The four sections with their texts, in the order printed.
    pub fn sections(&self) -> impl Iterator<Item = (Section, &RichText)> {
        Section::ALL.into_iter().map(|section| (section, self.section(section)))
    }
}
