//! Where a form begins: with an edition file, or with nothing.

use super::codec;
use super::editor::Editor;
use super::field::{Entry, NoticeDraft};
use super::flat;
use super::shelf::Shelf;
use crate::edition::file::EditionFile;
use crate::edition::{Edition, EditionError, expand};
use serde_json::Value;
use std::path::Path;
use toml::Table;

impl Shelf {
    /// The form of a notice that is not at hand yet, of the year after `newest`.
    pub fn blank(&self, newest: &Edition) -> NoticeDraft {
        NoticeDraft { based_on: newest.id.clone(), id: None, values: Vec::new() }
    }

    /// The form of an edition that is at hand, to be corrected.
    pub fn of_edition(&self, id: &str) -> Result<NoticeDraft, EditionError> {
        let missing = || EditionError {
            file: Path::new("年度通知").into(),
            key: "id".into(),
            reason: format!("没有编号为 {id} 的通知"),
        };
        let file = self.file(id).ok_or_else(missing)?;
        Ok(NoticeDraft { id: Some(id.to_owned()), ..self.of_file(file)? })
    }

    /// The form of the notice of `year` that was read beside the edition `based_on`: `file` is what its edition file
    /// would say, whether that is complete or not.
    pub fn of_reading(&self, file: &Value) -> Result<NoticeDraft, EditionError> {
        let table = Table::try_from(file).expect("texts, numbers, lists and tables are TOML");
        self.of_file(&EditionFile { file: Path::new("年度通知").into(), table })
    }

    fn of_file(&self, file: &EditionFile) -> Result<NoticeDraft, EditionError> {
        let year = file
            .table
            .get("year")
            .and_then(toml::Value::as_integer)
            .and_then(|year| u16::try_from(year).ok());
        let year = year.ok_or_else(|| file.fault("year", "应为申报年度，如 2026"))?;
        let based_on = file.table.get("based_on").and_then(toml::Value::as_str);
        let base = match based_on {
            Some(id) => self.base(id, file.id())?,
            None => {
                let best = self.best_base(year, file.id());
                best.ok_or_else(|| file.fault("based_on", "没有可以对照的通知"))?
            }
        };
        // The notice of the base's own year corrects it.
        let id = (year <= base.year).then(|| file.id().to_owned());
        Ok(NoticeDraft { based_on: base.id.clone(), id, values: values(file, year, &base) })
    }
}

/// What a file says of the fields that an edition has.
fn values(file: &EditionFile, year: u16, base: &Edition) -> Vec<Entry> {
    let mut table = toml::Value::Table(file.table.clone());
    expand::years(&mut table, year);
    let said = serde_json::to_value(&table).expect("TOML is plain data");
    let entry = |(path, value): (String, Value)| {
        let said = flat::at(&said, &path)?;
        let value = codec::typed(&path, &Editor::of(&path, &value), said);
        Some(Entry { path, value })
    };
    flat::flat(base).into_iter().filter_map(entry).collect()
}
