//! 字数 of a Word document from outside, section by section, as [`crate::form::rich_text::SectionCount`] counts the
//! form's own 典型经验.

mod lines;
mod outline;

use crate::edition::Edition;
use crate::form::Section;
use crate::form::rich_text::SectionCount;
use crate::ooxml::WordDocument;
use crate::text::count;
use lines::{Line, LineKind, lines};
use outline::Outline;
use std::collections::BTreeMap;

/// The 字数 of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentCount {
    /// The sections that were found, by their level-1 headings.
    pub sections: BTreeMap<Section, SectionCount>,
    /// Everything from the first line to the last, headings and 目录 too.
    pub whole: SectionCount,
}

/// Counts a document. A section goes from its level-1 heading, known by its style or by its text with or without a
/// typed number, to the next one's; the heading itself is not counted.
pub fn count_document(document: &WordDocument, edition: &Edition) -> DocumentCount {
    let outline = Outline::of(document.styles.as_ref());
    let lines = lines(&document.body, &outline);
    let headings = headings(&lines, edition);
    let mut counts = DocumentCount::default();
    let mut section = None;
    for (index, line) in lines.iter().enumerate() {
        add(&mut counts.whole, line);
        if let Some(begun) = headings.get(&index) {
            section = Some(*begun);
            counts.sections.entry(*begun).or_default();
        } else if let Some(section) = section {
            add(counts.sections.entry(section).or_default(), line);
        }
    }
    counts
}

fn add(counts: &mut SectionCount, line: &Line) {
    let counted = count(&line.text);
    counts.all += counted;
    if !matches!(line.kind, LineKind::Cell | LineKind::Caption) {
        counts.prose += counted;
    }
}

/// The line that each section begins with: a heading by style, the first of them; else the last that reads like one,
/// since those before may be a typed 目录.
fn headings(lines: &[Line], edition: &Edition) -> BTreeMap<usize, Section> {
    let mut headings = BTreeMap::new();
    for section in Section::ALL {
        let title = &edition.section(section).title;
        let named = || {
            lines.iter().enumerate().filter(|(_, line)| line.may_be_heading() && is_title(&line.text, title))
        };
        let styled = named().find(|(_, line)| line.kind == LineKind::Heading1);
        if let Some((index, _)) = styled.or_else(|| named().next_back()) {
            headings.insert(index, section);
        }
    }
    headings
}

/// What may be typed before a title: 一、 （一） 1. 第一部分.
const NUMBERING: &str = "第一二三四五六七八九十0123456789部分章节、.()（）:：．";

fn is_title(text: &str, title: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = text.trim_start_matches(|c: char| NUMBERING.contains(c) || c.is_ascii_digit());
    let bare = bare.split(['（', '(']).next().unwrap_or_default();
    bare.trim_end_matches([':', '：', '。']) == title
}

#[cfg(test)]
mod tests;
