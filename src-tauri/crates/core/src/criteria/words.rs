//! The words by which a text is seen to answer a criterion.

use crate::edition::Criterion;

/// Whether a heading or a caption has one of the words.
pub(super) fn has_word(criterion: &Criterion, text: &str) -> bool {
    criterion.words.iter().any(|word| is_in(word, text))
}

/// The first clause of a text that has one of the words: what makes 推广 an answer stands beside it, not a sentence on.
pub(super) fn clause<'t>(criterion: &Criterion, text: &'t str) -> Option<&'t str> {
    let mut clauses = text.split(['，', '。', '；', '：', '\n']).map(str::trim);
    clauses.find(|clause| has_word(criterion, clause))
}

/// The first few of the words, as one says them: 共性、推广、借鉴、带动.
pub(super) fn topics(criterion: &Criterion) -> String {
    /// More are not told.
    const TOLD: usize = 4;
    let topics = criterion.words.iter().filter_map(|word| word.split([' ', '|']).next());
    topics.take(TOLD).collect::<Vec<_>>().join("、")
}

/// `推广 行业|同行 !不` is in a text that has 推广, and 行业 or 同行, and no 不.
fn is_in(word: &str, text: &str) -> bool {
    let has = |part: &str| part.split('|').any(|one| text.contains(one));
    word.split(' ').all(|part| part.strip_prefix('!').map_or_else(|| has(part), |none| !has(none)))
}
