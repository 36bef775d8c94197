//! Finding a row of a table by its name, and making one that the draft lacks.

use super::put::Filling;
use super::table::Table;
use crate::form::Path;
use crate::xlsx::names::{WrittenName, plain, readings};
use crate::xlsx::write::unnamed;
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
        let rows = self.json.pointer(&table.path().pointer()).and_then(Value::as_array);
        rows.map_or(&[], Vec::as_slice)
    }

    /// The row that a name means; `second` is what stands beside it.
    pub fn named(&self, table: Table, name: &str, second: &str) -> Target {
        let text = |row: &Value, field: &str| plain(row[field].as_str().unwrap_or_default());
        let mut again = false;
        for way in readings(name).into_iter().filter(|way| !plain(&way.name).is_empty()) {
            let beside = plain(if second.is_empty() { &way.unit } else { second });
            let owns = |row: &Value| table.second().is_some_and(|field| text(row, field) == beside);
            let may = |row: &Value| {
                let own = table.second().filter(|field| *field == "product").map(|field| text(row, field));
                own.is_none_or(|own| own.is_empty() || beside.is_empty() || own == beside)
            };
            let is_called = |at: usize, row: &Value| match text(row, table.name()) {
                own if own.is_empty() => plain(&unnamed(at)) == plain(&way.name),
                own => own == plain(&way.name),
            };
            let same: Vec<(usize, &Value)> =
                self.rows(table).iter().enumerate().filter(|(at, row)| is_called(*at, row)).collect();
            let mut free = same.iter().filter(|(at, _)| !self.found.contains(&(table, *at)));
            let best = free.clone().find(|(_, row)| owns(row)).or_else(|| free.find(|(_, row)| may(row)));
            if let Some((at, _)) = best {
                return Target::Row(*at, way);
            }
            again |= same.iter().any(|(_, row)| owns(row) || may(row));
        }
        if again { Target::Again } else { Target::None }
    }

    /// Makes a row of this name: one of the form's own, an empty one that waits for a name, or one more.
    pub fn make(&mut self, table: Table, name: &str) -> usize {
        if table == Table::Benefits
            && let Some(at) = self.make_standard(name)
        {
            return at;
        }
        let waiting = self
            .rows(table)
            .iter()
            .enumerate()
            .position(|(at, row)| is_blank(row) && !self.found.contains(&(table, at)));
        let at = waiting.unwrap_or_else(|| {
            let key = self.free_key();
            self.push(table, table.blank(&key))
        });
        self.set(table.path().index(at).key(table.name()), name.into());
        at
    }

    /// A row of the form's that was taken out, with what the form says of it.
    fn make_standard(&mut self, name: &str) -> Option<usize> {
        let labels = &self.edition.application.benefits;
        let row = labels.rows.iter().find(|row| plain(&row.name) == plain(name))?;
        let has_key = |other: &Value| other["key"].as_str() == Some(&row.key);
        let key = match self.rows(Table::Benefits).iter().any(has_key) {
            true => self.free_key(),
            false => row.key.clone(),
        };
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
    fn free_key(&self) -> String {
        let text = self.json["experience"].to_string();
        let has = |key: &str| {
            self.rows(Table::Benefits).iter().any(|row| row["key"].as_str() == Some(key))
                || text.contains(&format!("benefits:{key}\""))
        };
        (1..).map(|number| format!("own{number}")).find(|key| !has(key)).unwrap_or_default()
    }
}

/// Whether a row waits for a name and values: one of the user's own, without a text.
fn is_blank(row: &Value) -> bool {
    let is_own = row["key"].as_str().is_none_or(|key| key.starts_with("own"));
    let fields = row.as_object().into_iter().flatten();
    is_own
        && fields
            .filter(|(key, _)| !matches!(key.as_str(), "key" | "better"))
            .all(|(_, value)| is_empty(value))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.values().all(is_empty),
        Value::String(text) => text.trim().is_empty(),
        other => other.is_null(),
    }
}
