//! Reading written documents back.

use biaogan::ooxml::xml::{Element, Limits, Node, parse};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek};
use std::path::Path;

/// The entries of a zip, by name.
pub type Entries = BTreeMap<String, Vec<u8>>;

/// A document out of a package.
pub struct Document {
    /// Its parts, by path.
    pub parts: Entries,
}

/// The documents in a package, by name.
pub fn open_package(zip: &Path) -> BTreeMap<String, Document> {
    let file = std::fs::File::open(zip).expect("the package is there");
    entries(file)
        .into_iter()
        .map(|(name, bytes)| (name, Document { parts: entries(Cursor::new(bytes)) }))
        .collect()
}

/// The entries of a zip whose checksums are right.
pub fn entries<R: Read + Seek>(reader: R) -> Entries {
    let mut zip = zip::ZipArchive::new(reader).expect("a zip");
    let mut entries = Entries::new();
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("an entry whose checksum is right");
        let name = entry.name().expect("a readable name").into_owned();
        entries.insert(name, bytes);
    }
    entries
}

impl Document {
    /// A part as XML.
    pub fn xml(&self, path: &str) -> Element {
        parse(&self.parts[path], Limits::default()).expect("well-formed XML")
    }

    /// The body of the document.
    pub fn body(&self) -> Element {
        self.xml("word/document.xml").child("w:body").expect("a body").clone()
    }

    /// The text of every paragraph from top to bottom, those in tables too.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        paragraphs(&self.body(), &mut |paragraph| lines.push(text(paragraph)));
        lines
    }

    /// All text, blanks left out.
    pub fn squeezed(&self) -> String {
        squeeze(&self.lines().concat())
    }

    /// The texts of the cells of each table, row by row.
    pub fn tables(&self) -> Vec<Vec<Vec<String>>> {
        let mut tables = Vec::new();
        find(&self.body(), "w:tbl", &mut |table| {
            let rows = table.elements().filter(|child| child.name == "w:tr");
            let cells =
                |row: &Element| row.elements().filter(|child| child.name == "w:tc").map(cell_text).collect();
            tables.push(rows.map(cells).collect());
        });
        tables
    }
}

fn cell_text(cell: &Element) -> String {
    let mut lines = Vec::new();
    paragraphs(cell, &mut |paragraph| lines.push(text(paragraph)));
    lines.join("\n")
}

/// Without white space.
pub fn squeeze(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// Visits every element of this name below `element`, not those inside one another.
pub fn find(element: &Element, name: &str, visit: &mut dyn FnMut(&Element)) {
    for child in element.elements() {
        if child.name == name { visit(child) } else { find(child, name, visit) }
    }
}

/// Visits every paragraph below `element`.
pub fn paragraphs(element: &Element, visit: &mut dyn FnMut(&Element)) {
    find(element, "w:p", visit);
}

/// What a paragraph prints: its texts, with line feeds for breaks and tabs for tabs.
pub fn text(paragraph: &Element) -> String {
    let mut text = String::new();
    collect(paragraph, &mut text);
    text
}

fn collect(element: &Element, text: &mut String) {
    for child in element.elements() {
        match child.name.as_str() {
            "w:t" => text.extend(child.children.iter().filter_map(|node| match node {
                Node::Text(piece) => Some(piece.as_str()),
                Node::Element(_) => None,
            })),
            "w:br" => text.push('\n'),
            "w:tab" if element.name == "w:r" => text.push('\t'),
            "w:pPr" | "w:rPr" | "w:sdtPr" => {}
            _ => collect(child, text),
        }
    }
}
