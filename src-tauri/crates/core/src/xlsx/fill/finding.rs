//! Finding a row of a table by its name, and making one that the draft lacks.

use super::index::{Index, Key};
use super::put::Filling;
use super::table::Table;
use crate::form::Path;
use crate::xlsx::names::{WrittenName, plain, readings};
use serde_json::Value;

/// Where a name leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// To this row of the draft.
    Row(usize, WrittenName),
    /// To a row that another row of the workbook was for already.
    Again,
    /// To none.
    None,
}

impl Filling<'_> {
    pub fn rows(&self, table: Table) -> &[Value] {
        rows(&self.json, table)
    }

    /// The row that a name means; `second` is what stands beside it.
    pub fn named(&mut self, table: Table, name: &str, second: &str) -> Target {
        let index = self.index(table);
        let mut again = false;
        for way in readings(name) {
            let called = plain(&way.name);
            let beside = plain(if second.is_empty() { &way.unit } else { second });
            for key in keys(table, called, beside) {
                if let Some(at) = index.free(&key) {
                    return Target::Row(at, way);
                }
                again |= index.is_taken(&key);
            }
        }
        if again { Target::Again } else { Target::None }
    }

    /// Whether a table has a row of this name, in the draft or in the form.
    pub fn is_named(&mut self, table: Table, name: &str) -> bool {
        let name = plain(name);
        let is_it = |own: &str| plain(own) == name;
        !name.is_empty()
            && (table.standards(self.edition).into_iter().any(is_it) || self.index(table).has(&(name, None)))
    }

    /// Notes that a row of the workbook was for this one, which holds its values now.
    pub fn take(&mut self, table: Table, at: usize) {
        self.index(table);
        if let (Some(index), Some(row)) = (self.index.get_mut(&table), rows(&self.json, table).get(at)) {
            index.take(table, at, row);
        }
    }

    pub fn index(&mut self, table: Table) -> &mut Index {
        let json = &self.json;
        self.index.entry(table).or_insert_with(|| Index::of(table, rows(json, table)))
    }

    /// Makes a row of this name: one of the form's own, an empty one that waits for a name, or one more.
    pub fn make(&mut self, table: Table, name: &str) -> usize {
        if table == Table::Benefits
            && let Some(at) = self.make_standard(name)
        {
            return at;
        }
        let at = self.index(table).blank().unwrap_or_else(|| {
            let key = if table == Table::Benefits { self.free_key() } else { String::new() };
            self.push(table, table.blank(&key))
        });
        self.set(table.path().index(at).key(table.name()), name.into());
        at
    }

    /// A row of the form's that was taken out, with what the form says of it.
    fn make_standard(&mut self, name: &str) -> Option<usize> {
        let name = plain(name);
        let labels = &self.edition.application.benefits;
        let row = labels.rows.iter().find(|row| plain(&row.name) == name)?;
        let key = match self.index(Table::Benefits).has_key(&row.key) {
            true => self.free_key(),
            false => row.key.clone(),
        };
        self.index(Table::Benefits).note_key(&key);
        let mut blank = Table::Benefits.blank(&key);
        blank["better"] = serde_json::to_value(row.better).unwrap_or_default();
        let at = self.push(Table::Benefits, blank);
        let path = Path::root("benefits").index(at);
        self.set(path.key("name"), row.name.clone());
        self.set(path.key("unit"), row.unit.clone());
        Some(at)
    }

    fn push(&mut self, table: Table, row: Value) -> usize {
        let rows = self.json.pointer_mut(&table.path().pointer()).and_then(Value::as_array_mut);
        let rows = rows.expect("the content has its tables");
        rows.push(row);
        rows.len() - 1
    }

    /// A key that no row has and no chart of the text names.
    fn free_key(&mut self) -> String {
        let charted = std::mem::take(&mut self.charted);
        let key = self.index(Table::Benefits).give_key(&charted);
        self.charted = charted;
        key
    }
}

fn rows(json: &Value, table: Table) -> &[Value] {
    let rows = json.pointer(&table.path().pointer()).and_then(Value::as_array);
    rows.map_or(&[], Vec::as_slice)
}

/// What a row may be called that a name means, the surest first: `beside` is what stands beside the name.
fn keys(table: Table, name: String, beside: String) -> Vec<Key> {
    let own = |second: &str| (name.clone(), Some(second.to_owned()));
    match table {
        _ if name.is_empty() => Vec::new(),
        Table::Products | Table::Social | Table::Brand => vec![(name, None)],
        // A competitor of another product is another one.
        Table::Competitors if !beside.is_empty() => vec![own(&beside), own("")],
        Table::Benefits | Table::Competitors => vec![own(&beside), (name, None)],
    }
}
