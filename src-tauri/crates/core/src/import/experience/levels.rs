//! Headings below the sections and their levels: by style, or by the number that stands before them.

use crate::form::rich_text::HeadingLevel;
use crate::ooxml::read::{Block, Paragraph, Role};
use crate::sections::{Found, NumberKind, caption, number_kind, typed_number};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Longer lines are no headings.
const LONGEST: usize = 40;

/// The levels of a section's headings.
#[derive(Debug, Default)]
pub(super) struct Levels {
    /// The outline level of the section's own heading.
    section: u8,
    /// The kinds of numbers that headings bear here, from the highest to the lowest.
    kinds: BTreeSet<NumberKind>,
}

/// A heading that was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Recognised {
    pub level: HeadingLevel,
    /// How many bytes of its text are the typed number.
    pub number: usize,
}

impl Levels {
    pub fn of(found: &Found) -> Levels {
        let section = match found.role {
            Role::Heading(level) => level,
            _ => 1,
        };
        let numbered = (0..found.blocks.len()).filter_map(|at| numbered(&found.blocks, at));
        let kinds = numbered.filter(|kind| found.number.is_none_or(|own| *kind > own)).collect();
        Levels { section, kinds }
    }

    /// The heading that a block of the section is, if it is one.
    pub fn heading(&self, blocks: &[Cow<Block>], at: usize) -> Option<Recognised> {
        let Block::Paragraph(paragraph) = &*blocks[at] else { return None };
        let text = paragraph.text();
        if text.trim().is_empty() {
            return None;
        }
        let number = typed_number(&text).map_or(0, |number| number.end);
        if let Role::Heading(level) = paragraph.role {
            let below = level.saturating_sub(self.section).max(1);
            return Some(Recognised { level: named(below.into()), number });
        }
        let kind = numbered(blocks, at)?;
        let rank = self.kinds.iter().position(|known| *known == kind)? + 1;
        Some(Recognised { level: named(rank), number })
    }
}

fn named(below: usize) -> HeadingLevel {
    match below {
        0 | 1 => HeadingLevel::Two,
        2 => HeadingLevel::Three,
        _ => HeadingLevel::Four,
    }
}

/// The kind of number of a line that reads like a heading.
fn numbered(blocks: &[Cow<Block>], at: usize) -> Option<NumberKind> {
    let paragraph = paragraph(blocks.get(at))?;
    if !matches!(paragraph.role, Role::Body) || caption(paragraph).is_some() {
        return None;
    }
    let kind = kind(paragraph).filter(|_| may_be_heading(paragraph.text().trim()))?;
    // Several in a row are items of a list, unless they are bold.
    let neighbours = [at.checked_sub(1), Some(at + 1)];
    let in_a_row = neighbours
        .into_iter()
        .flatten()
        .any(|at| other(blocks, at).is_some_and(|one| self::kind(one) == Some(kind)));
    let is_list =
        matches!(kind, NumberKind::Decimal | NumberKind::BracketedDecimal | NumberKind::Circled) && in_a_row;
    (!is_list || paragraph.is_bold()).then_some(kind)
}

/// Whether a line is short and no sentence.
fn may_be_heading(text: &str) -> bool {
    let is_short = text.chars().count() <= LONGEST && !text.contains('\n');
    is_short && !text.ends_with(['。', '；', '，', '：', '！', '？', ';', ',', ':', '.'])
}

fn kind(paragraph: &Paragraph) -> Option<NumberKind> {
    // Items of a list may be short too.
    let automatic = || number_kind(paragraph).filter(|_| !paragraph.is_list || paragraph.is_bold());
    typed_number(&paragraph.text()).map(|number| number.kind).or_else(automatic)
}

fn other<'a>(blocks: &'a [Cow<Block>], at: usize) -> Option<&'a Paragraph> {
    paragraph(blocks.get(at))
}

fn paragraph<'a>(block: Option<&'a Cow<Block>>) -> Option<&'a Paragraph> {
    match block.map(|block| &**block) {
        Some(Block::Paragraph(paragraph)) => Some(paragraph),
        _ => None,
    }
}
