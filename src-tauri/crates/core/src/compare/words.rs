//! Values as short texts.

use crate::edition::{Edition, EvidenceCategory};
use crate::form::map::{Path, PathStep, Root};
use crate::form::{Content, Grade};
use serde_json::Value;

/// The most characters of a text that are shown.
const SHOWN: usize = 120;

/// How many of them stand before the first that differs, and behind the last.
const AROUND: usize = 20;

/// Whether the object at a place is compared as a whole: a file is one thing to the user, and why a warning stands.
pub(super) fn is_whole(path: &Path) -> bool {
    let is_file = path.root_key() == Some(Root::Attachments) && path.steps().count() == 2;
    let is_answer = path.root_key() == Some(Root::Acknowledged) && path.steps().count() == 2;
    is_file || is_answer || path.is_block()
}

/// A value of a content in the user's words; empty if nothing is filled in.
pub(super) fn words(path: &Path, value: &Value, content: &Content, edition: &Edition) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => edition.application.declaration.yes.clone(),
        Value::Bool(false) => edition.application.declaration.no.clone(),
        // The only number is how a page of the evidence is turned.
        Value::Number(number) => format!("顺时针{number}度"),
        Value::String(id) if are_files(path) => match content.attachments.get(id) {
            Some(file) => file.name.to_string(),
            None => id.clone(),
        },
        Value::String(text) => choice(path, text, edition).unwrap_or_else(|| text.clone()),
        Value::Array(elements) => {
            let words: Vec<String> =
                elements.iter().map(|value| words(path, value, content, edition)).collect();
            words.join("、")
        }
        Value::Object(_) if path.root_key() == Some(Root::Experience) => text(value),
        Value::Object(answer) if path.root_key() == Some(Root::Acknowledged) => {
            let said = |key: &str| answer.get(key).and_then(Value::as_str).unwrap_or_default();
            format!("{}：{}", said("rule"), said("reason"))
        }
        Value::Object(row) => {
            let named = ["name", "item", "title", "product", "words"]
                .iter()
                .filter_map(|key| row.get(*key)?.as_str());
            named.into_iter().find(|name| !name.trim().is_empty()).unwrap_or_default().to_owned()
        }
    }
}

/// Whether ids of files stand at a place.
pub(super) fn are_files(path: &Path) -> bool {
    let of_item = path.root_key() == Some(Root::Evidence) && path.last() == Some(PathStep::Key("files"));
    of_item || path.root_key() == Some(Root::SignedPages)
}

/// A choice from a list, as the form prints it.
fn choice(path: &Path, key: &str, edition: &Edition) -> Option<String> {
    let market = &edition.application.market;
    let Some(PathStep::Key(field)) = path.last() else { return None };
    let label: &str = match (field, key) {
        ("track", "provincial") => &edition.tracks.provincial.label,
        ("track", "national") => &edition.tracks.national.label,
        ("method", "self") => &market.self_assessment,
        ("method", "third_party") => &market.third_party,
        ("direction", key) => {
            let directions = edition.application.declaration.directions.all();
            directions.into_iter().find(|(direction, _)| named(direction) == key)?.1
        }
        ("grade", key) => Grade::ALL.into_iter().find(|grade| named(grade) == key)?.label(),
        ("category", key) => {
            let category: EvidenceCategory = serde_json::from_value(key.into()).ok()?;
            edition.evidence.category_label(category)
        }
        _ => return None,
    };
    Some(label.to_owned())
}

/// The name of a choice in the content.
fn named(choice: &impl serde::Serialize) -> String {
    serde_json::to_value(choice).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The words of a block: its texts, and its caption.
pub(super) fn text(block: &Value) -> String {
    let mut text = String::new();
    gather(block, &mut text);
    text.trim().to_owned()
}

fn gather(node: &Value, text: &mut String) {
    let kind = node.get("type").and_then(Value::as_str).unwrap_or_default();
    if kind == "text" {
        text.push_str(node.get("text").and_then(Value::as_str).unwrap_or_default());
        return;
    }
    // Cells, items and paragraphs within one another stand apart; a line break is a blank too.
    if !text.is_empty() && !text.ends_with(' ') && kind != "crossReference" {
        text.push(' ');
    }
    text.push_str(node.pointer("/attrs/caption").and_then(Value::as_str).unwrap_or_default());
    for child in node.get("content").and_then(Value::as_array).into_iter().flatten() {
        gather(child, text);
    }
}

/// Two texts cut down to about where they differ.
pub(super) fn shorten(before: &str, after: &str) -> (String, String) {
    let counts = [before, after].map(|text| text.chars().count());
    let same = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
    let ends_same = before.chars().rev().zip(after.chars().rev()).take_while(|(a, b)| a == b).count();
    // What begins and ends the same does not overlap.
    let ends_same = ends_same.min(counts[0].min(counts[1]) - same);
    let is_cut = before != after && counts.iter().any(|count| *count > SHOWN);
    let left_off = |same: usize| if is_cut { same.saturating_sub(AROUND) } else { 0 };
    let (start, end) = (left_off(same), left_off(ends_same));
    let cut = |text: &str, count: usize| {
        let lead = if start > 0 && !text.is_empty() { "…" } else { "" };
        let length = (count - start - end).min(SHOWN);
        let shown: String = text.chars().skip(start).take(length).collect();
        let rest = if count > start + length { "…" } else { "" };
        format!("{lead}{shown}{rest}")
    };
    (cut(before, counts[0]), cut(after, counts[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(before: &str, after: &str, expected: [&str; 2]) {
        let (before, after) = shorten(before, after);
        assert_eq!([before.as_str(), after.as_str()], expected);
    }

    #[test]
    fn short_texts_are_shown_whole() {
        check("一二三", "一二四", ["一二三", "一二四"]);
        check("", "一", ["", "一"]);
    }

    #[test]
    fn of_long_texts_what_differs_is_shown_with_a_little_around_it() {
        let (head, tail) = ("前".repeat(100), "后".repeat(100));
        let around = ["前".repeat(AROUND), "后".repeat(AROUND)];
        let shown = |middle: &str| format!("…{}{middle}{}…", around[0], around[1]);
        let whole = |middle: &str| format!("{head}{middle}{tail}");
        check(&whole(""), &whole("补"), [&shown(""), &shown("补")]);
        check(&whole("九"), &whole("十一"), [&shown("九"), &shown("十一")]);
        // A word twice is a difference of one of them.
        let head = "前".repeat(130);
        check(&format!("{head}前"), &head, [&format!("…{}前", around[0]), &format!("…{}", around[0])]);
    }
}
