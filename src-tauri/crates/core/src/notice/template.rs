//! The texts of an edition, and their years as `{year-1}` written for another year.

use serde_json::Value;

/// Writes the years of a template.
pub(super) fn expanded(text: &str, year: u16) -> String {
    (0..=3).fold(text.to_owned(), |text, back| text.replace(&named(back), &format!("{}年", year - back)))
}

fn named(back: u16) -> String {
    match back {
        0 => "{year}年".into(),
        _ => format!("{{year-{back}}}年"),
    }
}

/// Every text below `value` with its path, such as `application.pledge.promises[1]`; lists of tables are passed over.
pub(super) fn texts(value: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    below(value, "", &mut found);
    found
}

fn below(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => found.push((path.to_owned(), text.clone())),
        Value::Object(table) => {
            table.iter().for_each(|(key, value)| {
                below(value, format!("{path}.{key}").trim_start_matches('.'), found)
            });
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate().filter(|(_, item)| item.is_string()) {
                below(item, &format!("{path}[{index}]"), found);
            }
        }
        _ => {}
    }
}
