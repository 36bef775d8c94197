//! The rows that come with the form.

use crate::edition::Edition;
use crate::form::{Content, Indicator, Row};

/// The application with the rows of the edition `to`, and which were added. Rows that the notice calls otherwise get
/// their new name and unit unless the user had replaced them; rows that it no longer has stay. A row that the user took
/// out stays out.
pub(super) fn adapted(content: &Content, from: &Edition, to: &Edition) -> (Content, Vec<String>) {
    let mut content = Content { edition: to.id.as_str().into(), ..content.clone() };
    let (before, after) = (Content::empty(from), Content::empty(to));
    let mut added = indicators(&mut content.benefits, &before.benefits, after.benefits);
    added.extend(rows(&mut content.social, &before.social, after.social));
    added.extend(rows(&mut content.brand, &before.brand, after.brand));
    (content, added)
}

fn indicators(rows: &mut Vec<Indicator>, before: &[Indicator], after: Vec<Indicator>) -> Vec<String> {
    let mut added = Vec::new();
    for new in after {
        let old = before.iter().find(|row| row.key == new.key);
        match (rows.iter_mut().find(|row| row.key == new.key), old) {
            (Some(row), Some(old)) => rename(row, old, new),
            (None, None) => {
                added.push(new.name.to_string());
                rows.push(new);
            }
            _ => {}
        }
    }
    added
}

fn rename(row: &mut Indicator, old: &Indicator, new: Indicator) {
    if row.name == old.name && row.unit == old.unit {
        (row.name, row.unit, row.better) = (new.name, new.unit, new.better);
    }
}

fn rows(rows: &mut Vec<Row>, before: &[Row], after: Vec<Row>) -> Vec<String> {
    let known = |row: &Row, rows: &[Row]| rows.iter().any(|other| other.known_by() == row.known_by());
    let new: Vec<Row> = after.into_iter().filter(|row| !known(row, before) && !known(row, rows)).collect();
    let added = new.iter().map(|row| row.item.to_string()).collect();
    rows.extend(new);
    added
}
