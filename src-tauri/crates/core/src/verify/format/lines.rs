//! The lines of a 典型经验, told apart.

use crate::edition::Edition;
use crate::form::Section;
use crate::ooxml::read::{
    Block, Look, Measured, MeasuredBlock, MeasuredLine, Number, NumberFormat, Paragraph, Piece, Role, Table,
};
use crate::sections::{Caption, NumberKind, caption, is_no_title, sections, typed_number};
use std::borrow::Cow;
use std::collections::BTreeMap;

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
        let headings = headings(measured, edition);
        let (mut lines, mut section, mut has_title) = (Vec::new(), None, false);
        for (index, block) in measured.blocks.iter().enumerate() {
            let MeasuredBlock::Line(line) = block else { continue };
            if line.text.trim().is_empty() {
                continue;
            }
            let begun = headings.get(&index).copied();
            section = begun.or(section);
            let is_title = !has_title && section.is_none() && may_be_title(line);
            has_title |= is_title;
            let kind = match begun {
                Some(_) => section_heading(line),
                None if is_title => Kind::Title,
                None => kind(line, section),
            };
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

/// The lines that begin the sections, by their places among the blocks.
fn headings(measured: &Measured, edition: &Edition) -> BTreeMap<usize, Section> {
    let blocks: Vec<Block> = measured.blocks.iter().map(read).collect();
    let parts = sections(&blocks, edition);
    // A line that is parted has its place already.
    let whole =
        |blocks: &[Cow<Block>]| blocks.iter().filter(|block| matches!(block, Cow::Borrowed(_))).count();
    let mut at = whole(&parts.before);
    let mut headings = BTreeMap::new();
    for (section, found) in &parts.found {
        headings.insert(at, *section);
        at += 1 + whole(&found.blocks);
    }
    headings
}

/// A block as it is read for its words.
fn read(block: &MeasuredBlock) -> Block {
    match block {
        MeasuredBlock::Line(line) => Block::Paragraph(paragraph(line)),
        MeasuredBlock::Table => Block::Table(Table::default()),
    }
}

fn paragraph(line: &MeasuredLine) -> Paragraph {
    let number =
        || Number { list: String::new(), level: 0, format: NumberFormat::Chinese, text: "%1、".into() };
    Paragraph {
        role: line.role,
        number: line.is_numbered.then(number),
        pieces: vec![Piece::Text(line.text.clone(), Look::default())],
        ..Paragraph::default()
    }
}

/// Whether a line above the text may be its title: no 目录 and no line of one, no 附件2.
fn may_be_title(line: &MeasuredLine) -> bool {
    let words: String = line.text.chars().filter(|c| !c.is_whitespace()).collect();
    line.role != Role::Contents
        && words != "目录"
        && (line.role == Role::Title || typed_number(&line.text).is_none())
        && !is_no_title(&line.text)
}

fn section_heading(line: &MeasuredLine) -> Kind {
    let typed = typed_number(&line.text).map(|number| number.kind);
    Kind::SectionHeading { is_chinese: line.is_numbered || typed == Some(NumberKind::Chinese) }
}

fn kind(line: &MeasuredLine, section: Option<Section>) -> Kind {
    match line.role {
        Role::Contents => Kind::Contents,
        Role::Heading(_) | Role::Title => Kind::Heading,
        _ if section.is_none() || line.has_picture => Kind::Other,
        _ => match caption(&paragraph(line)) {
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
