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
    let runs = runs(&entries);
    let mut binding = Binding { done: Vec::with_capacity(entries.len()), waiting: 0 };
    let mut rest = entries.into_iter().zip(runs).peekable();
    while let Some((entry, run)) = rest.next() {
        let Entry::Caption { caption, bookmarks, content } = entry else {
            binding.push(entry);
            continue;
        };
        let due = targets.due(&caption);
        match binding.owner(&caption, run, rest.peek_mut().map(|(next, _)| next)) {
            Some(Entry::Captioned { block, is_bound }) => {
                due.iter().for_each(|due| out_of_order(&caption, *due, place, report));
                *caption_of(block) = caption.words.as_str().into();
                *is_bound = true;
                targets.bound(id_of(block).clone(), &caption, bookmarks);
            }
            _ => binding.push(Entry::Caption { caption, bookmarks, content }),
        }
    }
    binding.done.into_iter().map(|entry| block(entry, place, report)).collect()
}

fn out_of_order(caption: &Caption, due: usize, place: &str, report: &mut Report) {
    let what = if caption.is_table { "表" } else { "图" };
    let text = format!("{what}{} {}", caption.number, caption.words);
    let reason = format!("编号与先后顺序不符，按顺序应为{what}{due}，请核对{what}与标题是否对应");
    report.doubt(&text, place, &reason);
}

/// How many captions of figures follow one another from each entry on.
fn runs(entries: &[Entry]) -> Vec<usize> {
    let mut runs = vec![0; entries.len()];
    let mut run = 0;
    for (at, entry) in entries.iter().enumerate().rev() {
        run = if entry.is_caption(false) { run + 1 } else { 0 };
        runs[at] = run;
    }
    runs
}

/// What stands before a caption.
struct Binding {
    done: Vec<Entry>,
    /// How many figures at its end wait for captions.
    waiting: usize,
}

impl Binding {
    fn push(&mut self, entry: Entry) {
        self.waiting = if entry.waits(false) { self.waiting + 1 } else { 0 };
        self.done.push(entry);
    }

    /// What a caption belongs to, `run` captions standing together and `next` behind it.
    fn owner<'e>(
        &'e mut self,
        caption: &Caption,
        run: usize,
        next: Option<&'e mut Entry>,
    ) -> Option<&'e mut Entry> {
        let next = next.filter(|next| next.waits(caption.is_table));
        if caption.is_table {
            // A table's caption stands above it, else below.
            return next.or_else(|| self.done.last_mut().filter(|before| before.waits(true)));
        }
        // A figure's caption stands below it; of several figures side by side the captions follow in their order. Else
        // above.
        let together = self.waiting.min(run);
        if together == 0 {
            return next;
        }
        self.waiting = together - 1;
        let at = self.done.len() - together;
        self.done.get_mut(at)
    }
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
