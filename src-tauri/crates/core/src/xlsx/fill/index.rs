//! The rows of a table by their names: a workbook may bring thousands, and none is compared with all the others.

use super::table::Table;
use crate::xlsx::names::plain;
use crate::xlsx::write::unnamed;
use serde_json::Value;
use std::collections::{BTreeSet, HashMap, HashSet};

/// A name, and what tells rows of one name apart; `None` for any.
pub(super) type Key = (String, Option<String>);

/// Which rows of a table are still to be found, and which are waiting for a name.
#[derive(Debug)]
pub(super) struct Index {
    /// The rows that no row of the workbook was for yet.
    free: HashMap<Key, BTreeSet<usize>>,
    /// What those are called that one was for.
    taken: HashSet<Key>,
    /// The free rows that hold nothing yet.
    blank: BTreeSet<usize>,
    /// What each row was called when it was free.
    names: Vec<[Key; 2]>,
    /// The keys of the rows.
    keys: HashSet<String>,
    /// The number of the last key that was given.
    given: usize,
}

impl Index {
    /// The rows of a table, all of them free.
    pub fn of(table: Table, rows: &[Value]) -> Index {
        let names: Vec<[Key; 2]> = rows.iter().enumerate().map(|(at, row)| called(table, at, row)).collect();
        let mut free: HashMap<Key, BTreeSet<usize>> = HashMap::new();
        for (at, key) in names.iter().enumerate().flat_map(|(at, keys)| keys.iter().map(move |key| (at, key)))
        {
            free.entry(key.clone()).or_default().insert(at);
        }
        let blank = rows.iter().enumerate().filter(|(_, row)| is_blank(row)).map(|(at, _)| at).collect();
        let keys = rows.iter().filter_map(|row| row["key"].as_str().map(str::to_owned)).collect();
        Index { free, taken: HashSet::new(), blank, names, keys, given: 0 }
    }

    /// The first free row that is called so.
    pub fn free(&self, key: &Key) -> Option<usize> {
        self.free.get(key)?.first().copied()
    }

    /// Whether a row that is called so was found already.
    pub fn is_taken(&self, key: &Key) -> bool {
        self.taken.contains(key)
    }

    /// Whether any row has this name.
    pub fn has(&self, key: &Key) -> bool {
        self.is_taken(key) || self.free(key).is_some()
    }

    /// The first row that waits for a name.
    pub fn blank(&self) -> Option<usize> {
        self.blank.first().copied()
    }

    /// Whether a row has this key.
    pub fn has_key(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// A key that neither a row nor one of these has; it is given to the next row.
    pub fn give_key(&mut self, others: &HashSet<String>) -> String {
        loop {
            self.given += 1;
            let key = format!("own{}", self.given);
            if !others.contains(&key) && self.keys.insert(key.clone()) {
                return key;
            }
        }
    }

    /// The rows that no row of the workbook was for.
    pub fn left(&self) -> Vec<usize> {
        let is_free = |at: &usize| self.free.get(&self.names[*at][0]).is_some_and(|rows| rows.contains(at));
        (0..self.names.len()).filter(is_free).collect()
    }

    /// Notes that a row has this key.
    pub fn note_key(&mut self, key: &str) {
        self.keys.insert(key.to_owned());
    }

    /// Notes that a row was found; `row` is what it holds now.
    pub fn take(&mut self, table: Table, at: usize, row: &Value) {
        self.blank.remove(&at);
        for key in self.names.get(at).into_iter().flatten() {
            if let Some(rows) = self.free.get_mut(key) {
                rows.remove(&at);
            }
        }
        self.taken.extend(called(table, at, row));
    }
}

/// What a row is called: by its name alone, and with what tells it apart.
fn called(table: Table, at: usize, row: &Value) -> [Key; 2] {
    let text = |field: &str| plain(row[field].as_str().unwrap_or_default());
    let name = match text(table.name()) {
        name if name.is_empty() => plain(&unnamed(at)),
        name => name,
    };
    let second = table.second().map(text).unwrap_or_default();
    [(name.clone(), None), (name, Some(second))]
}

/// Whether a row waits for a name and values: one of the user's own, without a text.
fn is_blank(row: &Value) -> bool {
    let is_own = row["key"].as_str().is_none_or(|key| key.starts_with("own"));
    let mut typed =
        row.as_object().into_iter().flatten().filter(|(key, _)| !matches!(key.as_str(), "key" | "better"));
    is_own && typed.all(|(_, value)| is_empty(value))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.values().all(is_empty),
        Value::String(text) => text.trim().is_empty(),
        other => other.is_null(),
    }
}
