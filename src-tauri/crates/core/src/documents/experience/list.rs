//! Lists, in the text and in the cells of tables.

use super::numbering::{cell_indent, cell_item, list_indent, list_item};
use super::writer::{BODY, COLUMN, Writer};
use crate::documents::layout::{LINE_HEIGHT, Piece, line_count};
use crate::documents::style::id;
use crate::documents::text::styled;
use crate::form::rich_text::{Flow, List, ListKind};
use crate::ooxml::{Indent, Paragraph};

/// Where a list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Text,
    Cell,
}

impl Place {
    fn style(self) -> &'static str {
        match self {
            Place::Text => id::LIST,
            Place::Cell => id::CELL,
        }
    }

    /// Twips from the edge to the text of an item at a level from 0.
    pub fn indent(self, level: usize) -> i32 {
        match self {
            Place::Text => list_indent(level),
            Place::Cell => cell_indent(level),
        }
    }

    fn item(self, paragraph: Paragraph, ordered: Option<usize>, level: usize) -> Paragraph {
        match self {
            Place::Text => list_item(paragraph, ordered, level),
            Place::Cell => cell_item(paragraph, ordered, level),
        }
    }
}

impl Writer<'_> {
    /// A list of the text.
    pub fn list(&mut self, list: &List, level: usize) {
        for (paragraph, text, level) in self.list_paragraphs(list, level, Place::Text) {
            let column = COLUMN - Place::Text.indent(level) as f32 / 20.0;
            let count = line_count(&text, BODY, column, 0.0);
            self.add(paragraph, Piece::Lines { count, height: BODY * LINE_HEIGHT });
        }
    }

    /// The paragraphs of a list and those nested in it, each with its text and its level from 0.
    pub fn list_paragraphs(
        &mut self,
        list: &List,
        level: usize,
        place: Place,
    ) -> Vec<(Paragraph, String, usize)> {
        let ordered = (list.kind == ListKind::Ordered).then(|| {
            self.ordered_lists += 1;
            self.ordered_lists - 1
        });
        let mut paragraphs = Vec::new();
        for item in &list.items {
            let mut numbered = false;
            for flow in item {
                match flow {
                    Flow::Paragraph(content) => {
                        let (runs, text) = self.line(content);
                        let paragraph = styled(place.style()).runs(runs);
                        let paragraph = if numbered {
                            paragraph.indent(Indent { left: Some(place.indent(level)), ..Indent::default() })
                        } else {
                            place.item(paragraph, ordered, level)
                        };
                        numbered = true;
                        paragraphs.push((paragraph, text, level));
                    }
                    Flow::List(nested) => paragraphs.extend(self.list_paragraphs(nested, level + 1, place)),
                }
            }
        }
        paragraphs
    }
}
