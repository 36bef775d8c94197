//! The sections in the making, block by block.

use super::captions::{Entry, bind};
use super::chart::chart;
use super::inline::{inline, without_begin, without_bold, words};
use super::levels::{Levels, Recognised};
use super::lists::{self, follows, list};
use super::references::{Targets, resolve};
use super::table::table;
use crate::edition::Edition;
use crate::form::rich_text::{self, Figure, Flow, Heading, RichText};
use crate::form::{Content, Section};
use crate::import::pictures::Pictures;
use crate::import::report::Report;
use crate::ooxml::read::{self, Block, DrawnChart, Paragraph, Piece, ReadPicture};
use crate::sections::{Found, caption, captions_apart};
use std::collections::BTreeMap;

/// The sections in the making.
pub(super) struct Items<'a> {
    edition: &'a Edition,
    content: &'a Content,
    pictures: &'a mut Pictures,
    report: &'a mut Report,
    sections: BTreeMap<Section, Vec<rich_text::Block>>,
    targets: Targets,
    /// Where the reader is, in the user's words.
    place: String,
    entries: Vec<Entry>,
    list: Vec<lists::Item>,
    figures: usize,
}

/// Width of the text on A4 with the margins of the form, in EMU.
const TEXT_WIDTH: u64 = 5_616_575;

impl<'a> Items<'a> {
    pub fn new(
        edition: &'a Edition,
        content: &'a Content,
        pictures: &'a mut Pictures,
        report: &'a mut Report,
    ) -> Self {
        let (sections, targets, place) = (BTreeMap::new(), Targets::default(), String::new());
        let (entries, list, figures) = (Vec::new(), Vec::new(), 0);
        Items { edition, content, pictures, report, sections, targets, place, entries, list, figures }
    }

    pub fn section(&mut self, section: Section, found: &Found) {
        self.place = self.edition.section(section).title.clone();
        let levels = Levels::of(found);
        for at in 0..found.blocks.len() {
            match (&*found.blocks[at], levels.heading(&found.blocks, at)) {
                (Block::Paragraph(paragraph), Some(recognised)) => self.heading(paragraph, recognised),
                (block, _) => self.block(block),
            }
        }
        self.end_list();
        let blocks = bind(std::mem::take(&mut self.entries), &mut self.targets, &self.place, self.report);
        self.sections.insert(section, blocks);
    }

    /// The sections, with their references resolved.
    pub fn finish(self) -> BTreeMap<Section, RichText> {
        let Items { mut sections, targets, .. } = self;
        sections.values_mut().flatten().for_each(|block| resolve(block, &targets));
        sections.into_iter().map(|(section, blocks)| (section, RichText { blocks })).collect()
    }

    fn heading(&mut self, paragraph: &Paragraph, recognised: Recognised) {
        self.end_list();
        let content = inline(paragraph, &self.place, self.report);
        let blanks = paragraph.text().len() - paragraph.text().trim_start().len();
        let content = without_bold(without_begin(content, recognised.number.saturating_sub(blanks)));
        if !content.is_empty() {
            let heading = Heading { level: recognised.level, content };
            self.entries.push(Entry::Block(rich_text::Block::Heading(heading)));
        }
        self.hanging(paragraph);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Table(read) if is_layout(read) => {
                let cells = read.rows.iter().flat_map(|row| &row.cells);
                cells.flat_map(|cell| &cell.blocks).for_each(|block| self.block(block));
            }
            Block::Table(read) => self.table(read),
            Block::Foreign(target) => {
                let text = format!("插入的文件“{target}”，请在Word里合并后再导入");
                self.report.leave(&text, &self.place);
            }
        }
    }

    fn table(&mut self, read: &read::Table) {
        self.end_list();
        let made = table(read, &self.place, self.report);
        self.entries.push(Entry::captioned(rich_text::Block::Table(made)));
        let pictures: Vec<&ReadPicture> =
            read.seen_cells().flat_map(|cell| cell.paragraphs()).flat_map(pictures).collect();
        for picture in pictures {
            self.report.doubt("一张图片", &self.place, "原在表格里，移到了表格后面，请核对");
            self.picture(picture);
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        captions_apart(paragraph).iter().for_each(|part| self.line(part));
    }

    fn line(&mut self, paragraph: &Paragraph) {
        if let Some(caption) = caption(paragraph) {
            self.end_list();
            let content = inline(paragraph, &self.place, self.report);
            let entry = Entry::Caption { caption, bookmarks: bookmarks(paragraph), content };
            // A caption may share the paragraph with its picture.
            let is_above = !paragraph.pieces.iter().find(|piece| shows(piece)).is_some_and(hangs);
            if is_above {
                self.entries.push(entry);
                return self.hanging(paragraph);
            }
            self.hanging(paragraph);
            self.entries.push(entry);
            return;
        }
        let typed = lists::typed_item(paragraph, &self.list, &self.place, self.report);
        let item = typed.or_else(|| lists::item(paragraph, self.list.last(), &self.place, self.report));
        if let Some(item) = item {
            if !follows(&item, &self.list) {
                self.end_list();
            }
            self.list.push(item);
        } else {
            let content = inline(paragraph, &self.place, self.report);
            if !content.is_empty() {
                self.end_list();
                let block = rich_text::Block::Flow(Flow::Paragraph(content));
                self.entries.push(Entry::Block(block));
            }
        }
        self.hanging(paragraph);
    }

    fn end_list(&mut self) {
        if !self.list.is_empty() {
            let list = list(std::mem::take(&mut self.list));
            self.entries.push(Entry::Block(rich_text::Block::Flow(Flow::List(list))));
        }
    }

    /// Pictures, charts and text boxes of a paragraph, behind its text.
    fn hanging(&mut self, paragraph: &Paragraph) {
        for piece in &paragraph.pieces {
            match piece {
                Piece::Picture(picture) => self.picture(picture),
                Piece::Chart(drawn) => self.chart(drawn),
                Piece::TextBox(blocks) => self.text_box(blocks),
                Piece::Object(text) if text.is_empty() => self.report.leave("嵌入的对象", &self.place),
                Piece::Object(text) => self.report.leave(&format!("图形里的文字：{text}"), &self.place),
                _ => {}
            }
        }
    }

    fn text_box(&mut self, blocks: &[Block]) {
        let text = words(blocks);
        if !text.is_empty() {
            self.report.doubt(&text, &self.place, "原在文本框里，放进了正文，请核对");
        }
        self.end_list();
        blocks.iter().for_each(|block| self.block(block));
    }

    fn picture(&mut self, picture: &ReadPicture) {
        self.end_list();
        self.figures += 1;
        let name = format!("{}图{}", self.place, self.figures);
        if picture.mirrored {
            self.report.doubt(&name, &self.place, "在文档里左右翻转过，请核对");
        }
        let Some(attachment) = self.pictures.place(picture, &name, picture.quarters) else {
            self.report.leave("一张链接到文档之外的图片", &self.place);
            return;
        };
        let width = match picture.width_emu {
            0 => 80,
            width => ((width * 100 + TEXT_WIDTH / 2) / TEXT_WIDTH).clamp(1, 100) as u8,
        };
        let figure = Figure { id: "".into(), attachment: attachment.into(), caption: "".into(), width };
        self.entries.push(Entry::captioned(rich_text::Block::Figure(figure)));
    }

    fn chart(&mut self, drawn: &DrawnChart) {
        self.end_list();
        let block = match chart(drawn, self.content, self.edition) {
            Some(chart) => rich_text::Block::Chart(chart),
            None => {
                self.report.leave(
                    &format!("图表（数据不在统计表里，请截图后放回原处）{}", drawn.in_words()),
                    &self.place,
                );
                let figure = Figure { id: "".into(), attachment: "".into(), caption: "".into(), width: 80 };
                rich_text::Block::Figure(figure)
            }
        };
        self.entries.push(Entry::captioned(block));
    }
}

fn pictures(paragraph: &Paragraph) -> impl Iterator<Item = &ReadPicture> {
    paragraph.pieces.iter().filter_map(|piece| match piece {
        Piece::Picture(picture) => Some(picture),
        _ => None,
    })
}

fn bookmarks(paragraph: &Paragraph) -> Vec<String> {
    let names = paragraph.pieces.iter().filter_map(|piece| match piece {
        Piece::Bookmark(name) if !name.is_empty() => Some(name.clone()),
        _ => None,
    });
    names.collect()
}

fn shows(piece: &Piece) -> bool {
    match piece {
        Piece::Text(text, _) => !text.trim().is_empty(),
        Piece::Bookmark(_) | Piece::Break(_) => false,
        _ => true,
    }
}

fn hangs(piece: &Piece) -> bool {
    matches!(piece, Piece::Picture(_) | Piece::Chart(_))
}

/// Whether a table only puts pictures beside one another: it holds pictures, and no text but their captions.
fn is_layout(table: &read::Table) -> bool {
    let paragraphs = || table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| cell.paragraphs());
    paragraphs().any(|paragraph| paragraph.pieces.iter().any(hangs))
        && paragraphs().all(|paragraph| paragraph.text().trim().is_empty() || caption(paragraph).is_some())
}
