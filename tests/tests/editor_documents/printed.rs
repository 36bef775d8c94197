//! The outline of a written 典型经验, read from its parts alone.

use super::numbering::counted;
use super::outline::line;
use super::runs::{self, Bookmarks, pieces};
use super::table;
use biaogan::ooxml::xml::Element;
use end_to_end::docx::{Document, find};
use end_to_end::look::style_id;
use std::collections::HashMap;

/// Twips that each level of a list is indented by.
const INDENT: usize = 560;
/// The same in the cell of a table.
const CELL_INDENT: usize = 340;

/// The outline from the first section on.
pub fn outline(document: &Document) -> Vec<String> {
    let root = document.body();
    let mut body =
        Body { lists: Lists::of(document), bookmarks: runs::bookmarks(&root), counts: HashMap::new() };
    let lines = body.lines(&root);
    let first = lines.iter().position(|line| line.starts_with("# ")).expect("a section");
    lines[first..].to_vec()
}

/// What reading from top to bottom needs.
pub struct Body {
    lists: Lists,
    bookmarks: Bookmarks,
    /// How far each level of each list has counted.
    counts: HashMap<(String, usize), usize>,
}

impl Body {
    /// The lines of the paragraphs and tables in an element.
    pub fn lines(&mut self, parent: &Element) -> Vec<String> {
        let mut lines = Vec::new();
        for child in parent.elements() {
            match child.name.as_str() {
                "w:p" => lines.extend(self.paragraph(child)),
                "w:tbl" => lines.extend(table::printed(child, self)),
                _ => {}
            }
        }
        lines
    }

    fn paragraph(&mut self, paragraph: &Element) -> Option<String> {
        let style = style_id(paragraph).unwrap_or("Normal");
        let printed = |body: &Body| line(&pieces(paragraph, &body.bookmarks));
        match style {
            "Caption" => Some(format!("caption {}", printed(self))),
            // The blank line below a table is of this style too.
            "Picture" => {
                Some(drawn(paragraph).unwrap_or_else(|| printed(self))).filter(|line| !line.is_empty())
            }
            "BodyText" | "ListParagraph" | "TableText" => Some(self.flow(paragraph, style, &printed(self))),
            _ => {
                let level: usize = style.strip_prefix("Heading")?.parse().ok()?;
                let (list, depth) = self.lists.of_style.get(style).cloned().expect("a numbered heading");
                let number = self.next(&list, depth);
                Some(format!("{} {number}{}", "#".repeat(level), printed(self)))
            }
        }
    }

    fn flow(&mut self, paragraph: &Element, style: &str, printed: &str) -> String {
        let properties = paragraph.child("w:pPr");
        let value = |element: Option<&Element>, name| element?.attribute(name).map(str::to_owned);
        if let Some(numbers) = properties.and_then(|properties| properties.child("w:numPr")) {
            let list = value(numbers.child("w:numId"), "w:val").expect("a list");
            let depth =
                value(numbers.child("w:ilvl"), "w:val").map_or(0, |level| level.parse().expect("a level"));
            return format!("item {depth} {} {printed}", self.next(&list, depth));
        }
        let indent = properties.and_then(|properties| properties.child("w:ind"));
        match value(indent, "w:left").or_else(|| value(indent, "w:start")) {
            Some(indent) => {
                let indent: usize = indent.parse().expect("twips");
                let in_cell = style == "TableText";
                let depth = if in_cell { indent / CELL_INDENT - 1 } else { indent / INDENT - 2 };
                format!("item {depth}  {printed}")
            }
            None => format!("p {printed}"),
        }
    }

    /// The number or bullet that Word gives the next item of a list.
    fn next(&mut self, list: &str, depth: usize) -> String {
        let Level { format, text } = self.lists.levels[list][depth].clone();
        if format == "bullet" {
            return text;
        }
        // A number begins anew below each of a higher level.
        self.counts.retain(|(other, level), _| other != list || *level <= depth);
        let count = self.counts.entry((list.to_owned(), depth)).or_insert(0);
        *count += 1;
        text.replace(&format!("%{}", depth + 1), &counted(&format, *count))
    }
}

fn drawn(paragraph: &Element) -> Option<String> {
    let mut found = None;
    find(paragraph, "w:drawing", &mut |drawing| {
        find(drawing, "pic:pic", &mut |_| found = Some("picture".into()));
        find(drawing, "c:chart", &mut |_| found = Some("chart".into()));
    });
    found
}

/// Format and text of a level.
#[derive(Clone)]
struct Level {
    format: String,
    text: String,
}

/// The numbering part.
struct Lists {
    /// The levels of each list; every one counts from 1.
    levels: HashMap<String, Vec<Level>>,
    /// The list and level of a style.
    of_style: HashMap<String, (String, usize)>,
}

impl Lists {
    fn of(document: &Document) -> Lists {
        let part = document.xml("word/numbering.xml");
        let named = |name: &'static str| part.elements().filter(move |child| child.name == name);
        let value = |element: &Element, child: &str| {
            element.child(child).and_then(|child| child.attribute("w:val")).map(str::to_owned)
        };
        let level = |level: &Element| Level {
            format: value(level, "w:numFmt").expect("a format"),
            text: value(level, "w:lvlText").expect("a text"),
        };
        let levels = |id: &str| {
            let found = named("w:abstractNum").find(|found| found.attribute("w:abstractNumId") == Some(id));
            let levels = found.expect("a definition").elements().filter(|child| child.name == "w:lvl");
            levels.map(level).collect::<Vec<_>>()
        };
        let list = |list: &Element| {
            let id = list.attribute("w:numId").expect("an id").to_owned();
            (id, levels(&value(list, "w:abstractNumId").expect("a definition")))
        };
        Lists { levels: named("w:num").map(list).collect(), of_style: styles(document) }
    }
}

fn styles(document: &Document) -> HashMap<String, (String, usize)> {
    let mut found = HashMap::new();
    find(&document.xml("word/styles.xml"), "w:style", &mut |style| {
        let Some(numbers) = style.child("w:pPr").and_then(|properties| properties.child("w:numPr")) else {
            return;
        };
        let value = |name| numbers.child(name).and_then(|child| child.attribute("w:val"));
        let level = value("w:ilvl").map_or(0, |level| level.parse().expect("a level"));
        let id = style.attribute("w:styleId").expect("an id").to_owned();
        found.insert(id, (value("w:numId").expect("a list").to_owned(), level));
    });
    found
}
