//! Finding words in running text, with what stands around them.

use crate::rules::clauses::ENDS;
use crate::rules::{Passage, PassageKind};

/// What ends a phrase.
const PHRASE_ENDS: [char; 12] = ['。', '；', '！', '？', ';', '\n', '，', ',', '：', '（', '）', '、'];

/// A word in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit<'a> {
    /// The text before the word.
    pub before: &'a str,
    /// The word.
    pub word: &'a str,
    /// The text behind the word.
    pub behind: &'a str,
}

/// Every place of a word in a text.
pub(super) fn hits<'a>(text: &'a str, word: &str) -> impl Iterator<Item = Hit<'a>> {
    // Whether a word stands there at all is told several times faster than where.
    let places = text.contains(word).then(|| text.match_indices(word)).into_iter().flatten();
    places.map(|(at, found)| Hit { before: &text[..at], word: found, behind: &text[at + found.len()..] })
}

impl<'a> Hit<'a> {
    /// What stands before the word in its phrase.
    pub fn lead(&self) -> &'a str {
        after_last(self.before, &PHRASE_ENDS)
    }

    /// What stands before the word in its clause.
    pub fn clause_lead(&self) -> &'a str {
        after_last(self.before, &ENDS)
    }

    /// What stands behind the word in its phrase.
    pub fn tail(&self) -> &'a str {
        self.behind.split(PHRASE_ENDS).next().unwrap_or_default()
    }

    /// What stands behind the word in its clause.
    pub fn clause_tail(&self) -> &'a str {
        self.behind.split(ENDS).next().unwrap_or_default()
    }

    /// Whether one of these stands in the clause, before or behind the word.
    pub fn clause_has(&self, words: &[&str]) -> bool {
        has(self.clause_lead(), words) || has(self.clause_tail(), words)
    }
}

fn after_last<'a>(text: &'a str, ends: &[char]) -> &'a str {
    text.rsplit(ends).next().unwrap_or_default()
}

/// Whether one of these words stands in the text.
pub(super) fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether the text ends in one of these.
pub(super) fn ends_in(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

/// Whether the text begins with one of these.
pub(super) fn begins_with(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

/// The last characters of a text, at most so many.
pub(super) fn last_chars(text: &str, most: usize) -> &str {
    let start = text.char_indices().rev().take(most).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

/// The first characters of a text, at most so many.
pub(super) fn first_chars(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(at, _)| &text[..at])
}

/// Whether a passage is running text: a paragraph or a list item, no heading, cell or caption.
pub(super) fn is_prose(passage: &Passage) -> bool {
    matches!(passage.kind, PassageKind::Paragraph | PassageKind::ListItem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hit_knows_its_phrase_and_its_clause() {
        let hit = hits("甲。乙，丙丁戊，己；庚", "丁").next().unwrap();
        assert_eq!((hit.lead(), hit.clause_lead()), ("丙", "乙，丙"));
        assert_eq!((hit.tail(), hit.clause_tail()), ("戊", "戊，己"));
        assert!(hit.clause_has(&["己"]) && !hit.clause_has(&["甲", "庚"]));
    }

    #[test]
    fn the_last_characters_are_cut_between_characters() {
        assert_eq!(last_chars("甲乙丙", 2), "乙丙");
        assert_eq!(last_chars("甲", 5), "甲");
        assert_eq!(last_chars("", 5), "");
    }
}
