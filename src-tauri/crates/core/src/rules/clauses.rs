//! The clauses of a text, for what is said of its words: one ends with its sentence, or at a semicolon, behind which
//! another matter begins.

use std::ops::Range;

/// What ends a clause.
pub(super) const ENDS: [char; 8] = ['。', '；', '！', '？', ';', '!', '?', '\n'];

/// The clauses of a text, without what ends them.
pub(super) fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split(ENDS)
}

/// Which bytes of a text the clause takes that these stand in.
pub(super) fn around(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let width = |at: usize| text[at..].chars().next().map_or(0, char::len_utf8);
    let from = text[..bytes.start].rfind(ENDS).map_or(0, |at| at + width(at));
    let to = text[bytes.end..].find(ENDS).map_or(text.len(), |at| bytes.end + at);
    from..to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_in_one_of_the_clauses() {
        let text = "甲，乙。丙丁；戊！己?庚";
        assert_eq!(clauses(text).collect::<Vec<_>>(), ["甲，乙", "丙丁", "戊", "己", "庚"]);
        for (word, clause) in [("乙", "甲，乙"), ("丁", "丙丁"), ("戊", "戊"), ("庚", "庚")] {
            let at = text.find(word).unwrap();
            assert_eq!(&text[around(text, &(at..at + word.len()))], clause);
        }
    }
}
