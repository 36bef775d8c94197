//! The sentences of a text.

/// The sentences, with the marks that end them and without blanks around them.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['。', '！', '？', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_with_their_marks() {
        assert_eq!(sentences("甲。乙！\n丙；丁").collect::<Vec<_>>(), ["甲。", "乙！", "丙；丁"]);
    }
}
