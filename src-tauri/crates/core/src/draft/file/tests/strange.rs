//! Drafts that no program of ours wrote, as they may come by mail: refused before anything they say is done.

use super::{after, refused};
use crate::draft::fixtures::*;
use std::time::{Duration, Instant};

/// In the text of an error.
const STRANGE: &str = "不是本程序写成的样子";

#[test]
fn a_schema_that_is_not_to_the_letter_ours_is_refused_untouched() {
    for sql in [
        "CREATE TRIGGER t AFTER UPDATE ON state BEGIN DELETE FROM revision; END",
        "CREATE VIEW v AS SELECT * FROM meta",
        "CREATE TABLE more (n INTEGER)",
        "CREATE TABLE counted (n INTEGER PRIMARY KEY AUTOINCREMENT)",
        "CREATE INDEX some ON revision (at) WHERE length(undo) > 3",
        "CREATE INDEX lowered ON revision (lower(operation))",
        "CREATE VIRTUAL TABLE words USING fts5 (word)",
        "ALTER TABLE revision ADD COLUMN twice TEXT AS (undo || undo)",
        "ALTER TABLE revision ADD COLUMN held INTEGER CHECK (held < 3)",
        "ALTER TABLE origin ADD COLUMN more TEXT NOT NULL DEFAULT 'x'",
        "ALTER TABLE point RENAME COLUMN name TO called",
        "DROP TABLE answer",
        "PRAGMA user_version = 4",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'id = 1', 'id < 9')",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '-- UTC', '-- utc')",
        "PRAGMA journal_mode = WAL",
        "ANALYZE",
    ] {
        refused(&after(sql), STRANGE);
    }
}

/// Both ways of opening refuse it before much time has gone.
fn refused_soon(sql: &str, expected: &str) {
    let strange = after(sql);
    let began = Instant::now();
    refused(&strange, expected);
    assert!(began.elapsed() < Duration::from_secs(4), "{sql}: {:?}", began.elapsed());
}

#[test]
fn a_schema_without_end_is_given_up_soon() {
    let tables: String = (0..5_000).map(|n| format!("CREATE TABLE t{n} (a, b, c);")).collect();
    refused_soon(&format!("BEGIN; {tables} COMMIT"), STRANGE);
    let columns: String = (0..1_500).map(|n| format!(", c{n} TEXT DEFAULT 'some text'")).collect();
    refused_soon(&format!("CREATE TABLE wide (n INTEGER{columns})"), "已损坏");
}

#[test]
fn more_rows_or_text_than_any_application_has_is_refused_soon() {
    let rows = |insert: &str, count: u32| {
        format!(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) {insert} FROM n"
        )
    };
    refused_soon(&rows("INSERT INTO meta SELECT 'k' || i, ''", 300_000), STRANGE);
    refused_soon(&rows("INSERT INTO point SELECT i, 1, 'x', ''", 10_001), STRANGE);
    refused_soon(&rows("INSERT INTO attached SELECT 'k' || i, printf('%.70000c', 'x')", 1_000), STRANGE);
    refused_soon(&rows("INSERT INTO meta SELECT printf('%.70000c', 'x') || i, ''", 100), STRANGE);
    refused_soon(&rows("INSERT INTO point SELECT i, 1, 'x', printf('%.70000c', 'x')", 100), STRANGE);
    let long = "printf('%.20000000c', 'x')";
    let origin = "INSERT INTO origin (place, kind, held, value, edition, reason) SELECT 'p', 'renew', '', ";
    refused_soon(&format!("{origin} {long}, '', ''"), STRANGE);
    refused_soon(&format!("{origin} '', '', {long}"), STRANGE);
    for column in ["at", "began", "operation", "of"] {
        refused_soon(&format!("UPDATE revision SET {column} = {long}"), STRANGE);
    }
    let content = |set: &str| format!("UPDATE state SET content = json_set(content, {set})");
    refused_soon(&content("'$.organization', printf('%.1000000c', 'x')"), "organization：这一处文字超过");
    let list = rows("SELECT json_group_array('')", 300_000);
    refused_soon(&content(&format!("'$.benefits', json(({list}))")), "benefits：超过 2000 行");
    refused_soon(&content("'$.note', printf('%.9000000c', 'x')"), STRANGE);
}

#[test]
fn what_could_not_be_opened_again_is_not_saved() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let long = Content { organization: "质".repeat(10_001).into(), ..content() };
    let error = draft.put(long.clone(), AT).unwrap_err();
    assert_eq!(error.to_string(), "organization：这一处文字超过 10000 字，请删减");
    assert_eq!(reopened(draft).content().unwrap(), content());
    assert!(Draft::create(&folder.path().join("x.biaogan"), &long, AT).is_err());
    assert_eq!(names(&folder), ["甲 公司.biaogan"]);
}
