//! Certain repairs of what the rules find.

use super::finding::Finding;
use crate::form::rich_text::Replacement;
use crate::form::{Assignment, Content, Path, Text};
use serde::Serialize;
use serde_json::Value;
use std::ops::Range;

/// A certain repair: what it does, and how it reads before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Fix {
    /// What it does, in a few words: `改为全角标点`.
    pub label: String,
    /// What reads otherwise afterwards.
    pub before: String,
    /// How it reads then.
    pub after: String,
    /// Which of its block's passages it changes.
    #[serde(skip)]
    passage: usize,
    /// From the first to the last.
    #[serde(skip)]
    edits: Vec<Edit>,
}

/// One change of a plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Which bytes of it.
    pub bytes: Range<usize>,
    /// What is put there.
    pub with: Replacement,
    /// How that reads.
    pub shown: String,
}

/// How much of the text is shown before the first change and behind the last, in characters.
const AROUND: usize = 5;

/// How far the changes that are shown may reach, in bytes.
const SHOWN: usize = 90;

impl Fix {
    /// A field that is to hold another text.
    pub(super) fn rewrite(typed: &str, text: impl Into<String>) -> Fix {
        let text = text.into();
        Fix {
            label: format!("改为“{text}”"),
            before: typed.trim().to_owned(),
            after: text.clone(),
            passage: 0,
            edits: vec![Edit { bytes: 0..typed.len(), with: Replacement::Words(text.clone()), shown: text }],
        }
    }

    /// The same, where it is not what stands there already.
    pub(super) fn rewrite_if(typed: &str, text: Option<String>) -> Option<Fix> {
        text.filter(|text| text != typed).map(|text| Fix::rewrite(typed, text))
    }

    /// Changes of a passage or a field, from the first to the last; of many the first ones are shown.
    pub(super) fn edit(label: &str, passage: usize, text: &str, edits: Vec<Edit>) -> Option<Fix> {
        let first = edits.first()?.bytes.start;
        let shown: Vec<&Edit> = edits.iter().take_while(|edit| edit.bytes.end - first <= SHOWN).collect();
        let last = shown.last().map_or(edits[0].bytes.end, |edit| edit.bytes.end);
        let from = text[..first].char_indices().rev().take(AROUND).last().map_or(first, |(at, _)| at);
        let to = text[last..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| last + at);
        let mut after = text[from..to].to_owned();
        for Edit { bytes, shown, .. } in shown.into_iter().rev() {
            after.replace_range(bytes.start - from..bytes.end - from, shown);
        }
        let around = |part: &str| {
            let (lead, tail) = (if from > 0 { "…" } else { "" }, if to < text.len() { "…" } else { "" });
            format!("{lead}{part}{tail}")
        };
        let (before, after) = (around(&text[from..to]), around(&after));
        Some(Fix { label: label.into(), before, after, passage, edits })
    }

    /// Where in its block it begins.
    fn place(&self) -> (usize, usize) {
        (self.passage, self.edits.first().map_or(0, |edit| edit.bytes.start))
    }

    /// Whether both change the same words, or one lies between the changes of the other.
    fn touches(&self, other: &Fix) -> bool {
        let end = |fix: &Fix| fix.edits.last().map_or(0, |edit| edit.bytes.end);
        self.passage == other.passage && self.place().1 < end(other) && other.place().1 < end(self)
    }
}

/// Repairs what these findings of the content say, all that have a fix; gives those that it repaired, in their order.
pub fn repair<'f>(content: &mut Content, findings: &[&'f Finding]) -> Vec<&'f Finding> {
    let mut fixable: Vec<(&Finding, &Fix)> =
        findings.iter().filter_map(|finding| Some((*finding, finding.fix.as_ref()?))).collect();
    // From the end, so that what lies before keeps its place.
    fixable.sort_by(|one, other| other.0.path.cmp(&one.0.path).then(other.1.place().cmp(&one.1.place())));
    let mut repaired: Vec<(&Finding, &Fix)> = Vec::new();
    for (finding, fix) in fixable {
        let is_clear = |(other, done): &(&Finding, &Fix)| other.path != finding.path || !fix.touches(done);
        if repaired.iter().all(is_clear) && apply(content, &finding.path, fix) {
            repaired.push((finding, fix));
        }
    }
    repaired.into_iter().rev().map(|(finding, _)| finding).collect()
}

fn apply(content: &mut Content, path: &Path, fix: &Fix) -> bool {
    match path.in_section() {
        Some(_) => in_text(content, path, fix),
        None => in_field(content, path, fix).is_some(),
    }
}

fn in_text(content: &mut Content, path: &Path, fix: &Fix) -> bool {
    let Some(block) = content.experience.block_mut(path) else { return false };
    let mut changed = block.clone();
    let done =
        fix.edits.iter().rev().all(|edit| changed.replace(fix.passage, edit.bytes.clone(), &edit.with));
    if done {
        *block = changed;
    }
    done
}

fn in_field(content: &mut Content, path: &Path, fix: &Fix) -> Option<()> {
    let json = content.json_around(path);
    let mut text = json.pointer(&path.pointer()).and_then(Value::as_str).unwrap_or_default().to_owned();
    for Edit { bytes, with, .. } in fix.edits.iter().rev() {
        let Replacement::Words(words) = with else { return None };
        text.get(bytes.clone())?;
        text.replace_range(bytes.clone(), words);
    }
    let value = Value::from(Text::from(text).as_str());
    *content = content.assigned(vec![Assignment { path: path.clone(), value }]).ok()?;
    Some(())
}
