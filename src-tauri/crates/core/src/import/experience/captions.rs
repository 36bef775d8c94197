//! Captions find their pictures, charts and tables: below or above them, in whatever order the document has.

use super::references::Targets;
use crate::form::Text;
use crate::form::rich_text::{Block, Flow, Inline};
use crate::import::report::Report;
use crate::sections::Caption;

/// Something that stands in a section, before captions are bound.
#[derive(Debug)]
pub(super) enum Entry {
    /// Text.
    Block(Block),
    /// A figure, chart or table, and whether its caption was found.
    Captioned { block: Block, is_bound: bool },
    /// A caption with its bookmarks, and the line it is.
    Caption { caption: Caption, bookmarks: Vec<String>, content: Vec<Inline> },
}

impl Entry {
    pub fn captioned(block: Block) -> Entry {
        Entry::Captioned { block, is_bound: false }
    }

    /// Whether it waits for a caption of this kind.
    fn waits(&self, is_table: bool) -> bool {
        match self {
            Entry::Captioned { block, is_bound } => !is_bound && matches!(block, Block::Table(_)) == is_table,
            _ => false,
        }
    }

    fn is_caption(&self, of_table: bool) -> bool {
        matches!(self, Entry::Caption { caption, .. } if caption.is_table == of_table)
    }
}

/// Binds the captions of a section and gives its blocks. A caption without anything beside it stays a line of text.
pub(super) fn bind(
    mut entries: Vec<Entry>,
    targets: &mut Targets,
    place: &str,
    report: &mut Report,
) -> Vec<Block> {
    for entry in &mut entries {
        if let Entry::Captioned { block, .. } = entry {
            let id = targets.next_id(block);
            *id_of(block) = id.into();
        }
    }
    let mut at = 0;
    while at < entries.len() {
        let Entry::Caption { caption, .. } = &entries[at] else {
            at += 1;
            continue;
        };
        let owner = if caption.is_table { table_of(&entries, at) } else { figure_of(&entries, at) };
        let Some(owner) = owner else {
            at += 1;
            continue;
        };
        let Entry::Caption { caption, bookmarks, .. } = entries.remove(at) else { continue };
        let owner = if owner > at { owner - 1 } else { owner };
        if let Entry::Captioned { block, is_bound } = &mut entries[owner] {
            *caption_of(block) = caption.words.as_str().into();
            *is_bound = true;
            targets.bound(id_of(block).clone(), &caption, bookmarks);
        }
    }
    entries.into_iter().map(|entry| block(entry, place, report)).collect()
}

/// A figure's caption stands below it; of several figures side by side the captions follow in their order. Else above.
fn figure_of(entries: &[Entry], at: usize) -> Option<usize> {
    let captions = entries[at..].iter().take_while(|entry| entry.is_caption(false)).count();
    let waiting = entries[..at].iter().rev().take_while(|entry| entry.waits(false)).count();
    if waiting > 0 {
        return Some(at - waiting.min(captions.max(1)));
    }
    entries.get(at + 1).filter(|next| next.waits(false)).map(|_| at + 1)
}

/// A table's caption stands above it, else below.
fn table_of(entries: &[Entry], at: usize) -> Option<usize> {
    let next = entries.get(at + 1).filter(|next| next.waits(true)).map(|_| at + 1);
    next.or_else(|| at.checked_sub(1).filter(|before| entries[*before].waits(true)))
}

fn block(entry: Entry, place: &str, report: &mut Report) -> Block {
    match entry {
        Entry::Block(block) | Entry::Captioned { block, .. } => block,
        Entry::Caption { caption, content, .. } => {
            let what = if caption.is_table { "表" } else { "图" };
            let reason = format!("像{what}的标题，但旁边没有{what}，当作了正文，请核对");
            report.doubt(&caption.words, place, &reason);
            Block::Flow(Flow::Paragraph(content))
        }
    }
}

fn id_of(block: &mut Block) -> &mut Text {
    match block {
        Block::Figure(figure) => &mut figure.id,
        Block::Chart(chart) => &mut chart.id,
        Block::Table(table) => &mut table.id,
        Block::Heading(_) | Block::Flow(_) => unreachable!("only what bears a caption is asked"),
    }
}

fn caption_of(block: &mut Block) -> &mut Text {
    match block {
        Block::Figure(figure) => &mut figure.caption,
        Block::Chart(chart) => &mut chart.caption,
        Block::Table(table) => &mut table.caption,
        Block::Heading(_) | Block::Flow(_) => unreachable!("only what bears a caption is asked"),
    }
}
