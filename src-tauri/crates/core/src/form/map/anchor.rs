//! Places in the content that stay the same when rows are moved.

use super::{Path, PathStep, RowIdentity};
use crate::form::anchor::{Anchor, Way};
use serde_json::Value;

impl Anchor {
    /// The place that `path` is in this content.
    pub fn of(path: &Path, content: &Value) -> Anchor {
        let (mut ways, mut here, mut before) = (Vec::new(), Some(content), Path::default());
        for step in path.steps() {
            let (way, next) = match step {
                PathStep::Key(key) => (Way::Key(key.into()), here.and_then(|here| here.get(key))),
                PathStep::Index(index) => (
                    here.and_then(|rows| row(rows, index, &before)).unwrap_or(Way::Index(index)),
                    here.and_then(|here| here.get(index)),
                ),
            };
            ways.push(way);
            (before, here) = (before.step(step), next);
        }
        Anchor(ways)
    }

    /// The place by names alone, wherever its rows stood: two that are the same are equal.
    pub fn by_name(mut self) -> Anchor {
        for way in &mut self.0 {
            if let Way::Row { stood, .. } = way {
                *stood = None;
            }
        }
        self
    }

    /// What the place lies under.
    pub fn root(&self) -> Path {
        match self.0.first() {
            Some(Way::Key(key)) => Path::root(key),
            _ => Path::default(),
        }
    }

    /// Where the place is now, and what stands there, null for a key that is absent; none if its row is gone.
    pub fn find<'a>(&self, content: &'a Value) -> Option<(Path, &'a Value)> {
        let (mut path, mut here) = (Path::default(), content);
        for way in &self.0 {
            (path, here) = match way {
                Way::Key(key) => (path.key(key), here.get(key).unwrap_or(&Value::Null)),
                Way::Index(index) => (path.index(*index), here.get(index)?),
                Way::Row { row, stood } => {
                    let (rows, identity) = (here.as_array()?, RowIdentity::of(&path)?);
                    let named = rows.iter().position(|other| identity.name(other) == Some(row));
                    // Renamed, where no row has come or gone.
                    let renamed = stood.filter(|(_, all)| *all == rows.len()).map(|(index, _)| index);
                    let index = named.or(renamed)?;
                    (path.index(index), rows.get(index)?)
                }
            };
        }
        Some((path, here))
    }
}

/// The row of this index by its name, if no other row has it.
fn row(rows: &Value, index: usize, list: &Path) -> Option<Way> {
    let identity = RowIdentity::of(list)?;
    let (rows, row) = (rows.as_array()?, identity.name(rows.get(index)?)?);
    let alike = rows.iter().filter(|other| identity.name(other) == Some(row)).count();
    let stood = matches!(identity, RowIdentity::Name(_)).then_some((index, rows.len()));
    (alike == 1 && !row.trim().is_empty()).then(|| Way::Row { row: row.into(), stood })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(before: Value, path: &str, after: Value, expected: Option<(&str, Value)>) {
        let anchor = Anchor::of(&Path::from(path), &before);
        let stored: Anchor = serde_json::from_str(&serde_json::to_string(&anchor).unwrap()).unwrap();
        let found = stored.find(&after).map(|(path, value)| (path.as_str().to_owned(), value.clone()));
        assert_eq!(found, expected.map(|(path, value)| (path.to_owned(), value)));
    }

    #[test]
    fn a_row_is_found_where_it_was_moved_to() {
        let before = json!({ "benefits": [{ "key": "a", "rank": "1" }, { "key": "b", "rank": "2" }] });
        let after = json!({ "benefits": [{ "key": "b", "rank": "7" }, { "key": "c" }, { "key": "a" }] });
        check(before.clone(), "benefits[1].rank", after.clone(), Some(("benefits[0].rank", json!("7"))));
        check(before.clone(), "benefits[0].rank", after, Some(("benefits[2].rank", Value::Null)));
        check(before, "benefits[0].rank", json!({ "benefits": [] }), None);
        let market =
            |names: [&str; 2]| json!({ "market": { "products": names.map(|name| json!({ "name": name })) } });
        let path = "market.products[0].name";
        check(
            market(["甲]", "乙.丙"]),
            path,
            market(["乙.丙", "甲]"]),
            Some(("market.products[1].name", json!("甲]"))),
        );
    }

    #[test]
    fn a_row_that_is_renamed_stays_where_it_was() {
        let rows = |names: &[&str]| json!({ "social": names.iter().map(|name| json!({ "item": name })).collect::<Value>() });
        let before = rows(&["甲", "乙"]);
        check(
            before.clone(),
            "social[1].item",
            rows(&["甲", "乙二"]),
            Some(("social[1].item", json!("乙二"))),
        );
        check(before.clone(), "social[1].item", rows(&["乙", "甲"]), Some(("social[0].item", json!("乙"))));
        check(before, "social[1].item", rows(&["甲"]), None);
    }

    #[test]
    fn rows_that_are_alike_are_told_by_their_index() {
        let rows = json!({ "competitors": [{ "name": "甲" }, { "name": "甲" }, { "name": " " }] });
        check(rows.clone(), "competitors[1].name", rows.clone(), Some(("competitors[1].name", json!("甲"))));
        check(rows.clone(), "competitors[2].name", rows, Some(("competitors[2].name", json!(" "))));
        check(json!({}), "confirmations.Q001", json!({}), Some(("confirmations.Q001", Value::Null)));
    }
}
