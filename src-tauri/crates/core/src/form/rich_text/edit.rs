//! Replacing words of a text.

use super::tree::*;
use super::walk::plain;
use crate::form::text::Text;
use std::mem::take;
use std::ops::Range;

/// What is put in the place of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replacement {
    /// Other words, in the same form.
    Words(String),
    /// A cross reference to the figure, chart, table or item of the evidence of this id.
    Reference(Text),
}

/// A run of text: a line of the text, or a caption.
enum Line<'a> {
    Text(&'a mut Vec<Inline>),
    Caption(&'a mut Text),
}

impl Block {
    /// Replaces bytes of the plain text of one of the block's passages, counted from top to bottom: the caption first,
    /// then each paragraph. Says whether it was done; a line break, a reference or a figure of the tables stays.
    pub fn replace(&mut self, passage: usize, bytes: Range<usize>, with: &Replacement) -> bool {
        let mut lines = Vec::new();
        self.lines(&mut lines);
        match lines.into_iter().nth(passage) {
            Some(Line::Text(content)) => replace(content, bytes, with),
            Some(Line::Caption(caption)) => replace_in_caption(caption, bytes, with),
            None => false,
        }
    }

    fn lines<'a>(&'a mut self, lines: &mut Vec<Line<'a>>) {
        match self {
            Block::Heading(heading) => lines.push(Line::Text(&mut heading.content)),
            Block::Flow(flow) => flow.lines(lines),
            Block::Figure(Figure { caption, .. }) | Block::Chart(Chart { caption, .. }) => {
                lines.push(Line::Caption(caption));
            }
            Block::Table(table) => {
                lines.push(Line::Caption(&mut table.caption));
                let cells = table.rows.iter_mut().flatten();
                cells.flat_map(|cell| &mut cell.content).for_each(|flow| flow.lines(lines));
            }
        }
    }
}

impl RichText {
    /// Shows every line of text to what may change it.
    pub fn each_line_mut(&mut self, change: &mut impl FnMut(&mut Vec<Inline>)) {
        for block in &mut self.blocks {
            let mut lines = Vec::new();
            block.lines(&mut lines);
            for line in lines {
                if let Line::Text(content) = line {
                    change(content);
                }
            }
        }
    }
}

impl Flow {
    fn lines<'a>(&'a mut self, lines: &mut Vec<Line<'a>>) {
        match self {
            Flow::Paragraph(content) => lines.push(Line::Text(content)),
            Flow::List(list) => list.items.iter_mut().flatten().for_each(|flow| flow.lines(lines)),
        }
    }
}

fn replace_in_caption(caption: &mut Text, bytes: Range<usize>, with: &Replacement) -> bool {
    let (Replacement::Words(words), Some(_)) = (with, caption.get(bytes.clone())) else { return false };
    let mut text = caption.to_string();
    text.replace_range(bytes, words);
    *caption = text.into();
    true
}

fn replace(content: &mut Vec<Inline>, bytes: Range<usize>, with: &Replacement) -> bool {
    let length = |inline: &Inline| plain(std::slice::from_ref(inline)).len();
    let (mut at, mut changed, mut done) = (0, Vec::with_capacity(content.len() + 2), false);
    for inline in content.iter() {
        let end = at + length(inline);
        let is_touched = at < bytes.end && bytes.start < end;
        match inline {
            Inline::Text(text, marks) if is_touched => {
                let [from, to] = [bytes.start, bytes.end].map(|byte| byte.clamp(at, end) - at);
                let (Some(before), Some(after)) = (text.get(..from), text.get(to..)) else { return false };
                changed.extend(words(before, *marks));
                if !done {
                    changed.extend(inline_of(with, *marks));
                }
                changed.extend(words(after, *marks));
                done = true;
            }
            _ if is_touched => return false,
            other => changed.push(other.clone()),
        }
        at = end;
    }
    if done {
        *content = joined(take(&mut changed));
    }
    done
}

/// Neighbours of the same form are one text, as in the editor.
fn joined(content: Vec<Inline>) -> Vec<Inline> {
    let mut all: Vec<Inline> = Vec::with_capacity(content.len());
    for inline in content {
        match (all.last_mut(), inline) {
            (Some(Inline::Text(before, marks)), Inline::Text(text, own)) if *marks == own => {
                *before = format!("{before}{text}").into();
            }
            (_, other) => all.push(other),
        }
    }
    all
}

fn words(text: &str, marks: Marks) -> Option<Inline> {
    (!text.is_empty()).then(|| Inline::Text(text.into(), marks))
}

fn inline_of(with: &Replacement, marks: Marks) -> Option<Inline> {
    match with {
        Replacement::Words(text) => words(text, marks),
        Replacement::Reference(id) => Some(Inline::CrossReference(id.clone(), marks)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::RichText;
    use serde_json::{Value, json};

    fn text(content: Value) -> RichText {
        serde_json::from_value(json!({ "type": "doc", "content": [content] })).unwrap()
    }

    fn check(mut before: RichText, passage: usize, bytes: Range<usize>, with: Replacement, after: RichText) {
        assert!(before.blocks[0].replace(passage, bytes, &with));
        assert_eq!(before, after);
    }

    #[test]
    fn words_are_replaced_in_their_form_and_the_rest_stays() {
        let paragraph = |content: Value| text(json!({ "type": "paragraph", "content": content }));
        let bold = json!([{ "type": "bold" }]);
        let before = paragraph(json!([
            { "type": "text", "text": "如图" }, { "type": "text", "text": "1所示", "marks": bold },
            { "type": "hardBreak" }, { "type": "text", "text": "尾" },
        ]));
        let after = paragraph(json!([
            { "type": "text", "text": "如" }, { "type": "crossReference", "attrs": { "target": "f1" } },
            { "type": "text", "text": "所示", "marks": bold }, { "type": "hardBreak" },
            { "type": "text", "text": "尾" },
        ]));
        check(before.clone(), 0, 3..7, Replacement::Reference("f1".into()), after);
        let mut over_break = before;
        assert!(!over_break.blocks[0].replace(0, 10..15, &Replacement::Words(String::new())));
    }

    #[test]
    fn a_caption_comes_before_the_cells() {
        let table = |caption: &str, cell: &str| {
            let paragraph = json!({ "type": "paragraph", "content": [{ "type": "text", "text": cell }] });
            let cell = json!({ "type": "tableCell", "attrs": { "colspan": 1, "rowspan": 1 }, "content": [paragraph] });
            text(json!({ "type": "table", "attrs": { "id": "t", "caption": caption },
                         "content": [{ "type": "tableRow", "content": [cell] }] }))
        };
        let words = |text: &str| Replacement::Words(text.into());
        check(table("表1 甲", "乙,丙"), 0, 0..5, words(""), table("甲", "乙,丙"));
        check(table("甲", "乙,丙"), 1, 3..4, words("，"), table("甲", "乙，丙"));
    }
}
