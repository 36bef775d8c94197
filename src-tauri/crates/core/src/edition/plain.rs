//! Texts of an edition, which comes from anyone: plain ones, of a length that a form has.

use super::contents::Edition;
use toml::Value;

/// A key and what is wrong there.
pub(super) type Fault = (String, String);

/// The longest text, in characters: the guidance of a section has some two hundred.
const LONGEST: usize = 2_000;

/// The longest list: the industries of the national standard are ninety-seven, in twenty sections.
const MOST_ITEMS: usize = 300;

/// Texts that may be empty. All others are printed as labels, or ask for something.
const MAY_BE_EMPTY: [&str; 17] = [
    "number",
    "contact",
    "online_form",
    "mail_to",
    "mail_subject",
    "upload_note",
    "clause",
    "benchmark_clause",
    "name_clause",
    "format_clause",
    "annex",
    "not_applicable",
    "note",
    "guidance",
    "name_guidance",
    "wants",
    "unit",
];

/// The texts that are no plain ones, too long, or empty; with years that were not written in; and lists too long.
pub(super) fn faults(edition: &Edition) -> Vec<Fault> {
    let mut faults = Vec::new();
    if let Ok(value) = Value::try_from(edition) {
        below(&value, "", &mut faults);
    }
    faults
}

fn below(value: &Value, key: &str, faults: &mut Vec<Fault>) {
    let mut add = |reason: String| faults.push((key.to_owned(), reason));
    match value {
        Value::String(text) => drop(wrong(text, key).map(add)),
        Value::Array(items) if items.len() > MOST_ITEMS => add(format!("太多，最多 {MOST_ITEMS} 项")),
        Value::Array(items) => items.iter().for_each(|item| below(item, key, faults)),
        Value::Table(table) => table.iter().for_each(|(name, item)| {
            // What is in a row of a list is told at the list.
            let inside = format!("{key}.{name}");
            below(item, inside.trim_start_matches('.'), faults);
        }),
        _ => {}
    }
}

fn wrong(text: &str, key: &str) -> Option<String> {
    let name = key.rsplit('.').next().unwrap_or_default();
    if text.contains("{year") {
        return Some("年度只能写 {year}、{year-1}、{year-2} 或 {year-3}".into());
    }
    if let Some(strange) = text.chars().find(|c| is_unprinted(*c)) {
        return Some(format!("有不能打印的字符（U+{:04X}），请删去", u32::from(strange)));
    }
    if text.chars().count() > LONGEST {
        return Some(format!("太长，最多 {LONGEST} 字"));
    }
    let is_label = !MAY_BE_EMPTY.contains(&name);
    (is_label && text.trim().is_empty()).then(|| "不能为空".into())
}

/// Controls other than the end of a line, and marks that turn the direction of what follows.
fn is_unprinted(c: char) -> bool {
    let is_direction =
        matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (c.is_control() && c != '\n') || is_direction
}
