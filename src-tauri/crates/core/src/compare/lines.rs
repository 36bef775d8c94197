//! The text of a section line by line, as the 典型经验 prints it.

use crate::edition::{Edition, Section};
use crate::form::Content;
use crate::form::rich_text::{
    Block, CaptionedKind, Chart, Figure, Flow, Inline, List, ListKind, Marks, Numbered, Numbers, Table,
};

/// A line as it is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct PrintedLine {
    /// What it is.
    pub kind: LineKind,
    /// Where it stands in its section: `第3段`, `表2第4行`.
    pub place: String,
    /// Its words, piece by piece.
    pub pieces: Vec<(String, Marks)>,
    /// What it shows beside its words: the picture, what a chart draws.
    pub shows: String,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineKind {
    /// A heading; its level, from 2.
    Heading(usize),
    /// A paragraph.
    Paragraph,
    /// A paragraph of a list.
    Item {
        /// Whether it is numbered.
        is_ordered: bool,
        /// How deep the list lies in others, from 0.
        depth: usize,
        /// Whether it begins an item.
        is_first: bool,
    },
    /// The caption of a figure, a chart or a table.
    Caption,
    /// A row of a table, its cells side by side.
    Row,
}

/// Stands between the cells of a row.
const BETWEEN: &str = "｜";

impl PrintedLine {
    /// Its words.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|(text, _)| text.as_str()).collect()
    }
}

/// The lines of a section that print something, from top to bottom.
pub fn printed_lines(content: &Content, section: Section, edition: &Edition) -> Vec<PrintedLine> {
    let numbers = Numbers::of(&content.experience, &content.evidence);
    let mut printer =
        Printer { content, edition, numbers, figures: 0, tables: 0, block: 0, lines: Vec::new() };
    for (_, text) in content.experience.sections().take_while(|(earlier, _)| *earlier != section) {
        text.captioned().for_each(|one| drop(printer.next_number(one.kind)));
    }
    for (index, block) in content.experience.section(section).blocks.iter().enumerate() {
        printer.block = index;
        printer.block(block);
    }
    printer.lines
}

struct Printer<'a> {
    content: &'a Content,
    edition: &'a Edition,
    numbers: Numbers<'a>,
    figures: usize,
    tables: usize,
    /// The index of the block.
    block: usize,
    lines: Vec<PrintedLine>,
}

impl Printer<'_> {
    fn block(&mut self, block: &Block) {
        let place = format!("第{}段", self.block + 1);
        match block {
            Block::Heading(heading) => {
                // One without words is printed too, with its number.
                let pieces = self.pieces(&heading.content);
                let kind = LineKind::Heading(heading.level.number());
                self.lines.push(PrintedLine { kind, place, pieces, shows: String::new() });
            }
            Block::Flow(Flow::Paragraph(content)) => {
                let pieces = self.pieces(content);
                self.add(LineKind::Paragraph, place, pieces);
            }
            Block::Flow(Flow::List(list)) => self.list(list, 0, &place),
            Block::Figure(figure) => self.figure(figure),
            Block::Chart(chart) => self.chart(chart),
            Block::Table(table) => self.table(table),
        }
    }

    /// Adds a line, unless there is nothing in it.
    fn add(&mut self, kind: LineKind, place: String, pieces: Vec<(String, Marks)>) {
        if pieces.iter().any(|(text, _)| !text.trim().is_empty()) {
            self.lines.push(PrintedLine { kind, place, pieces, shows: String::new() });
        }
    }

    fn list(&mut self, list: &List, depth: usize, place: &str) {
        for (index, item) in list.items.iter().enumerate() {
            let place = format!("{place}第{}项", index + 1);
            for (at, flow) in item.iter().enumerate() {
                match flow {
                    Flow::Paragraph(content) => {
                        let is_ordered = list.kind == ListKind::Ordered;
                        let kind = LineKind::Item { is_ordered, depth, is_first: at == 0 };
                        let pieces = self.pieces(content);
                        self.add(kind, place.clone(), pieces);
                    }
                    Flow::List(nested) => self.list(nested, depth + 1, &place),
                }
            }
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let file = self.content.attachments.get(&*figure.attachment);
        let name = file.map_or(String::new(), |file| format!("：{}", file.name));
        self.caption(CaptionedKind::Figure, &figure.caption, &format!("（图片{name}）"));
        let sha256 = file.map_or("", |file| &*file.sha256);
        self.shows(format!("{sha256} {}", figure.width));
    }

    fn chart(&mut self, chart: &Chart) {
        self.caption(CaptionedKind::Figure, &chart.caption, "（统计图）");
        self.shows(format!("{:?} {:?} {}", chart.kind, chart.series, chart.compare));
    }

    fn table(&mut self, table: &Table) {
        let number = self.caption(CaptionedKind::Table, &table.caption, "");
        for (index, row) in table.rows.iter().enumerate() {
            let mut pieces = Vec::new();
            for (column, cell) in row.iter().enumerate() {
                if column > 0 {
                    pieces.push((BETWEEN.to_owned(), Marks::default()));
                }
                self.cell(&cell.content, &mut pieces);
            }
            let is_blank = pieces.iter().all(|(text, _)| text.trim().is_empty() || text == BETWEEN);
            if !is_blank {
                self.add(LineKind::Row, format!("{number}第{}行", index + 1), pieces);
            }
        }
    }

    /// The paragraphs in a cell, with blanks between them.
    fn cell(&self, flows: &[Flow], pieces: &mut Vec<(String, Marks)>) {
        for (index, flow) in flows.iter().enumerate() {
            if index > 0 {
                pieces.push((" ".to_owned(), Marks::default()));
            }
            match flow {
                Flow::Paragraph(content) => pieces.extend(self.pieces(content)),
                Flow::List(list) => list.items.iter().for_each(|item| self.cell(item, pieces)),
            }
        }
    }

    /// `图3 标题`, and what follows it; gives `图3`.
    fn caption(&mut self, kind: CaptionedKind, caption: &str, behind: &str) -> String {
        let number = self.next_number(kind);
        let text = format!("{number} {}{behind}", caption.trim());
        self.add(LineKind::Caption, number.clone(), vec![(text, Marks::default())]);
        number
    }

    fn shows(&mut self, shows: String) {
        if let Some(line) = self.lines.last_mut() {
            line.shows = shows;
        }
    }

    fn next_number(&mut self, kind: CaptionedKind) -> String {
        let number = match kind {
            CaptionedKind::Figure => &mut self.figures,
            CaptionedKind::Table => &mut self.tables,
        };
        *number += 1;
        let number = *number;
        Numbered::Captioned(kind, number).printed(self.edition)
    }

    fn pieces(&self, content: &[Inline]) -> Vec<(String, Marks)> {
        let piece = |inline: &Inline| match inline {
            Inline::Text(text, marks) => (text.to_string(), *marks),
            Inline::DataReference(reference, marks) => (reference.text.to_string(), *marks),
            Inline::HardBreak(marks) => ("\n".to_owned(), *marks),
            Inline::CrossReference(target, marks) => {
                let numbered = self.numbers.get(target);
                (numbered.map_or(String::new(), |numbered| numbered.printed(self.edition)), *marks)
            }
        };
        content.iter().map(piece).filter(|(text, _)| !text.is_empty()).collect()
    }
}
