//! The most that the tables of a draft hold. An application has a hundred files, and in years of work some thousand
//! revisions.

use crate::form::bounds;

/// A table and the most of it.
pub(super) struct Table {
    pub name: &'static str,
    /// The version of the schema that brought it.
    pub since: i32,
    pub rows: i64,
    /// All its texts. The bytes of files and pictures have bounds of their own.
    pub texts: &'static [Texts],
}

/// Columns of texts, and the most bytes in them of all rows.
pub(super) struct Texts {
    /// The version of the schema that brought them.
    pub since: i32,
    pub bytes: i64,
    pub columns: &'static [&'static str],
}

/// Every table of a draft.
pub(super) const MOST: [Table; 12] = [
    table("state", 1, 1, &[texts(1, bounds::LARGEST as i64, &["content"])]),
    table(
        "revision",
        1,
        100_000,
        &[
            texts(1, 512 << 20, &["undo"]),
            texts(1, 16 << 20, &["at", "operation"]),
            texts(3, 16 << 20, &["began", "of", "of_at"]),
            texts(5, 64 << 20, &["marks"]),
        ],
    ),
    table("blob", 1, 20_000, &[texts(1, 4 << 20, &["sha256"])]),
    table("page", 1, 100_000, &[texts(1, 4 << 20, &["format"])]),
    table("attached", 1, 100_000, &[texts(1, 64 << 20, &["id", "organization"])]),
    table("meta", 1, 1_000, &[texts(1, 4 << 20, &["key", "value"])]),
    table("derived", 2, 100_000, &[]),
    table("thumbnail", 2, 400_000, &[]),
    table("point", 3, 10_000, &[texts(3, 4 << 20, &["name", "at"])]),
    table(
        "origin",
        4,
        20_000,
        &[
            texts(4, 64 << 20, &["place", "held"]),
            texts(4, 16 << 20, &["kind", "value", "edition", "confirmed"]),
            texts(5, 16 << 20, &["label", "reason"]),
        ],
    ),
    table("answer", 5, 50_000, &[texts(5, 256 << 20, &["question", "basis"])]),
    table("export", 6, 1_000, &[texts(6, 512 << 20, &["day", "content"])]),
];

/// The tables that a draft of this version has.
pub(super) fn of_version(version: i32) -> impl Iterator<Item = &'static Table> {
    const TABLES: &[Table] = &MOST;
    TABLES.iter().filter(move |table| table.since <= version)
}

const fn table(name: &'static str, since: i32, rows: i64, texts: &'static [Texts]) -> Table {
    Table { name, since, rows, texts }
}

const fn texts(since: i32, bytes: i64, columns: &'static [&'static str]) -> Texts {
    Texts { since, bytes, columns }
}

#[cfg(test)]
mod tests {
    use super::super::schema;
    use super::*;
    use rusqlite::Connection;
    use std::collections::BTreeSet;

    /// What the schema says: each table with those of its columns that are of this kind.
    fn columns(database: &Connection, kind: &str) -> BTreeSet<(String, String)> {
        let select = "SELECT made.name, its.name FROM sqlite_schema made, pragma_table_info(made.name) its
                      WHERE made.type = 'table' AND its.type = ?1";
        let mut statement = database.prepare(select).unwrap();
        let rows = statement.query_map([kind], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn every_table_and_text_of_every_version_has_a_bound() {
        for version in 1..=schema::VERSIONS {
            let database = schema::of_version(version).unwrap();
            let bounded = || of_version(version as i32);
            let of = |table: &'static Table| {
                let texts = table.texts.iter().filter(move |texts| texts.since <= version as i32);
                let columns = texts.flat_map(|texts| texts.columns);
                columns.map(move |column| (table.name.to_owned(), (*column).to_owned()))
            };
            assert_eq!(bounded().flat_map(of).collect::<BTreeSet<_>>(), columns(&database, "TEXT"));
            let select = "SELECT name FROM sqlite_schema WHERE type = 'table'";
            let mut statement = database.prepare(select).unwrap();
            let tables = statement.query_map([], |row| row.get(0)).unwrap();
            let tables: BTreeSet<String> = tables.collect::<Result<_, _>>().unwrap();
            assert_eq!(bounded().map(|table| table.name.to_owned()).collect::<BTreeSet<_>>(), tables);
        }
    }
}
