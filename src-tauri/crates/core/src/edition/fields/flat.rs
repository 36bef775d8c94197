//! An edition as one list of keys and values.

use crate::edition::Edition;
use serde_json::{Map, Value, json};

/// What an edition gives itself, other than by a person typing it, or cannot be typed without a second thought.
const PASSED_OVER: [&str; 5] = ["id", "expected_deadline", "preliminary", "derived", "also_to"];

/// Every value of an edition by its key, in the order of the notice; a list is one value.
pub(super) fn flat(edition: &Edition) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    let value = serde_json::to_value(edition).expect("an edition is plain data");
    below(value, "", &mut found);
    found
}

fn below(value: Value, path: &str, found: &mut Vec<(String, Value)>) {
    let Value::Object(map) = value else { return found.push((path.to_owned(), value)) };
    for (key, value) in map.into_iter().filter(|(key, _)| !PASSED_OVER.contains(&key.as_str())) {
        below(value, format!("{path}.{key}").trim_start_matches('.'), found);
    }
}

/// The value at a key.
pub(super) fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(value, |value, key| value.get(key))
}

/// Puts a value at a key, with the tables above it.
pub(super) fn put(file: &mut Value, path: &str, value: Value) {
    let mut place = file;
    for key in path.split('.') {
        if !place.is_object() {
            *place = json!(Map::new());
        }
        place = place.as_object_mut().expect("just made one").entry(key).or_insert(Value::Null);
    }
    *place = value;
}
