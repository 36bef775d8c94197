//! Whether a value is written into an edition file, and how: years move with it to the next one.

use super::editor::YEARS_OF_BENCHMARKS;
use crate::edition::expand::template;
use serde_json::Value;

/// What every edition file gives itself.
pub(super) const OWN: [&str; 7] = [
    "year",
    "deadline",
    "notice.number",
    "notice.title",
    "notice.issuer",
    "notice.issued_on",
    "notice.contact",
];

/// Whether an edition gives this itself, rather than take it over.
pub(super) fn is_own(path: &str) -> bool {
    OWN.contains(&path)
}

/// A value with its years as those of the edition and before it.
pub(super) fn moving(path: &str, value: Value, year: u16) -> Value {
    match value {
        _ if is_own(path) => value,
        Value::String(text) if path == YEARS_OF_BENCHMARKS => alone(&text, year).into(),
        Value::String(text) => template(&text, year).into(),
        Value::Array(items) => items.into_iter().map(|item| moving(path, item, year)).collect(),
        Value::Object(map) => map.into_iter().map(|(key, item)| (key, moving(path, item, year))).collect(),
        other => other,
    }
}

/// A year that stands by itself.
fn alone(text: &str, year: u16) -> String {
    let named = ["{year}", "{year-1}", "{year-2}", "{year-3}"];
    let back = text.parse::<u16>().ok().and_then(|number| year.checked_sub(number));
    back.and_then(|back| named.get(usize::from(back)))
        .map_or_else(|| text.to_owned(), |name| (*name).to_owned())
}
