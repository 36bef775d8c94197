//! Certain repairs of what the rules find.

use crate::form::rich_text::Replacement;
use serde::Serialize;
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
    pub(super) passage: usize,
    /// From the first to the last.
    #[serde(skip)]
    pub(super) edits: Vec<Edit>,
    /// How many paragraphs from the block on become items of the list above it.
    #[serde(skip)]
    pub(super) joined: usize,
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

/// How an empty field is shown.
const NOTHING: &str = "（空）";

/// How far the changes that are shown may reach, in bytes.
const SHOWN: usize = 90;

impl Fix {
    /// A field that is to hold another text.
    pub(super) fn rewrite(typed: &str, text: impl Into<String>) -> Fix {
        let text = text.into();
        Fix {
            label: format!("改为“{text}”"),
            before: if typed.trim().is_empty() { NOTHING.into() } else { typed.trim().to_owned() },
            after: text.clone(),
            passage: 0,
            edits: vec![Edit { bytes: 0..typed.len(), with: Replacement::Words(text.clone()), shown: text }],
            joined: 0,
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
        Some(Fix { label: label.into(), before, after, passage, edits, joined: 0 })
    }

    /// Paragraphs that become items of the list above the first of them.
    pub(super) fn join(label: &str, before: String, after: String, joined: usize) -> Fix {
        Fix { label: label.into(), before, after, passage: 0, edits: Vec::new(), joined }
    }

    /// Where in its block it begins.
    pub(super) fn place(&self) -> (usize, usize) {
        (self.passage, self.edits.first().map_or(0, |edit| edit.bytes.start))
    }

    /// Whether both change the same words, or one lies between the changes of the other.
    pub(super) fn touches(&self, other: &Fix) -> bool {
        let end = |fix: &Fix| fix.edits.last().map_or(0, |edit| edit.bytes.end);
        self.passage == other.passage && self.place().1 < end(other) && other.place().1 < end(self)
    }
}
