//! Lines that may be the heading of a section.

use super::contents::TypedContents;
use super::lines::Line;
use super::typed_number::{NumberKind, TypedNumber, typed_number};
use crate::edition::Edition;
use crate::form::Section;
use crate::ooxml::read::{NumberFormat, Paragraph, Role};

/// A line that may be the heading of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    pub line: usize,
    pub section: Section,
    /// Where it begins and ends in the text of its line: other text may stand in the same paragraph.
    pub begin: usize,
    pub end: usize,
    pub number: Option<NumberKind>,
    /// How sure it is.
    pub weight: u32,
}

/// Longer headings are sentences.
const LONGEST: usize = 40;

pub(super) fn candidates(lines: &[Line], edition: &Edition) -> Vec<Candidate> {
    let (mut found, mut contents) = (Vec::new(), TypedContents::of(edition));
    for (index, line) in lines.iter().enumerate() {
        let is_told_apart = matches!(line.paragraph.role, Role::Contents | Role::Caption);
        if contents.takes(&line.text) || line.text.trim().is_empty() || is_told_apart {
            continue;
        }
        // A heading may end with Shift+Enter, or begin behind one.
        let mut begin = 0;
        for piece in line.text.split_inclusive('\n') {
            let of = |section| candidate(index, line, (begin, piece), section, edition);
            found.extend(Section::ALL.into_iter().find_map(of));
            begin += piece.len();
        }
    }
    found
}

fn candidate(
    index: usize,
    line: &Line,
    (begin, piece): (usize, &str),
    section: Section,
    edition: &Edition,
) -> Option<Candidate> {
    let title = &edition.section(section).title;
    let typed = typed_number(piece);
    let heading = Heading::read(&piece[typed.map_or(0, |number| number.end)..], title)?;
    let number = typed.map(|number| number.kind).or_else(|| automatic(line.paragraph));
    let is_styled = matches!(line.paragraph.role, Role::Heading(_)) && begin == 0;
    let is_run_in = heading.text_follows && heading.bold_ends(line, begin, piece);
    let is_alone = !heading.text_follows || is_run_in;
    // Words added to the title, and text behind it, need something that shows it to be a heading.
    let is_heading = match (is_styled, number) {
        (true, _) => is_alone,
        (false, Some(_)) => is_alone || heading.is_exact && heading.is_marked,
        (false, None) => is_alone && heading.is_exact && (line.table.is_none() || line.columns <= 2),
    };
    if !is_heading || line.table.is_some() && line.columns > 2 && !is_styled && number.is_none() {
        return None;
    }
    let in_order = typed.is_some_and(|number| in_order(number, section));
    let weight = 8 * u32::from(is_styled)
        + 4 * u32::from(number.is_some())
        + 4 * u32::from(in_order)
        + 2 * u32::from(heading.is_exact)
        + u32::from(line.table.is_none());
    let end = begin + piece.len() - heading.rest.len();
    Some(Candidate { line: index, section, begin, end, number, weight })
}

/// What stands behind the number of a line, read as the title of a section.
struct Heading<'a> {
    /// Nothing is added to the title.
    is_exact: bool,
    /// A mark ends the title: 。 or ：.
    is_marked: bool,
    /// Whether text follows in the same line.
    text_follows: bool,
    /// What follows.
    rest: &'a str,
}

impl<'a> Heading<'a> {
    /// None where the line does not begin with the title. Blanks in it, brackets around it and limits behind it are
    /// usual: `【组 织 概 况】（500字以内）`.
    fn read(line: &'a str, title: &str) -> Option<Heading<'a>> {
        let opened = line.trim_start().trim_start_matches(['【', '[', '《', '“', '「', '〖']);
        let mut wanted = title.chars();
        let mut next = wanted.next();
        let mut rest = opened;
        while let Some(letter) = next {
            let c = rest.chars().next()?;
            rest = &rest[c.len_utf8()..];
            if c == letter {
                next = wanted.next();
            } else if !c.is_whitespace() {
                return None;
            }
        }
        let rest = rest.trim_start_matches(['】', ']', '》', '”', '」', '〗']);
        let rest = without_limit(rest);
        let added = rest.find(['。', '：', ':', '\n']).unwrap_or(rest.len());
        let (words, behind) = rest.split_at(added);
        let is_marked = behind.starts_with(['。', '：', ':']);
        let follows = behind.trim_start_matches(['。', '：', ':']);
        let is_short = title.chars().count() + words.chars().count() <= LONGEST;
        let is_words = !words.contains(['，', '；', ',', ';', '！', '？']);
        (is_short && is_words).then_some(Heading {
            is_exact: words.trim().is_empty(),
            is_marked,
            text_follows: !follows.trim().is_empty(),
            rest: follows,
        })
    }

    /// Whether the bold letters of the line end where the heading does.
    fn bold_ends(&self, line: &Line, begin: usize, piece: &str) -> bool {
        let end = begin + piece.len() - self.rest.len();
        // The mark behind the heading may be bold or not.
        line.bold > begin && line.bold <= end && line.bold + '。'.len_utf8() >= end
    }
}

/// Without （500字以内）.
fn without_limit(text: &str) -> &str {
    let trimmed = text.trim_start();
    let Some(inner) = trimmed.strip_prefix(['（', '(']) else { return text };
    match inner.split_once(['）', ')']) {
        Some((limit, rest)) if limit.contains('字') => rest,
        _ => text,
    }
}

fn in_order(number: TypedNumber, section: Section) -> bool {
    Section::ALL.iter().position(|one| *one == section).map(|at| at + 1) == Some(number.value)
}

/// The kind of the automatic number that a paragraph bears.
pub fn automatic(paragraph: &Paragraph) -> Option<NumberKind> {
    let number = paragraph.number.as_ref()?;
    let is_bracketed = number.text.contains(['（', '(', '）', ')']);
    Some(match number.format {
        NumberFormat::Bullet | NumberFormat::Other => return None,
        NumberFormat::Chinese if is_bracketed => NumberKind::BracketedChinese,
        NumberFormat::Chinese if number.text.starts_with('第') => NumberKind::Part,
        NumberFormat::Chinese => NumberKind::Chinese,
        NumberFormat::Circled => NumberKind::Circled,
        NumberFormat::Decimal if is_bracketed => NumberKind::BracketedDecimal,
        NumberFormat::Decimal => match number.text.matches('%').count() {
            0 | 1 => NumberKind::Decimal,
            2 => NumberKind::Decimal2,
            _ => NumberKind::Decimal3,
        },
        NumberFormat::Roman => NumberKind::Roman,
    })
}
