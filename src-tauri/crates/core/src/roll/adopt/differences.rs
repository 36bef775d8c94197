//! Where two editions say different things.

use super::Difference;
use crate::edition::Edition;
use serde_json::{Map, Value};

/// What is told otherwise, or is no text of the form.
const PASSED_OVER: [&str; 7] = ["id", "year", "deadline", "derived", "preliminary", "notice", "clause"];

/// The parts of an edition as the user knows them.
const PARTS: [(&str, &str); 7] = [
    ("tracks", "报送渠道"),
    ("package", "报送包"),
    ("application", "申报书"),
    ("experience", "典型经验"),
    ("evidence", "证实性材料"),
    ("qualification", "征集条件"),
    ("lists", "选项"),
];

/// Numbers, which say nothing without a name.
const NUMBERS: [(&str, &str); 4] = [
    ("limit", "字数上限"),
    ("name_limit", "名称字数上限"),
    ("limit_bytes", "压缩包上限（字节）"),
    ("max_products", "产品数上限"),
];

/// Everything that the edition `to` says and `from` does not, and the other way round, in the order of the form.
pub(super) fn between(from: &Edition, to: &Edition) -> Vec<Difference> {
    let value = |edition: &Edition| serde_json::to_value(edition).expect("an edition is plain data");
    let (from, to) = (value(from), value(to));
    let mut differences = Vec::new();
    for (key, what) in PARTS {
        compare(&from[key], &to[key], what, &mut differences);
    }
    differences
}

fn compare(before: &Value, after: &Value, what: &str, differences: &mut Vec<Difference>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => objects(before, after, what, differences),
        (Value::Array(before), Value::Array(after)) => lists(before, after, what, differences),
        _ if before == after => {}
        _ => add(text(before), text(after), what, differences),
    }
}

fn objects(
    before: &Map<String, Value>,
    after: &Map<String, Value>,
    what: &str,
    differences: &mut Vec<Difference>,
) {
    let gone = before.keys().filter(|key| !after.contains_key(*key));
    for key in after.keys().chain(gone).filter(|key| !PASSED_OVER.contains(&key.as_str())) {
        let side = |map: &Map<String, Value>| map.get(key).cloned().unwrap_or_default();
        let named =
            NUMBERS.iter().find(|(number, _)| number == key).map(|(_, name)| format!("{what} {name}"));
        compare(&side(before), &side(after), named.as_deref().unwrap_or(what), differences);
    }
}

/// Entries with a key are compared with that of the same key; of the others it is told which came and which went.
fn lists(before: &[Value], after: &[Value], what: &str, differences: &mut Vec<Difference>) {
    let same = |one: &Value, other: &Value| match (name(one), name(other)) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    };
    for entry in after {
        match before.iter().find(|other| same(entry, other)) {
            Some(other) => compare(other, entry, what, differences),
            None => add(String::new(), text(entry), what, differences),
        }
    }
    let gone = before.iter().filter(|entry| !after.iter().any(|other| same(entry, other)));
    gone.for_each(|entry| add(text(entry), String::new(), what, differences));
}

/// What tells an entry from its neighbours.
fn name(entry: &Value) -> Option<&str> {
    ["key", "section"].into_iter().find_map(|key| entry[key].as_str())
}

fn add(before: String, after: String, what: &str, differences: &mut Vec<Difference>) {
    if before != after {
        differences.push(Difference { what: what.into(), before, after });
    }
}

/// A value as it is read: of an entry its words.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join("、"),
        Value::Object(map) => {
            let words = map.iter().filter(|(key, _)| !["key", "better", "clause"].contains(&key.as_str()));
            let words = words.map(|(_, value)| text(value)).filter(|text| !text.is_empty());
            words.collect::<Vec<_>>().join(" ")
        }
        other => other.to_string(),
    }
}
