//! The lines of a section's text: what is read in one go, each with its place.

use super::tree::*;
use super::walk::plain;
use crate::form::map::Path;

/// A heading, a paragraph wherever it stands, or a caption.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Where it stands, `experience.process.content[5].content[0].content[2].content[0]`.
    pub path: Path,
    /// What it is.
    pub kind: LineKind,
    /// Its text, without cross references; a line break is a line feed.
    pub text: String,
    /// Its text with a sign for each figure of the tables, which changes with them and not by the user's hand.
    pub typed: String,
    /// The figures of the tables in it, in order.
    pub figures: Vec<DataReference>,
}

/// What a [`Line`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A heading.
    Heading,
    /// A paragraph of the section itself or of a list.
    Paragraph,
    /// A paragraph in a table cell.
    Cell,
    /// The caption of a figure, chart or table.
    Caption,
}

/// Stands for a figure of the tables.
const FIGURE: &str = "\u{FFFC}";

impl RichText {
    /// Its lines from top to bottom; `section` is the place of the text.
    pub fn lines(&self, section: &Path) -> Vec<Line> {
        let mut lines = Lines(Vec::new());
        let blocks = section.key("content");
        for (index, block) in self.blocks.iter().enumerate() {
            lines.block(&blocks.index(index), block);
        }
        lines.0
    }
}

struct Lines(Vec<Line>);

impl Lines {
    fn block(&mut self, path: &Path, block: &Block) {
        match block {
            Block::Heading(heading) => self.inline(path, LineKind::Heading, &heading.content),
            Block::Flow(flow) => self.flow(path, LineKind::Paragraph, flow),
            Block::Figure(Figure { caption, .. }) | Block::Chart(Chart { caption, .. }) => {
                self.caption(path, caption);
            }
            Block::Table(table) => {
                self.caption(path, &table.caption);
                let rows = path.key("content");
                for (row, cells) in table.rows.iter().enumerate() {
                    let cells_path = rows.index(row).key("content");
                    for (column, cell) in cells.iter().enumerate() {
                        self.flows(&cells_path.index(column), LineKind::Cell, &cell.content);
                    }
                }
            }
        }
    }

    fn flows(&mut self, holder: &Path, kind: LineKind, flows: &[Flow]) {
        let content = holder.key("content");
        flows.iter().enumerate().for_each(|(index, flow)| self.flow(&content.index(index), kind, flow));
    }

    fn flow(&mut self, path: &Path, kind: LineKind, flow: &Flow) {
        match flow {
            Flow::Paragraph(content) => self.inline(path, kind, content),
            Flow::List(list) => {
                let items = path.key("content");
                for (index, item) in list.items.iter().enumerate() {
                    self.flows(&items.index(index), kind, item);
                }
            }
        }
    }

    fn inline(&mut self, path: &Path, kind: LineKind, content: &[Inline]) {
        let text = plain(content);
        let figures: Vec<DataReference> = content.iter().filter_map(figure).cloned().collect();
        let typed = if figures.is_empty() { text.clone() } else { typed(content) };
        self.0.push(Line { path: path.clone(), kind, text, typed, figures });
    }

    fn caption(&mut self, block: &Path, caption: &str) {
        let (path, text) = (block.key("attrs").key("caption"), caption.to_owned());
        let figures = Vec::new();
        self.0.push(Line { path, kind: LineKind::Caption, typed: text.clone(), text, figures });
    }
}

fn figure(inline: &Inline) -> Option<&DataReference> {
    match inline {
        Inline::DataReference(figure, _) => Some(figure),
        _ => None,
    }
}

fn typed(content: &[Inline]) -> String {
    let piece = |inline: &Inline| match figure(inline) {
        Some(_) => FIGURE.to_owned(),
        None => plain(std::slice::from_ref(inline)),
    };
    content.iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Section;
    use serde_json::json;

    #[test]
    fn every_line_has_the_place_it_has_in_the_json() {
        let text = |text: &str| json!({ "type": "text", "text": text });
        let paragraph = |said: &str| json!({ "type": "paragraph", "content": [text(said)] });
        let figure = json!({ "type": "dataReference",
            "attrs": { "source": "benefits:oee", "year": "2025", "text": "84.3%" } });
        let json = json!({ "type": "doc", "content": [
            { "type": "heading", "attrs": { "level": 2 }, "content": [text("标题")] },
            { "type": "paragraph", "content": [text("达到"), figure, text("。")] },
            { "type": "bulletList", "content": [
                { "type": "listItem", "content": [paragraph("甲"), { "type": "orderedList", "content": [
                    { "type": "listItem", "content": [paragraph("乙")] }] }] }] },
            { "type": "table", "attrs": { "id": "t1", "caption": "表题" }, "content": [
                { "type": "tableRow", "content": [
                    { "type": "tableHeader", "content": [paragraph("头")] },
                    { "type": "tableCell", "content": [paragraph("格"), paragraph("又")] }] }] },
            { "type": "chart", "attrs": { "id": "c1", "caption": "图题", "kind": "line", "series": [], "compare": false } },
        ] });
        let parsed: RichText = serde_json::from_value(json.clone()).unwrap();
        let lines = parsed.lines(&Path::section(Section::Process));
        let found: Vec<(&str, &str)> = lines
            .iter()
            .map(|line| (line.path.as_str().strip_prefix("experience.process.").unwrap(), line.text.as_str()))
            .collect();
        let expected = [
            ("content[0]", "标题"),
            ("content[1]", "达到84.3%。"),
            ("content[2].content[0].content[0]", "甲"),
            ("content[2].content[0].content[1].content[0].content[0]", "乙"),
            ("content[3].attrs.caption", "表题"),
            ("content[3].content[0].content[0].content[0]", "头"),
            ("content[3].content[0].content[1].content[0]", "格"),
            ("content[3].content[0].content[1].content[1]", "又"),
            ("content[4].attrs.caption", "图题"),
        ];
        assert_eq!(found, expected);
        assert_eq!(lines[1].typed, "达到\u{FFFC}。");
        let content = json!({ "experience": { "process": json } });
        assert!(lines.iter().all(|line| content.pointer(&line.path.pointer()).is_some()));
    }
}
