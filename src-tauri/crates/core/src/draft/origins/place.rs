//! Places in the content that stay the same when rows are moved.

use crate::form::Path;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A place as a way through the JSON, rows named by what they are and not by where they stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Place(Vec<Step>);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Step {
    /// A key of an object.
    Key(String),
    /// An index of a list whose rows cannot be told apart otherwise.
    Index(usize),
    /// The row of a list that calls itself this.
    Row { row: String },
}

/// What the rows of a list call themselves by.
const NAMES: [(&str, &str); 6] = [
    ("benefits", "key"),
    ("evidence", "id"),
    ("products", "name"),
    ("social", "item"),
    ("brand", "item"),
    ("competitors", "name"),
];

impl Place {
    /// The place that `path` is in this content.
    pub fn of(path: &Path, content: &Value) -> Place {
        let (mut steps, mut here, mut list) = (Vec::new(), Some(content), "");
        for step in path.as_str().split(['.', '[']) {
            let index = step.strip_suffix(']').and_then(|index| index.parse::<usize>().ok());
            let Some(index) = index else {
                steps.push(Step::Key(step.into()));
                (here, list) = (here.and_then(|here| here.get(step)), step);
                continue;
            };
            steps.push(here.and_then(|rows| row(rows, index, list)).unwrap_or(Step::Index(index)));
            here = here.and_then(|here| here.get(index));
        }
        Place(steps)
    }

    /// Where the place is now, and what stands there, null for a key that is absent; none if its row is gone.
    pub fn find<'a>(&self, content: &'a Value) -> Option<(Path, &'a Value)> {
        let (mut path, mut here, mut list) = (Path::default(), content, "");
        for step in &self.0 {
            match step {
                Step::Key(key) => {
                    (path, list) = (path.key(key), key);
                    here = here.get(key).unwrap_or(&Value::Null);
                }
                Step::Index(index) => (path, here) = (path.index(*index), here.get(index)?),
                Step::Row { row } => {
                    let rows = here.as_array()?;
                    let index = rows.iter().position(|other| name(other, list) == Some(row))?;
                    (path, here) = (path.index(index), &rows[index]);
                }
            }
        }
        Some((path, here))
    }
}

/// The row of this index by its name, if no other row has it.
fn row(rows: &Value, index: usize, list: &str) -> Option<Step> {
    let (rows, row) = (rows.as_array()?, name(rows.get(index)?, list)?);
    let alike = rows.iter().filter(|other| name(other, list) == Some(row)).count();
    (alike == 1 && !row.trim().is_empty()).then(|| Step::Row { row: row.into() })
}

fn name<'a>(row: &'a Value, list: &str) -> Option<&'a str> {
    let (_, name) = NAMES.iter().find(|(known, _)| *known == list)?;
    row.get(name)?.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(before: Value, path: &str, after: Value, expected: Option<(&str, Value)>) {
        let place = Place::of(&Path::from(path), &before);
        let stored: Place = serde_json::from_str(&serde_json::to_string(&place).unwrap()).unwrap();
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
    fn rows_that_are_alike_are_told_by_their_index() {
        let rows = json!({ "competitors": [{ "name": "甲" }, { "name": "甲" }, { "name": " " }] });
        check(rows.clone(), "competitors[1].name", rows.clone(), Some(("competitors[1].name", json!("甲"))));
        check(rows.clone(), "competitors[2].name", rows, Some(("competitors[2].name", json!(" "))));
        check(json!({}), "confirmations.Q001", json!({}), Some(("confirmations.Q001", Value::Null)));
    }
}
