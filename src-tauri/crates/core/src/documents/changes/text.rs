//! The text of the 典型经验 with tracked changes.

use super::report::ChangeReport;
use crate::compare::{Fate, LineKind, TrackedLine, TrackedPiece};
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::experience::{HeadingNumbers, add_lists, list_item, marked};
use crate::documents::style::id;
use crate::documents::text::{continued, line, styled};
use crate::form::rich_text::Marks;
use crate::ooxml::{Paragraph, Reviser, Revision};

/// The author where the applicant has no name yet.
const NOBODY: &str = "申报单位";

pub(super) fn add(composer: &mut Composer, sources: &Sources, report: &ChangeReport) {
    composer.add(line(id::HEADINGS[3], "典型经验正文的修订").keep_next());
    composer.add(line(id::NOTE, &explained(report.since)));
    let author = match sources.content.organization.trim() {
        "" => NOBODY,
        organization => organization,
    };
    let by = Reviser { author: author.to_owned(), date: format!("{}T00:00:00Z", sources.today) };
    let mut text = Text { by, numbers: HeadingNumbers::default(), ordered_lists: 0, is_in_list: false };
    for section in &report.changes.sections {
        let number = text.numbers.before_next(0);
        composer.add(line(id::HEADINGS[0], &format!("{number}{}", section.title)));
        if section.lines.is_empty() {
            composer.add(line(id::NOTE, "（这一部分的文字没有改动）"));
        }
        section.lines.iter().for_each(|line| composer.add(text.line(line)));
    }
    // What is taken back of the last paragraph must not reach beyond the text.
    composer.add(line(id::NOTE, "（正文完）"));
    composer.with(|document| add_lists(document, text.ordered_lists));
}

fn explained(since: i64) -> String {
    format!(
        "下面的改动是Word的修订，可在“审阅”里逐处查看；全部接受是现在的文字，全部拒绝是第{since}次报送的文字。\
         标题的编号按现在的文字。图只写标题；表格每行写成一段，各格之间用“｜”隔开。"
    )
}

struct Text {
    by: Reviser,
    /// Typed, those of the later text: numbers that a program counts by itself go astray among what is taken back.
    numbers: HeadingNumbers,
    ordered_lists: usize,
    /// Whether the line before was of a numbered list.
    is_in_list: bool,
}

impl Text {
    fn line(&mut self, line: &TrackedLine) -> Paragraph {
        let paragraph = self.placed(line.kind);
        let paragraph = match self.revision(line.fate) {
            Some(revision) => paragraph.mark_revised(&revision),
            None => paragraph,
        };
        let paragraph = match self.number(line) {
            Some(number) => self.piece(paragraph, &number),
            None => paragraph,
        };
        line.pieces.iter().fold(paragraph, |paragraph, piece| self.piece(paragraph, piece))
    }

    /// That of a heading of the later text.
    fn number(&mut self, line: &TrackedLine) -> Option<TrackedPiece> {
        match (line.kind, line.fate) {
            (LineKind::Heading(level), Fate::Kept | Fate::Added) => Some(TrackedPiece {
                fate: line.fate,
                text: self.numbers.before_next(level - 1),
                marks: Marks::default(),
            }),
            _ => None,
        }
    }

    fn placed(&mut self, kind: LineKind) -> Paragraph {
        let goes_on = self.is_in_list;
        // What a numbered list holds is of it too.
        self.is_in_list = match kind {
            // A further paragraph of an item begins no list.
            LineKind::Item { is_first: false, .. } => goes_on,
            LineKind::Item { is_ordered, depth, .. } => is_ordered || depth > 0 && goes_on,
            _ => false,
        };
        match kind {
            LineKind::Heading(level) => styled(id::HEADINGS[level - 1]),
            LineKind::Paragraph => styled(id::BODY),
            LineKind::Caption => styled(id::CAPTION).keep_next(),
            LineKind::Row => styled(id::CELL),
            LineKind::Item { is_first: false, .. } => styled(id::LIST),
            LineKind::Item { is_ordered, depth, .. } => {
                if is_ordered && !goes_on {
                    self.ordered_lists += 1;
                }
                list_item(styled(id::LIST), is_ordered.then(|| self.ordered_lists - 1), depth)
            }
        }
    }

    fn piece(&self, paragraph: Paragraph, piece: &TrackedPiece) -> Paragraph {
        let run = continued(marked(piece.marks), &piece.text);
        match self.revision(piece.fate) {
            Some(revision) => paragraph.revised(revision, run),
            None => paragraph.run(run),
        }
    }

    fn revision(&self, fate: Fate) -> Option<Revision> {
        match fate {
            Fate::Kept => None,
            Fate::Added => Some(Revision::Inserted(self.by.clone())),
            Fate::Removed => Some(Revision::Deleted(self.by.clone())),
        }
    }
}
