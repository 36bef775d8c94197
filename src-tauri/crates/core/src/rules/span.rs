//! The very words that a finding is about.

use super::clauses::around;
use serde::Serialize;
use std::ops::Range;

/// Some words of a passage of the 典型经验, or of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Span {
    /// Which passage of its block, from 0: a list has one an item's paragraph, a table its caption and then one a
    /// cell's paragraph. 0 in a field.
    pub passage: usize,
    /// Where it begins in the plain text, in UTF-16 code units, as the window counts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The words.
    pub words: String,
    /// What stands before them in their clause, shortened.
    pub before: String,
    /// What stands behind them in their clause, shortened.
    pub after: String,
    /// The clause they stand in, where they stand in one.
    #[serde(skip)]
    pub(super) clause: String,
}

impl Span {
    /// The words at these bytes of the plain text of a passage; `passage` is its place in its block.
    pub(super) fn of(passage: usize, text: &str, bytes: Range<usize>) -> Span {
        let units = |text: &str| text.encode_utf16().count();
        let (start, words) = (units(&text[..bytes.start]), &text[bytes.clone()]);
        let clause = around(text, &bytes);
        Span {
            passage,
            start,
            end: start + units(words),
            words: words.to_owned(),
            before: shortened(text[clause.start..bytes.start].trim_start(), End::Front),
            after: shortened(text[bytes.end..clause.end].trim_end(), End::Back),
            clause: text[clause].trim().to_owned(),
        }
    }

    /// Words that were found at these bytes of a text which is `text` character by character, in half width.
    pub(super) fn in_folded(passage: usize, text: &str, folded: &str, bytes: Range<usize>) -> Span {
        let place = |byte: usize| {
            let characters = folded[..byte].chars().count();
            text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at)
        };
        Span::of(passage, text, place(bytes.start)..place(bytes.end))
    }

    /// A part of a passage: `words` is a slice of `text`.
    pub(super) fn slice(passage: usize, text: &str, words: &str) -> Option<Span> {
        let start = (words.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        (start + words.len() <= text.len()).then(|| Span::of(passage, text, start..start + words.len()))
    }
}

/// Which end of a text is cut off.
enum End {
    Front,
    Back,
}

/// How much of the clause is shown on each side of the words, in characters.
const SHOWN: usize = 12;

fn shortened(text: &str, cut: End) -> String {
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    match cut {
        End::Front => {
            let at = text.char_indices().rev().take(SHOWN).last().map_or(0, |(at, _)| at);
            format!("…{}", &text[at..])
        }
        End::Back => text.chars().take(SHOWN).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_lie_where_the_window_counts() {
        let text = "甲。𠮷字“XX”，乙；丙";
        let at = text.find("XX").unwrap();
        let span = Span::of(2, text, at..at + 2);
        assert_eq!((span.passage, span.start, span.end), (2, 6, 8));
        assert_eq!((span.words.as_str(), span.clause.as_str()), ("XX", "𠮷字“XX”，乙"));
        assert_eq!(Span::slice(2, text, &text[at..at + 2]), Some(span));
    }
}
