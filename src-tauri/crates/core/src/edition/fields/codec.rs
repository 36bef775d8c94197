//! Between what is typed and what an edition file says.

use super::editor::{CRITERIA, Column, Editor, INDICATORS, INDUSTRIES, YEARS_OF_BENCHMARKS};
use super::field::FieldValue;
use crate::date::Date;
use crate::edition::Year;
use crate::text::half_width;
use serde_json::{Map, Value, json};
use std::collections::HashSet;

/// A value of an edition as it is typed.
pub(super) fn typed(path: &str, editor: &Editor, value: &Value) -> FieldValue {
    match (editor, value) {
        (Editor::Rows { .. }, Value::Array(rows)) if path == INDUSTRIES => {
            FieldValue::Rows(rows.iter().flat_map(divisions).collect())
        }
        (Editor::Rows { .. }, Value::Array(groups)) if path == CRITERIA => {
            FieldValue::Rows(groups.iter().flat_map(criteria).collect())
        }
        (Editor::Rows { columns, .. }, Value::Array(rows)) => {
            FieldValue::Rows(rows.iter().map(|row| cells(columns, row)).collect())
        }
        (_, value) => FieldValue::Text(text(value)),
    }
}

/// What an edition file says for what was typed, or what is wrong with it.
pub(super) fn said(path: &str, editor: &Editor, value: &FieldValue) -> Result<Value, String> {
    match (editor, value) {
        (Editor::Rows { columns, .. }, FieldValue::Rows(rows)) => {
            let rows: Vec<Vec<&str>> =
                rows.iter().map(|row| row.iter().map(|cell| cell.trim()).collect()).collect();
            if path == YEARS_OF_BENCHMARKS {
                rows.iter().try_for_each(|row| row.concat().parse::<Year>().map(drop))?;
            }
            Ok(match path {
                INDUSTRIES => industries(&rows),
                CRITERIA => groups(&rows).ok_or("这一栏不是这样填的，请重新打开")?,
                INDICATORS => indicators(columns, &rows),
                _ => rows.iter().map(|row| record(columns, row)).collect(),
            })
        }
        (Editor::Figure, FieldValue::Text(text)) => {
            let figure: Option<u32> = half_width(text.trim()).parse().ok();
            figure.map(|figure| json!(figure)).ok_or_else(|| format!("“{text}”应为整数，如 500"))
        }
        (Editor::Day, FieldValue::Text(text)) if text.trim().is_empty() => Err("请填写日期".into()),
        (Editor::Day, FieldValue::Text(text)) => {
            Date::parse(text.trim()).map(|day| json!(day)).map_err(|error| error.to_string())
        }
        (Editor::Line | Editor::Text, FieldValue::Text(text)) => Ok(json!(text.trim())),
        _ => Err("这一栏不是这样填的，请重新打开".into()),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn cells(columns: &[Column], row: &Value) -> Vec<String> {
    columns.iter().map(|column| text(if column.key.is_empty() { row } else { &row[column.key] })).collect()
}

fn record(columns: &[Column], row: &[&str]) -> Value {
    let cell = |(at, column): (usize, &Column)| (column.key, json!(row.get(at).copied().unwrap_or_default()));
    match columns {
        [Column { key: "", .. }] => json!(row.first().copied().unwrap_or_default()),
        _ => columns
            .iter()
            .enumerate()
            .map(cell)
            .map(|(key, value)| (key.to_owned(), value))
            .collect::<Map<_, _>>()
            .into(),
    }
}

/// The criteria of a group, each with all that it says: only the name and the text are typed.
fn criteria(group: &Value) -> Vec<Vec<String>> {
    let items = group["items"].as_array().map(Vec::as_slice).unwrap_or_default();
    let row = |item: &Value| {
        let whole = json!({ "title": group["title"], "clause": group["clause"], "item": item });
        vec![whole.to_string(), text(&item["name"]), text(&item["text"])]
    };
    items.iter().map(row).collect()
}

/// Neighbours of one title are one group.
fn groups(rows: &[Vec<&str>]) -> Option<Value> {
    let mut all: Vec<Value> = Vec::new();
    for row in rows {
        let [whole, name, text] = row[..] else { return None };
        let mut whole: Value = serde_json::from_str(whole).ok()?;
        let item = whole.get_mut("item").filter(|item| item.is_object())?;
        (item["name"], item["text"]) = (json!(name), json!(text));
        let item = item.take();
        match all.last_mut().filter(|group| group["title"] == whole["title"]) {
            Some(group) => group["items"].as_array_mut()?.push(item),
            None => all.push(json!({ "title": whole["title"], "clause": whole["clause"], "items": [item] })),
        }
    }
    Some(all.into())
}

/// Rows that are new get a key that no other has.
fn indicators(columns: &[Column], rows: &[Vec<&str>]) -> Value {
    let mut known: HashSet<String> =
        rows.iter().filter_map(|row| row.first()).map(|key| (*key).to_owned()).collect();
    let mut next = 0;
    let mut keyed = |row: &Vec<&str>| {
        let mut value = record(columns, row);
        if row.first().is_none_or(|key| key.is_empty()) {
            let key = loop {
                next += 1;
                let key = format!("row_{next}");
                if known.insert(key.clone()) {
                    break key;
                }
            };
            value["key"] = json!(key);
        }
        value
    };
    rows.iter().map(&mut keyed).collect()
}

fn divisions(industry: &Value) -> Vec<Vec<String>> {
    let section = text(&industry["section"]);
    let row = |division: &Value| vec![section.clone(), text(division)];
    match industry["divisions"].as_array() {
        Some(divisions) if !divisions.is_empty() => divisions.iter().map(row).collect(),
        _ => vec![row(&Value::Null)],
    }
}

/// Neighbours of one section are one industry.
fn industries(rows: &[Vec<&str>]) -> Value {
    let mut all: Vec<(&str, Vec<&str>)> = Vec::new();
    for row in rows {
        let cell = |at: usize| row.get(at).copied().unwrap_or_default();
        match all.last_mut() {
            Some((section, divisions)) if *section == cell(0) => divisions.push(cell(1)),
            _ => all.push((cell(0), vec![cell(1)])),
        }
    }
    let empty = |divisions: &[&str]| divisions == [""];
    all.into_iter()
        .map(|(section, divisions)| {
            let divisions = if empty(&divisions) { Vec::new() } else { divisions };
            json!({ "section": section, "divisions": divisions })
        })
        .collect()
}
