//! What a damaged draft still holds: contents, attachments, last year's marks, and texts of unknown place.

use super::cells::{Cell, Column, Pages, columns};
use super::marks::{is_mark, mark};
use super::salvage::Salvage;
use crate::draft::DraftError;
use crate::draft::file::schema;
use crate::draft::tables::origin::OriginRow;
use crate::form::Content;
use std::collections::{BTreeMap, BTreeSet};

/// How many Chinese characters make a text rather than an accident.
const TEXT: usize = 4;

/// The rows found.
pub(super) struct Remains {
    pages: Pages,
    /// Rows that hold a content, each with whether it is the present one: that first, then the newest of others.
    contents: Vec<(bool, Cell)>,
    /// Rows that hold the bytes of an attachment, by hash.
    blobs: BTreeMap<String, Cell>,
    /// Rows that hold a mark of last year's content.
    marks: Vec<Cell>,
}

impl Remains {
    /// Looks through the whole file.
    pub fn of(salvage: &Salvage) -> Result<Remains, DraftError> {
        let path = salvage.path();
        let failed = || DraftError::io(&path, "读取");
        let pages = Pages::open(&path, schema::PAGE_SIZE as usize).map_err(failed())?;
        let (mut contents, mut blobs, mut marks) = (Vec::new(), BTreeMap::new(), Vec::new());
        let sort = &mut |number: u32, page: &[u8]| {
            for cell in pages.cells(number, page) {
                match kind(&cell) {
                    Some(Kind::Content(is_present)) => contents.push((is_present, cell)),
                    Some(Kind::Blob(sha256)) => drop(blobs.insert(sha256, cell)),
                    Some(Kind::Mark) => marks.push(cell),
                    None => {}
                }
            }
        };
        pages.each(sort).map_err(failed())?;
        contents.sort_by_key(|(is_present, cell)| (!is_present, -cell.row));
        Ok(Remains { pages, contents, blobs, marks })
    }

    /// The newest content that is whole, and whether it is the present one.
    pub fn content(&self) -> Option<(Content, bool)> {
        let whole = |(is_present, cell): &(bool, Cell)| {
            Some((Content::from_stored_json(&self.json(cell)?).ok()?, *is_present))
        };
        self.contents.iter().find_map(whole)
    }

    /// A broken content up to where it breaks off, and the texts that are not in it.
    pub fn texts(&self) -> (Option<Content>, Vec<String>) {
        let broken = self.contents.first().map(|(_, cell)| self.pages.row(cell));
        let beginning = broken.as_deref().and_then(|row| beginning(text_of(row)?));
        let mut texts = Vec::new();
        if let Some(row) = &broken {
            collect(row, &mut texts);
        }
        // What lies behind a broken chain is in some page or other.
        let all = self.pages.each(&mut |_, page| collect(page, &mut texts));
        if all.is_err() {
            texts.clear();
        }
        let placed = beginning.as_ref().map(|content| content.to_json()).unwrap_or_default();
        let mut seen = BTreeSet::new();
        texts.retain(|text| !placed.contains(text.as_str()) && seen.insert(text.clone()));
        (beginning, texts)
    }

    /// The bytes of the attachment with this hash, as far as they are found.
    pub fn blob(&self, sha256: &str) -> Option<Vec<u8>> {
        let row = self.pages.row(self.blobs.get(sha256)?);
        let blob = |column: Column| match column {
            Column::Blob(bytes) => Some(bytes.to_vec()),
            _ => None,
        };
        columns(&row).into_iter().find_map(blob)
    }

    /// The marks of last year's content, in the order of the rolling's report. Of one that is found twice, a page may
    /// be left of before it was confirmed: it is asked once too often rather than never.
    pub fn marks(&self) -> Vec<OriginRow> {
        let mut found: BTreeMap<i64, OriginRow> = BTreeMap::new();
        for mark in self.marks.iter().filter_map(|cell| mark(cell.row, &self.pages.row(cell))) {
            if mark.confirmed.is_none() || !found.contains_key(&mark.id) {
                found.insert(mark.id, mark);
            }
        }
        found.into_values().collect()
    }

    fn json(&self, cell: &Cell) -> Option<String> {
        let row = self.pages.row(cell);
        String::from_utf8(text_of(&row)?.to_vec()).ok()
    }
}

enum Kind {
    /// Whether it is the present content.
    Content(bool),
    Blob(String),
    Mark,
}

fn kind(cell: &Cell) -> Option<Kind> {
    match &cell.beginning()[..] {
        [Column::Other, Column::Text(sha256), Column::Other, Column::Blob(_)] if sha256.len() == 64 => {
            Some(Kind::Blob(String::from_utf8(sha256.to_vec()).ok()?))
        }
        _ if is_mark(cell) => Some(Kind::Mark),
        columns => {
            let is_content = |column: &Column| matches!(column, Column::Text(text) if is_content(text));
            let found = columns.iter().any(is_content);
            found.then_some(Kind::Content(cell.row == 1 && columns.len() == 2))
        }
    }
}

/// Whether a JSON text is a content: its first key is always the same.
fn is_content(text: &[u8]) -> bool {
    text.starts_with(b"{\"edition\":")
}

/// The content in a row.
fn text_of(row: &[u8]) -> Option<&[u8]> {
    columns(row).into_iter().find_map(|column| match column {
        Column::Text(text) if is_content(text) => Some(text),
        _ => None,
    })
}

/// The longest beginning of a JSON object that is a content once its brackets are closed.
fn beginning(json: &[u8]) -> Option<Content> {
    let valid = json.utf8_chunks().next()?.valid();
    let (mut open, mut is_text, mut is_escaped) = (Vec::new(), false, false);
    // Where a value ends, and the brackets open there.
    let mut ends = Vec::new();
    for (at, character) in valid.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' if is_text => is_escaped = true,
            '"' => is_text = !is_text,
            _ if is_text => {}
            '{' => open.push('}'),
            '[' => open.push(']'),
            '}' | ']' => drop(open.pop()),
            ',' => ends.push((at, open.clone())),
            _ => {}
        }
    }
    let closed = |(at, open): (usize, Vec<char>)| {
        let brackets: String = open.into_iter().rev().collect();
        Content::from_stored_json(&format!("{}{brackets}", &valid[..at])).ok()
    };
    ends.into_iter().rev().take(ATTEMPTS).find_map(closed)
}

/// How many places to break off are tried: a block of the narrative may be some values long.
const ATTEMPTS: usize = 500;

/// Adds the Chinese texts in these bytes.
fn collect(bytes: &[u8], texts: &mut Vec<String>) {
    let is_chinese = |character: char| ('\u{4E00}'..='\u{9FFF}').contains(&character);
    for run in bytes.utf8_chunks() {
        for text in run.valid().split(|character: char| character.is_control() || character == '"') {
            if text.chars().filter(|character| is_chinese(*character)).count() >= TEXT {
                texts.push(text.trim().to_owned());
            }
        }
    }
}
