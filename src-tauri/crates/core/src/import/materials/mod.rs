//! 证实性材料: pictures page by page under the headings that stand above them.

mod category;
mod facts;

use super::experience::words;
use super::pictures::Pictures;
use super::report::Report;
use super::words::{bare, normal, value};
use crate::edition::Edition;
use crate::form::{Evidence, EvidenceCategory, Rotation};
use crate::ooxml::read::{Block, Paragraph, Piece, ReadPicture, Role, Table, WordDocument};
use crate::sections::typed_number;
use category::guessed;
use std::collections::HashMap;

/// Reads the 证实性材料: its items in their order.
pub(super) fn read(
    document: &WordDocument,
    edition: &Edition,
    organization: &str,
    pictures: &mut Pictures,
    report: &mut Report,
) -> Vec<Evidence> {
    let mut reading = Reading {
        edition,
        organization: bare(organization),
        pictures,
        report,
        listed: HashMap::new(),
        headings: Vec::new(),
        items: Vec::new(),
    };
    document.blocks.iter().for_each(|block| reading.block(block));
    reading.finish()
}

struct Reading<'a> {
    edition: &'a Edition,
    organization: String,
    pictures: &'a mut Pictures,
    report: &'a mut Report,
    /// The categories of the 目录, by title.
    listed: HashMap<String, EvidenceCategory>,
    /// The headings that are open, from the highest down, with their level.
    headings: Vec<(u8, String)>,
    items: Vec<Item>,
}

struct Item {
    evidence: Evidence,
    /// What stands above its own heading: a group it belongs to.
    group: String,
    /// Whether its heading is followed by another before any picture.
    has_pages: bool,
}

const PLACE: &str = "证实性材料";

impl Item {
    /// Adds a page, turned clockwise by so many quarters.
    fn add(&mut self, id: String, quarters: u8) {
        if let Ok(rotation) = Rotation::try_from(i64::from(quarters) * 90)
            && quarters > 0
        {
            self.evidence.rotation.insert(id.clone(), rotation);
        }
        self.has_pages = true;
        self.evidence.files.push(id.into());
    }
}

impl Reading<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Table(table) => self.table(table),
            Block::Foreign(target) => {
                self.report.leave(&format!("插入的文件“{target}”，请在Word里合并后再导入"), PLACE);
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let text = paragraph.text();
        let has_pictures = paragraph.pieces.iter().any(|piece| matches!(piece, Piece::Picture(_)));
        if has_pictures && !text.trim().is_empty() {
            // A heading may share its paragraph with the picture below it.
            self.text(paragraph, &text);
        }
        paragraph.pieces.iter().for_each(|piece| self.piece(piece));
        if !has_pictures && !text.trim().is_empty() {
            self.text(paragraph, &text);
        }
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Picture(picture) => self.picture(picture),
            Piece::TextBox(blocks) => blocks.iter().for_each(|block| self.block(block)),
            Piece::Note(blocks) => self.report.leave(&words(blocks), PLACE),
            Piece::Object(text) => self.report.leave(&format!("嵌入的对象 {text}"), PLACE),
            Piece::Chart(chart) => self.report.leave(&chart.in_words(), PLACE),
            _ => {}
        }
    }

    fn text(&mut self, paragraph: &Paragraph, text: &str) {
        let plain = bare(text);
        let labels = &self.edition.evidence;
        let is_front = plain == bare(&labels.title)
            || plain == bare(&labels.contents)
            || plain == self.organization
            || paragraph.role == Role::Contents
            || matches!(plain.as_str(), "目录" | "附件");
        if is_front || self.is_page_caption(text) || self.is_fact(text) {
            return;
        }
        match level(paragraph, text) {
            Some(level) => self.heading(level, text),
            None => self.report.leave(text, &self.place()),
        }
    }

    /// 1. 证书　第1页，共3页
    fn is_page_caption(&self, text: &str) -> bool {
        let line = normal(text);
        let pages = line.rsplit_once('第').map(|(_, rest)| rest);
        let is_pages = pages.is_some_and(|rest| {
            let rest: String = rest.chars().filter(|c| !c.is_ascii_digit()).collect();
            matches!(rest.as_str(), "页,共页" | "页共页" | "页" | "页/共页")
        });
        let title = self.items.last().map(|item| bare(&item.evidence.title)).unwrap_or_default();
        is_pages && (title.is_empty() || bare(text).contains(&title))
    }

    fn is_fact(&mut self, text: &str) -> bool {
        facts::read(text, self.edition, self.items.last_mut().map(|item| &mut item.evidence))
    }

    fn heading(&mut self, level: u8, text: &str) {
        let title = &text[typed_number(text).map_or(0, |number| number.end)..];
        let title = value(title.trim_end_matches(['：', ':']));
        self.headings.retain(|(above, _)| *above < level);
        let group = self.headings.iter().map(|(_, title)| title.as_str()).collect::<Vec<_>>().join(" ");
        self.headings.push((level, title.clone()));
        let evidence = Evidence { title: title.into(), ..Evidence::default() };
        self.items.push(Item { evidence, group, has_pages: false });
    }

    fn picture(&mut self, picture: &ReadPicture) {
        if self.items.is_empty() {
            self.heading(1, "证实性材料");
            self.report.doubt("证实性材料", PLACE, "图片上面没有标题，请改成材料的名称");
        }
        let Some(item) = self.items.last_mut() else { return };
        let page = item.evidence.files.len() + 1;
        let name = format!("{}第{page}页", item.evidence.title);
        let Some(id) = self.pictures.place(picture, &name, 0) else {
            self.report.leave("一张链接到文档之外的图片", PLACE);
            return;
        };
        if picture.mirrored {
            self.report.doubt(&name, PLACE, "在文档里左右翻转过，请核对");
        }
        item.add(id, picture.quarters);
    }

    /// The 目录 tells titles and categories; pictures may stand in the cells of other tables.
    fn table(&mut self, table: &Table) {
        let head = bare(&self.edition.evidence.category);
        let mut is_list = false;
        for row in &table.rows {
            let cells: Vec<String> = row.cells.iter().map(|cell| value(&cell.text())).collect();
            let category = cells.iter().find_map(|text| self.category(text));
            is_list |= category.is_some() && cells.len() > 1 || cells.iter().any(|text| bare(text) == head);
            if let (Some(category), Some(title)) = (category, cells.get(1)) {
                self.listed.insert(normal(title), category);
            }
        }
        if !is_list {
            table.seen_cells().flat_map(|cell| &cell.blocks).for_each(|block| self.block(block));
        }
    }

    /// The category of this label.
    fn category(&self, label: &str) -> Option<EvidenceCategory> {
        let categories = &self.edition.evidence.categories;
        let label = normal(label);
        categories.iter().find(|labels| normal(&labels.label) == label).map(|labels| labels.key)
    }

    fn place(&self) -> String {
        self.items.last().map_or_else(|| PLACE.into(), |item| format!("{PLACE} {}", item.evidence.title))
    }

    /// Headings without pages are items where the 目录 has them, else groups of those below.
    fn finish(self) -> Vec<Evidence> {
        let Reading { items, listed, report, edition, .. } = self;
        let mut found = Vec::new();
        for Item { mut evidence, group, has_pages } in items {
            let given = listed.get(&normal(&evidence.title)).copied();
            if !has_pages && given.is_none() {
                continue;
            }
            evidence.category = given.unwrap_or_else(|| {
                let category = guessed(&evidence.title).or_else(|| guessed(&group)).unwrap_or_default();
                let label = edition.evidence.category_label(category);
                report.doubt(&evidence.title, PLACE, &format!("按标题归入“{label}”，请核对类别"));
                category
            });
            evidence.id = format!("e{}", found.len() + 1).into();
            found.push(evidence);
        }
        found
    }
}

/// The level of a line that reads like a heading: by its style, by its number, or since it stands alone.
fn level(paragraph: &Paragraph, text: &str) -> Option<u8> {
    if let Role::Heading(level) = paragraph.role {
        return Some(level);
    }
    let text = text.trim();
    let is_short = text.chars().count() <= 50 && !text.ends_with(['。', '；', '，']) && !text.contains('\n');
    let number = typed_number(text).map(|number| 10 + number.kind as u8);
    // Without a number it is the lowest.
    is_short.then(|| number.unwrap_or(40))
}
