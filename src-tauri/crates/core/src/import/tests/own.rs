//! The sample application, exported and brought in again.

use crate::draft::Draft;
use crate::edition::{Editions, Track};
use crate::form::Content;
use crate::import::{Report, import_new};
use crate::package::{Existing, Request, Stage, export_draft};
use chrono::DateTime;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// Exports a draft, brings the package in again, and gives both contents as they are compared.
pub fn there_and_back(desk: &Path, draft: &Draft) -> (Value, Value, Report) {
    let editions = Editions::built_in();
    let content = draft.content().unwrap();
    let edition = editions.get(&content.edition).unwrap();
    let request = Request {
        edition,
        stage: Stage::Draft,
        today: "2026-05-08".parse().unwrap(),
        folder: desk,
        existing: Existing::Replace,
        report: &[],
    };
    let exported = export_draft(draft, &content, &request, &mut |_| ControlFlow::Continue(())).unwrap();
    let back = desk.join("back.biaogan");
    let report = import_new(&[exported.zip], &back, &editions, DateTime::UNIX_EPOCH).unwrap();
    let came = Draft::open_read_only(&back).unwrap().content().unwrap();
    (compared(&content), compared(&came), report)
}

/// A content as it is compared: what documents do not print left out, ids in their order.
pub fn compared(content: &Content) -> Value {
    let mut content = content.clone();
    content.track = Track::default();
    content.qualification = Default::default();
    content.submission = Default::default();
    content.confirmations.clear();
    content.acknowledged.clear();
    content.criteria.clear();
    content.attachments.clear();
    // What was confirmed is printed in words.
    for item in &mut content.evidence {
        item.purpose = crate::proof::purpose(item).into();
        item.proves.clear();
    }
    // A page that is a scan does not print what was typed for it.
    if !content.signed_pages.pledge.is_empty() {
        content.pledge = Default::default();
    }
    if !content.signed_pages.recommendation.is_empty() {
        content.recommendation = Default::default();
    }
    let mut json = serde_json::to_value(&content).unwrap();
    let mut ids = Vec::new();
    named(&mut json, &mut ids);
    // Which way is better is not printed: only the form's own rows have it.
    for row in json["benefits"].as_array_mut().unwrap() {
        if row["key"].as_str().is_some_and(|key| key.starts_with("own")) {
            row.as_object_mut().unwrap().remove("better");
        }
    }
    for item in json["evidence"].as_array_mut().unwrap() {
        item["sealed"] = Value::Null;
        item.as_object_mut().unwrap().remove("rotation");
    }
    json
}

/// Gives ids of figures, tables, rows and files the numbers of their order; years without values go.
fn named(json: &mut Value, ids: &mut Vec<String>) {
    match json {
        Value::Object(fields) => {
            fields.retain(|_, value| !value.is_null() && *value != json!("") && *value != json!({}));
            for (key, value) in fields.iter_mut() {
                let is_id = matches!(key.as_str(), "id" | "target" | "attachment");
                match value.as_str().filter(|_| is_id) {
                    Some(id) => *value = json!(number(id, ids)),
                    None => named(value, ids),
                }
            }
            fields.retain(|_, value| *value != json!({}));
        }
        Value::Array(items) => {
            for item in items.iter_mut() {
                match item.as_str().filter(|text| text.starts_with('a') && text.len() < 5) {
                    Some(id) => *item = json!(number(id, ids)),
                    None => named(item, ids),
                }
            }
        }
        _ => {}
    }
}

fn number(id: &str, ids: &mut Vec<String>) -> usize {
    let at = ids.iter().position(|known| known == id).unwrap_or(ids.len());
    if at == ids.len() {
        ids.push(id.to_owned());
    }
    at
}

/// Where two values differ, in words.
pub fn differences(one: &Value, other: &Value, path: String, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(a), Value::Object(b)) => {
            let mut keys: Vec<&String> = a.keys().chain(b.keys()).collect();
            keys.sort();
            keys.dedup();
            for key in keys {
                let (a, b) = (a.get(key).unwrap_or(&Value::Null), b.get(key).unwrap_or(&Value::Null));
                differences(a, b, format!("{path}.{key}"), found);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                differences(a, b, format!("{path}[{at}]"), found);
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            let at = a.iter().zip(b).take_while(|(a, b)| a == b).count();
            let (a, b) = (a.get(at).unwrap_or(&Value::Null), b.get(at).unwrap_or(&Value::Null));
            found.push(format!("{path}[{at}], of another length: {} ≠ {}", short(a), short(b)));
        }
        _ if one == other => {}
        _ => found.push(format!("{path}: {} ≠ {}", short(one), short(other))),
    }
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(160).collect()
}

#[test]
fn the_sample_comes_back_as_it_was() {
    let desk = tempfile::tempdir().unwrap();
    let at = DateTime::UNIX_EPOCH;
    let draft = Draft::create_sample(&desk.path().join("s.biaogan"), &Editions::built_in(), at).unwrap();
    let (given, came, report) = there_and_back(desk.path(), &draft);
    let mut found = Vec::new();
    differences(&given, &came, String::new(), &mut found);
    assert!(found.is_empty(), "{}\n{report}", found.join("\n"));
    assert!(report.unplaced.is_empty(), "{report}");

    // The documents by themselves, in any order and one of them twice, are the same application.
    let of_kind = |path: &PathBuf| path.extension().is_some_and(|end| end == "zip");
    let zip = fs::read_dir(desk.path()).unwrap().map(|entry| entry.unwrap().path()).find(of_kind).unwrap();
    ZipArchive::new(File::open(zip).unwrap()).unwrap().extract(desk.path()).unwrap();
    let names = ["证实性材料.docx", "典型经验.docx", "申报书.docx", "典型经验.docx"];
    let (files, loose) = (names.map(|name| desk.path().join(name)), desk.path().join("loose.biaogan"));
    let report = import_new(&files, &loose, &Editions::built_in(), at).unwrap();
    let came = compared(&Draft::open_read_only(&loose).unwrap().content().unwrap());
    let mut found = Vec::new();
    differences(&given, &came, String::new(), &mut found);
    assert!(found.is_empty(), "{}\n{report}", found.join("\n"));
    let [doubt] = &report.doubtful[..] else { panic!("{report}") };
    assert_eq!(doubt.reason, "与“典型经验.docx”都是典型经验，两份都有的内容以这一份为准，请核对");
}
