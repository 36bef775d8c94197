//! Walking the tree: plain text, and what bears a number.

use super::tree::*;
use crate::form::text::Text;

/// Something that bears a caption and a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Captioned<'a> {
    /// What cross references name it by.
    pub id: &'a Text,
    /// Its caption.
    pub caption: &'a Text,
    /// What it is numbered with.
    pub kind: CaptionedKind,
}

/// What a caption is numbered with: figures and charts together, tables by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaptionedKind {
    /// 图
    Figure,
    /// 表
    Table,
}

impl Block {
    /// Caption and id of a figure, chart or table.
    pub fn captioned(&self) -> Option<Captioned<'_>> {
        match self {
            Block::Figure(Figure { id, caption, .. }) | Block::Chart(Chart { id, caption, .. }) => {
                Some(Captioned { id, caption, kind: CaptionedKind::Figure })
            }
            Block::Table(Table { id, caption, .. }) => {
                Some(Captioned { id, caption, kind: CaptionedKind::Table })
            }
            Block::Heading(_) | Block::Flow(_) => None,
        }
    }
}

impl RichText {
    /// Whether nothing is in it that would print.
    pub fn is_blank(&self) -> bool {
        self.blocks.iter().all(|block| match block {
            Block::Heading(heading) => inlines_blank(&heading.content),
            Block::Flow(flow) => flow_blank(flow),
            Block::Figure(_) | Block::Chart(_) | Block::Table(_) => false,
        })
    }

    /// The figures, charts and tables, from top to bottom.
    pub fn captioned(&self) -> impl Iterator<Item = Captioned<'_>> {
        self.blocks.iter().filter_map(Block::captioned)
    }
}

fn flow_blank(flow: &Flow) -> bool {
    match flow {
        Flow::Paragraph(content) => inlines_blank(content),
        Flow::List(list) => list.items.iter().flatten().all(flow_blank),
    }
}

fn inlines_blank(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text(text, _) => text.is_blank(),
        Inline::DataReference(reference, _) => reference.text.is_blank(),
        Inline::HardBreak(_) => true,
        Inline::CrossReference(..) => false,
    })
}

impl Block {
    /// Shows every line of text: a heading, the paragraphs, those in lists and cells.
    pub fn each_line<'a>(&'a self, see: &mut impl FnMut(&'a [Inline])) {
        match self {
            Block::Heading(heading) => see(&heading.content),
            Block::Flow(flow) => flow_lines(flow, see),
            Block::Table(table) => {
                let cells = table.rows.iter().flatten();
                cells.flat_map(|cell| &cell.content).for_each(|flow| flow_lines(flow, see));
            }
            Block::Figure(_) | Block::Chart(_) => {}
        }
    }
}

fn flow_lines<'a>(flow: &'a Flow, see: &mut impl FnMut(&'a [Inline])) {
    match flow {
        Flow::Paragraph(content) => see(content),
        Flow::List(list) => list.items.iter().flatten().for_each(|flow| flow_lines(flow, see)),
    }
}

/// The text of a line without its cross references; a line break becomes a line feed.
pub fn plain(content: &[Inline]) -> String {
    let mut text = String::new();
    for inline in content {
        match inline {
            Inline::Text(piece, _) => text.push_str(piece),
            Inline::DataReference(reference, _) => text.push_str(&reference.text),
            Inline::HardBreak(_) => text.push('\n'),
            Inline::CrossReference(..) => {}
        }
    }
    text
}
