//! What is put where, and what of it is told.

use super::figure::{Takes, brought, doubt, says};
use super::heads::Reader;
use super::index::Index;
use super::table::Table;
use crate::edition::Edition;
use crate::form::{Content, Path, PathStep};
use crate::xlsx::Unread;
use crate::xlsx::read::Cell;
use crate::xlsx::write::TOO_LONG;
use rust_xlsxwriter::utility::row_col_to_cell;
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};

/// A draft being filled from a workbook.
pub(super) struct Filling<'a> {
    pub edition: &'a Edition,
    pub json: Value,
    /// What changes: the place, what stood there, what comes.
    pub changes: Vec<(Path, String, String)>,
    pub kept: Vec<(Path, String)>,
    pub unread: Vec<Unread>,
    /// How many cells were not understood besides.
    pub untold: usize,
    /// Columns whose heads lead nowhere, by sheet, place and what is told: where among what was not understood, and how
    /// many of their cells were not read.
    pub columns: HashMap<(String, u32, String), (usize, usize)>,
    /// That the workbook is another organization's, or another year's.
    pub stranger: Option<Unread>,
    /// Whether it has the sheet that says what to do: then it had all rows of the draft.
    pub has_guide: bool,
    /// The tables that it has.
    pub tables: HashSet<Table>,
    /// Rows that the draft lacked, with the cells of their names.
    pub made: Vec<(Table, usize, Unread)>,
    /// Rows by their names, and which were found, each in one row of the workbook.
    pub index: HashMap<Table, Index>,
    /// What stands over columns, as far as it was read.
    pub heads: Reader<'a>,
    /// The keys of rows that charts of the text are drawn from.
    pub charted: HashSet<String>,
    /// The sheet being read.
    pub sheet: String,
}

/// Cells that are told one by one.
const MOST_UNREAD: usize = 500;
/// Characters of a text that are told.
const LONGEST: usize = 2_000;

/// Where a cell stands: row and column, from 0.
pub(super) type At = (u32, u32);

impl<'a> Filling<'a> {
    pub fn new(content: &Content, edition: &'a Edition) -> Filling<'a> {
        let json = serde_json::to_value(content).expect("content is plain data");
        Filling {
            edition,
            charted: charted(&json["experience"].to_string()),
            json,
            changes: Vec::new(),
            kept: Vec::new(),
            unread: Vec::new(),
            untold: 0,
            columns: HashMap::new(),
            stranger: None,
            has_guide: false,
            tables: HashSet::new(),
            made: Vec::new(),
            index: HashMap::new(),
            heads: Reader::new(edition),
            sheet: String::new(),
        }
    }

    /// The text at a place.
    pub fn text(&self, path: &Path) -> &str {
        self.json.pointer(&path.pointer()).and_then(Value::as_str).unwrap_or_default()
    }

    /// Puts what a cell says at its place. An empty cell changes nothing.
    pub fn put(&mut self, path: Path, at: At, cell: Option<&Cell>, takes: Takes) {
        let present = self.text(&path).to_owned();
        let Some(cell) = cell.filter(|cell| !cell.continues || takes == Takes::Words) else {
            if !present.trim().is_empty() {
                self.kept.push((path, present));
            }
            return;
        };
        if says(cell, &present) || cell.text == TOO_LONG {
            return;
        }
        match brought(cell, takes) {
            Ok(text) => {
                if let Some(doubt) = doubt(&text, &present, takes) {
                    self.pass(at, &cell.text, doubt);
                }
                self.set(path, text);
            }
            Err(reason) => self.pass(at, &cell.text, reason),
        }
    }

    /// Sets the text at a place.
    pub fn set(&mut self, path: Path, text: String) {
        let before = self.text(&path).to_owned();
        if before != text {
            *reached(&mut self.json, &path) = Value::String(text.clone());
            self.changes.push((path, before, text));
        }
    }

    /// Tells of a cell. Of very many, as of another table altogether, only how many they are.
    pub fn pass(&mut self, (row, column): At, text: &str, reason: impl Into<String>) {
        if self.unread.len() >= MOST_UNREAD {
            self.untold += 1;
            return;
        }
        let cell = row_col_to_cell(row, column as u16);
        self.unread.push(Unread {
            sheet: self.sheet.clone(),
            cell,
            text: text.chars().take(LONGEST).collect(),
            reason: reason.into(),
        });
    }

    /// Tells of a cell below a head that leads nowhere: of each column once, `what` is said of its head.
    pub fn pass_below(&mut self, column: u32, what: impl FnOnce(&str) -> String) {
        let cell = row_col_to_cell(0, column as u16);
        let what = what(cell.trim_end_matches('1'));
        let key = (self.sheet.clone(), column, what);
        if let Some((_, count)) = self.columns.get_mut(&key) {
            *count += 1;
        } else if self.unread.len() >= MOST_UNREAD {
            self.untold += 1;
        } else {
            self.unread.push(Unread { sheet: self.sheet.clone(), ..Unread::default() });
            self.columns.insert(key, (self.unread.len() - 1, 1));
        }
    }

    /// Says of each column how many of its cells were not read.
    pub fn pass_columns(&mut self) {
        for ((_, _, what), (at, count)) in self.columns.drain() {
            self.unread[at].reason = format!("{what}；{count}格没有读");
        }
    }

    /// Tells of a whole sheet that changes nothing.
    pub fn pass_sheet(&mut self, sheet: &str, reason: &str) {
        let [cell, text] = [String::new(), String::new()];
        self.unread.push(Unread { sheet: sheet.into(), cell, text, reason: reason.into() });
    }

    /// Tells how many cells were not told one by one.
    pub fn pass_untold(&mut self) {
        if self.untold > 0 {
            let text = format!("另外{}个单元格", self.untold);
            let reason = "没有读懂，没有逐个列出；请核对选的是不是填报表".into();
            self.unread.push(Unread { text, reason, ..Unread::default() });
        }
    }

    pub fn pass_hidden(&mut self, sheet: &str) {
        self.pass_sheet(sheet, "是隐藏的，没有读；里面有要填报的内容时，请取消隐藏再导入");
    }
}

/// The keys of rows that the charts of a text name.
fn charted(text: &str) -> HashSet<String> {
    let keys = text.split("benefits:").skip(1).filter_map(|rest| rest.split('"').next());
    keys.map(str::to_owned).collect()
}

/// The place of a path, made where it is not there yet.
fn reached<'j>(json: &'j mut Value, path: &Path) -> &'j mut Value {
    path.steps().fold(json, |place, step| match step {
        PathStep::Index(index) => &mut place[index],
        PathStep::Key(key) => {
            if !place.is_object() {
                *place = Value::Object(Map::new());
            }
            &mut place[key]
        }
    })
}

/// A value as the user knows it: of a survey its label.
pub(super) fn in_words(edition: &Edition, path: &Path, value: String) -> String {
    let labels = &edition.application.market;
    match (path.last(), value.as_str()) {
        (Some(PathStep::Key("method")), "self") => labels.self_assessment.clone(),
        (Some(PathStep::Key("method")), "third_party") => labels.third_party.clone(),
        _ => value,
    }
}
