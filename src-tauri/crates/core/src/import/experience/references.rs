//! References to figures and tables: fields by their bookmark, typed ones by their number.

use super::inline::{BOOKMARK, push};
use crate::documents::evidence_number;
use crate::form::rich_text::{Block, Flow, Inline, Marks};
use crate::form::{Evidence, RichText, Text};
use crate::sections::Caption;
use crate::text::half_width;
use std::collections::HashMap;

/// What may be referred to.
#[derive(Debug, Default)]
pub(super) struct Targets {
    by_bookmark: HashMap<String, Text>,
    by_number: HashMap<(bool, String), Text>,
    given: HashMap<char, usize>,
    /// The last number that was typed, of tables and of figures.
    last: HashMap<bool, usize>,
}

impl Targets {
    /// A new id for something that bears a caption.
    pub fn next_id(&mut self, block: &Block) -> String {
        let letter = match block {
            Block::Table(_) => 't',
            Block::Chart(_) => 'c',
            _ => 'f',
        };
        let given = self.given.entry(letter).or_insert(0);
        *given += 1;
        format!("{letter}{given}")
    }

    /// The number that was due where a caption bears another; those that follow count on from that.
    pub fn due(&mut self, caption: &Caption) -> Option<usize> {
        let number: usize = caption.number.parse().ok()?;
        let before = self.last.insert(caption.is_table, number).unwrap_or(0);
        let due = before.saturating_add(1);
        (number != due).then_some(due)
    }

    /// Notes what a caption is bound to.
    pub fn bound(&mut self, id: Text, caption: &Caption, bookmarks: Vec<String>) {
        if !caption.number.is_empty() {
            self.by_number.entry((caption.is_table, caption.number.clone())).or_insert_with(|| id.clone());
        }
        self.by_bookmark.extend(bookmarks.into_iter().map(|name| (name, id.clone())));
    }

    fn numbered(&self, is_table: bool, number: &str) -> Option<&Text> {
        self.by_number.get(&(is_table, number.to_owned()))
    }
}

/// Resolves the references in a block.
pub(super) fn resolve(block: &mut Block, targets: &Targets) {
    match block {
        Block::Heading(heading) => line(&mut heading.content, targets),
        Block::Flow(one) => flow(one, targets),
        Block::Table(table) => {
            let cells = table.rows.iter_mut().flatten();
            cells.flat_map(|cell| &mut cell.content).for_each(|one| flow(one, targets));
        }
        Block::Figure(_) | Block::Chart(_) => {}
    }
}

fn flow(one: &mut Flow, targets: &Targets) {
    match one {
        Flow::Paragraph(content) => line(content, targets),
        Flow::List(list) => list.items.iter_mut().flatten().for_each(|one| flow(one, targets)),
    }
}

fn line(content: &mut Vec<Inline>, targets: &Targets) {
    let mut resolved = Vec::with_capacity(content.len());
    for inline in std::mem::take(content) {
        match inline {
            Inline::CrossReference(target, marks) => {
                let (bookmark, text) = open(&target);
                match targets.by_bookmark.get(bookmark) {
                    Some(id) => resolved.push(Inline::CrossReference(id.clone(), marks)),
                    // The 证实性材料 are not read yet.
                    None if evidence_number(bookmark).is_some() => {
                        resolved.push(Inline::CrossReference(target.clone(), marks));
                    }
                    None => typed(text, marks, targets, &mut resolved),
                }
            }
            Inline::Text(text, marks) => typed(&text, marks, targets, &mut resolved),
            other => resolved.push(other),
        }
    }
    *content = resolved;
}

/// The bookmark and the text of a reference that is not resolved yet.
fn open(target: &str) -> (&str, &str) {
    target.trim_start_matches(BOOKMARK).split_once(BOOKMARK).unwrap_or((target, target))
}

/// Resolves the references to the 证实性材料, of which these were read; one to none is text.
pub(in crate::import) fn resolve_items(text: &mut RichText, items: &[Evidence]) {
    text.each_line_mut(&mut |line| {
        for inline in line.iter_mut() {
            let Inline::CrossReference(target, marks) = inline else { continue };
            let (bookmark, text) = open(target);
            let Some(number) = evidence_number(bookmark) else { continue };
            *inline = match number.checked_sub(1).and_then(|index| items.get(index)) {
                Some(item) => Inline::CrossReference(item.id.clone(), *marks),
                None => Inline::Text(text.into(), *marks),
            };
        }
    });
}

/// Text with the numbers that someone typed in it: 如图1所示, 见表2-1.
fn typed(text: &str, marks: Marks, targets: &Targets, into: &mut Vec<Inline>) {
    let (mut rest, mut from) = (text, 0);
    while let Some((begin, label)) = rest[from..].char_indices().find(|(_, c)| matches!(c, '图' | '表')) {
        let begin = from + begin;
        let behind = begin + label.len_utf8();
        from = behind;
        let Some((number, length)) = number(&rest[behind..]) else { continue };
        let Some(id) = targets.numbered(label == '表', &number) else { continue };
        let end = behind + length;
        if !begins(&rest[..begin]) || !ends(&rest[end..]) {
            continue;
        }
        push(into, &rest[..begin], marks);
        into.push(Inline::CrossReference(id.clone(), marks));
        rest = &rest[end..];
        from = 0;
    }
    push(into, rest, marks);
}

/// The number behind a label, one blank before it aside, and how many bytes it takes.
fn number(text: &str) -> Option<(String, usize)> {
    let digits = text.strip_prefix([' ', '\u{3000}', '\u{A0}']).unwrap_or(text);
    let is_of_number =
        |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || matches!(c, '-' | '.' | '—' | '－');
    let length = digits.find(|c| !is_of_number(c)).unwrap_or(digits.len());
    let number = digits[..length].trim_end_matches(['-', '.', '—', '－']);
    let end = text.len() - digits.len() + number.len();
    let number = half_width(number).replace(['—', '.'], "-");
    number.starts_with(|c: char| c.is_ascii_digit()).then_some((number, end))
}

/// Whether a name may begin here: 如图1, （表2, but not 水表2.
fn begins(before: &str) -> bool {
    let leads = "如见由从据和与及至按照在对参以用将下上，。；：、（“(,;:\n";
    before.chars().next_back().is_none_or(|c| c.is_whitespace() || leads.contains(c))
}

/// Whether it ends here: not 图3D, 表2台; 图1、2 names more than one.
fn ends(behind: &str) -> bool {
    let counted = "台只个张套件块项种类次家条吨元年月日米份号人";
    let joined = behind.trim_start_matches(['、', '和', '与', '及', '至', '到', '~', '～', ',', '，']);
    let goes_on = joined.len() < behind.len()
        && joined.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let next = behind.chars().next();
    !goes_on && next.is_none_or(|c| !c.is_ascii_alphanumeric() && !counted.contains(c))
}
