//! A 目录 that was typed: which lines of a document are its.

use crate::edition::Edition;

/// Reads the lines of a document from top to bottom.
#[derive(Debug)]
pub(crate) struct TypedContents<'e> {
    title: &'e str,
    is_open: bool,
}

impl<'e> TypedContents<'e> {
    pub fn of(edition: &'e Edition) -> Self {
        TypedContents { title: &edition.experience.contents, is_open: false }
    }

    /// Whether the next line is of the 目录: its title, or one of those behind it that end in a page.
    pub fn takes(&mut self, line: &str) -> bool {
        let words: String = line.chars().filter(|c| c.is_alphanumeric()).collect();
        self.is_open = words == self.title || self.is_open && (words.is_empty() || ends_in_page(line));
        self.is_open
    }
}

/// Whether a line ends in a number behind a gap or dots.
fn ends_in_page(line: &str) -> bool {
    let line = line.trim_end();
    let entry = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_gap = |c: char| c.is_whitespace() || matches!(c, '…' | '.' | '·' | '⋯' | '-' | '—');
    (1..=3).contains(&(line.len() - entry.len())) && entry.ends_with(is_gap) && !entry.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;

    #[test]
    fn a_typed_table_of_contents_ends_where_its_pages_do() {
        let editions = Editions::built_in();
        let mut contents = TypedContents::of(editions.latest());
        let mut check = |line: &str, expected: bool| assert_eq!(contents.takes(line), expected, "{line}");
        check("（一）策划 4", false);
        check("目  录", true);
        check("一、组织概况\t1", true);
        check("（一）策划 4", true);
        check("", true);
        check("（二）推进……12", true);
        check("一、组织概况", false);
        check("产量提高 12", false);
    }
}
