//! Lists, in the text and in the cells of tables.

use super::numbering::{list_indent, list_item};
use super::writer::{BODY, COLUMN, Writer};
use crate::documents::layout::{LINE_HEIGHT, Piece, line_count};
use crate::documents::style::id;
use crate::documents::text::styled;
use crate::form::rich_text::{Flow, List, ListKind};
use crate::ooxml::{Indent, Paragraph};

impl Writer<'_> {
    /// A list of the text.
    pub fn list(&mut self, list: &List, level: usize) {
        for (paragraph, text, level) in self.list_paragraphs(list, level, id::LIST) {
            let column = COLUMN - list_indent(level) as f32 / 20.0;
            let count = line_count(&text, BODY, column, 0.0);
            self.add(paragraph, Piece::Lines { count, height: BODY * LINE_HEIGHT, before: 0.0, after: 0.0 });
        }
    }

    /// The paragraphs of a list and those nested in it, each with its text and its level from 0.
    pub fn list_paragraphs(
        &mut self,
        list: &List,
        level: usize,
        style: &str,
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
                        let paragraph = styled(style).runs(runs);
                        let paragraph = if numbered {
                            paragraph.indent(Indent { left: Some(list_indent(level)), ..Indent::default() })
                        } else {
                            list_item(paragraph, ordered, level)
                        };
                        numbered = true;
                        paragraphs.push((paragraph, text, level));
                    }
                    Flow::List(nested) => paragraphs.extend(self.list_paragraphs(nested, level + 1, style)),
                }
            }
        }
        paragraphs
    }
}
