//! Whatever was filled in, nothing of it is told.

use super::*;
use crate::draft::{NewFile, Source};
use crate::form::Content;
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

const AT: DateTime<Utc> =
    NaiveDate::from_ymd_opt(2026, 5, 8).unwrap().and_hms_opt(1, 30, 0).unwrap().and_utc();

/// A character that no text of ours has, and words beside it.
const MARK: &str = "\u{E000}机密甲公司";

/// What the content takes no other text for.
const CHOICES: [&str; 10] =
    ["type", "edition", "track", "direction", "better", "method", "category", "kind", "years", "grade"];

/// Puts a mark in the place of every text, keys that the user gives too.
fn mark(value: &mut Value, key: &str, marks: &mut usize) {
    match value {
        Value::String(_) if CHOICES.contains(&key) => {}
        Value::String(text) if Date::parse(text).is_ok() => {}
        Value::String(text) => {
            *marks += 1;
            *text = format!("{MARK}{marks}");
        }
        Value::Array(items) => items.iter_mut().for_each(|item| mark(item, key, marks)),
        Value::Object(fields) => {
            if ["attachments", "confirmations", "acknowledged", "rotation"].contains(&key) {
                *fields =
                    std::mem::take(fields).into_iter().map(|(key, value)| (key + MARK, value)).collect();
            }
            fields.iter_mut().for_each(|(key, value)| mark(value, key, marks));
        }
        _ => {}
    }
}

#[test]
fn no_text_of_the_content_no_name_and_no_path_is_told() {
    let sample = include_str!("../../../../../assets/sample/application.json");
    let mut json: Value = serde_json::from_str(sample).unwrap();
    json["acknowledged"] = serde_json::json!({ "Y005-1": { "rule": "Y005", "reason": "产线改造" } });
    json["attachments"] = serde_json::json!({});
    let mut marks = 0;
    mark(&mut json, "", &mut marks);
    assert!(marks > 400, "{marks}");
    let content = Content::from_stored_json(&json.to_string()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{MARK}.biaogan"));
    let mut draft = Draft::create(&path, &content, AT).unwrap();
    let today = Date::new(2026, 5, 8).unwrap();
    let photo = include_bytes!("../evidence/samples/photo.jpg").to_vec();
    let photo = NewFile { name: format!("{MARK}.jpg"), id: None, source: Source::Bytes(photo) };
    draft.attach(&[photo], AT).unwrap();
    draft.record_export(&content, today).unwrap();
    let log = format!("2026-05-08T01:00:00Z 0.1.0 cannot open {}\n", path.display());
    let program = Program { version: "0.1.0".into(), kind: "窗口".into(), log };
    let text = feedback(&program, Some(&draft), &Editions::built_in(), today).unwrap();
    assert!(!text.contains('\u{E000}') && !text.contains("机密"), "{text}");
    let folder = folder.path().display().to_string();
    assert!(!text.contains(&folder) && !text.contains(content.organization.as_str()), "{text}");
    for told in [
        "窗口 0.1.0",
        "草稿格式：",
        "年度：2026",
        "材料·荣誉证书：",
        "附件·jpeg：1 个，1 页",
        "报送次数：1",
        "cannot open …",
    ] {
        assert!(text.contains(told), "{told} is not in {text}");
    }
}

#[test]
fn without_a_draft_the_program_tells_of_itself() {
    let program = Program { version: "0.1.0".into(), kind: "命令行".into(), log: String::new() };
    let today = Date::new(2026, 5, 8).unwrap();
    let text = feedback(&program, None, &Editions::built_in(), today).unwrap();
    assert!(text.contains("命令行 0.1.0") && text.ends_with("【错误记录】\n没有。\n"), "{text}");
}
