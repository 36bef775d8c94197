//! 目录: a TOC field (17.16.5.70) that is right before anyone presses F9.

use super::writer::{BODY, COLUMN, Heading, PAGE};
use crate::documents::compose::Composer;
use crate::documents::layout::{LINE_HEIGHT, Piece, first_pages, line_count};
use crate::documents::style::id;
use crate::documents::text::{line, styled};
use crate::ooxml::{Run, field, field_begin, field_end};

/// With more headings than these the contents list two levels, so that they stay on one page.
const MOST_ENTRIES: usize = 30;

pub(super) fn add(composer: &mut Composer, label: &str, title: &str, headings: &[Heading]) {
    composer.add(line(id::CONTENTS, label));
    let depth = depth(headings);
    let listed: Vec<&Heading> = headings.iter().filter(|heading| heading.level < depth).collect();
    let before = pages_before(title, &listed);
    let last = listed.len().saturating_sub(1);
    for (index, heading) in listed.into_iter().enumerate() {
        let mut paragraph = styled(id::CONTENTS_LEVELS[heading.level]);
        if index == 0 {
            paragraph = paragraph.runs(field_begin(&format!("TOC \\o \"1-{depth}\" \\h \\z \\u")));
        }
        paragraph = paragraph.link(&heading.bookmark, entry(heading, before + heading.page));
        if index == last {
            paragraph = paragraph.run(field_end());
        }
        composer.add(paragraph);
    }
}

fn depth(headings: &[Heading]) -> usize {
    let three = headings.iter().filter(|heading| heading.level < 3).count();
    if three <= MOST_ENTRIES { 3 } else { 2 }
}

fn entry(heading: &Heading, page: usize) -> Vec<Run> {
    let mut runs = vec![Run::new().text(&heading.text), Run::new().tab()];
    runs.extend(field(&format!("PAGEREF {} \\h", heading.bookmark), Run::new().text(page.to_string())));
    runs
}

/// How many pages title and contents take; the first section begins a page.
fn pages_before(title: &str, listed: &[&Heading]) -> usize {
    let title = Piece::Whole {
        before: 0.0,
        height: line_count(title, 18.0, COLUMN, 0.0) as f32 * 18.0 * LINE_HEIGHT,
        after: 12.0,
        keep_next: true,
    };
    let label = Piece::Whole { before: 6.0, height: BODY * LINE_HEIGHT, after: 6.0, keep_next: false };
    let entries = listed.iter().map(|heading| {
        let indent = 2.0 * BODY * heading.level as f32;
        let count = line_count(&heading.text, BODY, COLUMN - indent, 0.0);
        Piece::Lines { count, height: BODY * LINE_HEIGHT }
    });
    let pieces: Vec<Piece> = [title, label].into_iter().chain(entries).collect();
    first_pages(&pieces, PAGE).last().copied().unwrap_or(1)
}
