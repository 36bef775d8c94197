//! Where two editions say different things.

use super::Difference;
use crate::edition::{Edition, key_in_words};
use serde_json::{Map, Value, json};

/// What is told otherwise, or is no text of the form.
const PASSED_OVER: [&str; 2] = ["rule", "clause"];

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

/// The terms of an edition file, in words.
const TERMS: [(&str, &str); 4] = [
    ("higher", "越高越好"),
    ("lower", "越低越好"),
    ("provincial", "省级质量标杆征集"),
    ("national", "全国质量标杆推荐"),
];

/// Everything that the edition `to` says and `from` does not, and the other way round, in the order of the form.
pub(super) fn between(from: &Edition, to: &Edition) -> Vec<Difference> {
    let value = |edition: &Edition| serde_json::to_value(edition).expect("an edition is plain data");
    let (from, to) = (value(from), value(to));
    let mut differences = Vec::new();
    for (key, what) in PARTS {
        if let (Value::Object(before), Value::Object(after)) = (&from[key], &to[key]) {
            objects(before, after, what, &mut differences);
        }
    }
    lists(&criteria(&from["criteria"]), &criteria(&to["criteria"]), "征集标准", &mut differences);
    differences
}

/// The criteria of all groups, without what only helps to find answers to them.
fn criteria(groups: &Value) -> Vec<Value> {
    let items = |group: &Value| {
        let items = group["items"].as_array().cloned().unwrap_or_default();
        let shown = |item: Value| {
            let [key, name, text] = ["key", "name", "text"].map(|field| item[field].clone());
            json!({ "group": group["title"], "key": key, "name": name, "text": text })
        };
        items.into_iter().map(shown).collect::<Vec<_>>()
    };
    groups.as_array().map(Vec::as_slice).unwrap_or_default().iter().flat_map(items).collect()
}

fn compare(before: &Value, after: &Value, what: &str, differences: &mut Vec<Difference>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            objects(before, after, &within(what, before), differences);
        }
        (Value::Array(before), Value::Array(after)) => lists(before, after, what, differences),
        _ if before == after => {}
        _ => add(text(before), text(after), what, differences),
    }
}

/// What is within an entry, by the name that the user knows it by.
fn within(what: &str, entry: &Map<String, Value>) -> String {
    let name = ["name", "title", "label", "section"].iter().find_map(|key| entry.get(*key)?.as_str());
    let name = name.and_then(|name| name.lines().next()).filter(|name| !name.is_empty());
    name.map_or_else(|| what.to_owned(), |name| format!("{what} {name}"))
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
        let named = key_in_words(key).map(|name| format!("{what} {name}"));
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
    ["key", "section", "rule"].into_iter().find_map(|key| entry[key].as_str())
}

fn add(before: String, after: String, what: &str, differences: &mut Vec<Difference>) {
    if before != after {
        let [before, after] = [before, after].map(|text| text.replace("{organization}", "组织全称"));
        differences.push(Difference { what: what.into(), before, after });
    }
}

/// A value as it is read: of an entry its words.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => {
            TERMS.iter().find(|(term, _)| term == text).map_or(text.as_str(), |(_, words)| words).to_owned()
        }
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join("、"),
        Value::Object(map) => {
            let words =
                map.iter().filter(|(key, _)| !["key", "rule", "better", "clause"].contains(&key.as_str()));
            let words = words.map(|(_, value)| text(value)).filter(|text| !text.is_empty());
            words.collect::<Vec<_>>().join(" ")
        }
        other => other.to_string(),
    }
}
