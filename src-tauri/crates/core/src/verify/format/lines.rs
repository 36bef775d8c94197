//! The lines of a 典型经验, told apart.

use crate::edition::Edition;
use crate::form::Section;
use crate::ooxml::read::{Measured, MeasuredBlock, MeasuredLine, Paragraph, Piece, Role};
use crate::sections::{Caption, NumberKind, caption, typed_number};

/// The parts of a text.
pub(super) struct Text<'a> {
    pub edition: &'a Edition,
    pub blocks: &'a [MeasuredBlock],
    /// Each line with what it is and the section it stands in.
    pub lines: Vec<(usize, &'a MeasuredLine, Kind, Option<Section>)>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    Title,
    Contents,
    SectionHeading {
        is_chinese: bool,
    },
    Heading,
    Caption(Caption),
    Body,
    /// A picture, or what stands before the text.
    Other,
}

impl<'a> Text<'a> {
    pub fn of(measured: &'a Measured, edition: &'a Edition) -> Text<'a> {
        let (mut lines, mut section, mut has_title) = (Vec::new(), None, false);
        for (index, block) in measured.blocks.iter().enumerate() {
            let MeasuredBlock::Line(line) = block else { continue };
            if line.text.trim().is_empty() {
                continue;
            }
            let begun = begun(line, edition).filter(|begun| section < Some(*begun));
            let kind = match begun {
                Some(begun) => {
                    section = Some(begun);
                    let typed = typed_number(&line.text).map(|number| number.kind);
                    Kind::SectionHeading {
                        is_chinese: line.is_numbered || typed == Some(NumberKind::Chinese),
                    }
                }
                None if !has_title && line.role != Role::Contents => Kind::Title,
                None => kind(line, section),
            };
            has_title = true;
            lines.push((index, line, kind, section));
        }
        Text { edition, blocks: &measured.blocks, lines }
    }

    pub fn place(&self, line: &MeasuredLine, section: Option<Section>) -> String {
        let place = match section {
            None => "目录".to_owned(),
            Some(section) => {
                let of_section = |(_, _, kind, own): &&(usize, &MeasuredLine, Kind, Option<Section>)| {
                    *own == Some(section) && !matches!(kind, Kind::SectionHeading { .. })
                };
                let mut lines = self.lines.iter().filter(of_section);
                let at = lines.position(|(_, other, ..)| std::ptr::eq(*other, line)).unwrap_or(0);
                format!("{}第{}段", self.edition.section(section).title, at + 1)
            }
        };
        format!("{place}“{}”", begin(&line.text))
    }
}

/// The section that a line begins.
fn begun(line: &MeasuredLine, edition: &Edition) -> Option<Section> {
    /// A longer line is a sentence.
    const LONGEST: usize = 24;
    if line.role == Role::Contents || line.text.chars().count() > LONGEST {
        return None;
    }
    let typed = typed_number(&line.text).map_or(0, |number| number.end);
    let words: String = line.text[typed..].chars().filter(|c| !c.is_whitespace()).collect();
    let is_told = typed > 0 || line.is_numbered || matches!(line.role, Role::Heading(_));
    let is_title = |section: &Section| {
        let title = &edition.section(*section).title;
        words == *title || is_told && words.starts_with(title.as_str())
    };
    Section::ALL.into_iter().find(is_title)
}

fn kind(line: &MeasuredLine, section: Option<Section>) -> Kind {
    let look = Paragraph {
        role: line.role,
        pieces: vec![Piece::Text(line.text.clone(), Default::default())],
        ..Paragraph::default()
    };
    match line.role {
        Role::Contents => Kind::Contents,
        Role::Heading(_) | Role::Title => Kind::Heading,
        _ if section.is_none() || line.has_picture => Kind::Other,
        _ => match caption(&look) {
            Some(caption) => Kind::Caption(caption),
            None if is_short(&line.text) && typed_number(&line.text).is_some() => Kind::Heading,
            None => Kind::Body,
        },
    }
}

/// Whether a line with a number may be a heading.
fn is_short(text: &str) -> bool {
    /// A longer line with a number is an item of a list.
    const LONGEST: usize = 40;
    text.chars().count() <= LONGEST && !text.trim_end().ends_with(['。', '；'])
}

/// The first characters of a line.
pub(super) fn begin(text: &str) -> String {
    const SHOWN: usize = 14;
    let text = text.trim();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
