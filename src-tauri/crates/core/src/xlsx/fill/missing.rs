//! What the draft has and the workbook does not: sheets and rows that were taken out, rows that were called
//! otherwise.

use super::put::Filling;
use super::table::Table;
use crate::number::parse;
use crate::xlsx::Unread;
use serde_json::Value;
use std::collections::BTreeMap;

/// What stands in a row but its name, by place.
type Figures = BTreeMap<String, String>;

impl Filling<'_> {
    /// Tells of what stays in the draft since the workbook lacks it.
    pub fn pass_missing(&mut self) {
        Table::ALL.into_iter().for_each(|table| self.missing(table));
    }

    fn missing(&mut self, table: Table) {
        let left: Vec<(String, Figures)> =
            self.index(table).left().into_iter().map(|at| self.held(table, at)).collect();
        let mut left: Vec<_> = left.into_iter().filter(|(_, figures)| !figures.is_empty()).collect();
        let made: Vec<(usize, Unread)> = self
            .made
            .iter()
            .filter(|(of, ..)| *of == table)
            .map(|(_, at, cell)| (*at, cell.clone()))
            .collect();
        for (at, cell) in made {
            let (_, figures) = self.held(table, at);
            if let Some(old) = left.iter().position(|(_, old)| is_the_same(old, &figures)) {
                let (name, _) = left.remove(old);
                let reason =
                    format!("已新增；草稿里的“{name}”在表里没有，数又相同，是不是“{name}”改了名？请核对");
                self.unread.push(Unread { reason, ..cell });
            }
        }
        // Another workbook need not have all.
        if self.has_guide {
            self.pass_left(table, left);
        }
    }

    fn pass_left(&mut self, table: Table, left: Vec<(String, Figures)>) {
        let sheet = table.title(self.edition).to_owned();
        let of = |text: String, reason: &str| Unread {
            sheet: sheet.clone(),
            text,
            reason: reason.into(),
            ..Unread::default()
        };
        match self.tables.contains(&table) {
            true => {
                let reason = "草稿里有、表里没有，草稿保留原内容";
                self.unread.extend(left.into_iter().map(|(name, _)| of(name, reason)));
            }
            false if left.is_empty() => {}
            false => self.unread.push(of(String::new(), "填报表里没有这张表，草稿保留原内容")),
        }
    }

    /// What a row is called, and what stands in it.
    fn held(&self, table: Table, at: usize) -> (String, Figures) {
        let row = &self.rows(table)[at];
        let name = row[table.name()].as_str().unwrap_or_default().trim().to_owned();
        let mut figures = Figures::new();
        for (key, value) in row.as_object().into_iter().flatten() {
            let is_label = ["key", "better", table.name()].contains(&key.as_str())
                || table.second() == Some(key.as_str());
            if !is_label {
                gather(key, value, &mut figures);
            }
        }
        (name, figures)
    }
}

fn gather(place: &str, value: &Value, figures: &mut Figures) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| gather(&format!("{place}.{key}"), value, figures));
        }
        Value::String(text) if !text.trim().is_empty() => {
            figures.insert(place.to_owned(), text.trim().to_owned());
        }
        _ => {}
    }
}

/// Whether more than half of what stands in a row stands in another one.
fn is_the_same(old: &Figures, new: &Figures) -> bool {
    let is_equal =
        |one: &str, other: &str| one == other || parse(one).is_some() && parse(one) == parse(other);
    let found = old.iter().filter(|(place, text)| new.get(*place).is_some_and(|new| is_equal(text, new)));
    found.count() * 2 > old.len()
}
