//! The text of the 典型经验 with tracked changes.

use super::report::ChangeReport;
use crate::compare::{Fate, LineKind, TrackedLine, TrackedPiece};
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::experience::{add_numbering, list_item, marked};
use crate::documents::listing::unnumbered;
use crate::documents::style::id;
use crate::documents::text::{continued, line, styled};
use crate::ooxml::{Paragraph, Reviser, Revision};

/// The author where the applicant has no name yet.
const NOBODY: &str = "申报单位";

pub(super) fn add(composer: &mut Composer, sources: &Sources, report: &ChangeReport) {
    composer.add(unnumbered("典型经验正文的修订"));
    composer.add(line(id::NOTE, &explained(report.since)));
    let author = match sources.content.organization.trim() {
        "" => NOBODY,
        organization => organization,
    };
    let by = Reviser { author: author.to_owned(), date: format!("{}T00:00:00Z", sources.today) };
    let mut text = Text { by, ordered_lists: 0, is_in_list: false };
    for section in &report.changes.sections {
        composer.add(line(id::HEADINGS[0], &section.title));
        if section.lines.is_empty() {
            composer.add(line(id::NOTE, "（这一部分的文字没有改动）"));
        }
        section.lines.iter().for_each(|line| composer.add(text.line(line)));
    }
    // What is taken back of the last paragraph must not reach beyond the text.
    composer.add(line(id::NOTE, "（正文完）"));
    composer.with(|document| add_numbering(document, text.ordered_lists));
}

fn explained(since: i64) -> String {
    format!(
        "下面的改动是Word的修订，可在“审阅”里逐处查看；全部接受是现在的文字，全部拒绝是第{since}次报送的文字。\
         图只写标题；表格每行写成一段，各格之间用“｜”隔开。"
    )
}

struct Text {
    by: Reviser,
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
        line.pieces.iter().fold(paragraph, |paragraph, piece| self.piece(paragraph, piece))
    }

    fn placed(&mut self, kind: LineKind) -> Paragraph {
        let goes_on = self.is_in_list;
        // What a numbered list holds is of it too.
        self.is_in_list = match kind {
            LineKind::Item { is_ordered, depth, .. } => is_ordered || depth > 0 && goes_on,
            _ => false,
        };
        match kind {
            LineKind::Heading(level) => styled(id::HEADINGS[level - 1]),
            LineKind::Paragraph => styled(id::BODY),
            LineKind::Caption => styled(id::CAPTION),
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
