//! Finding a text anywhere in the content.

use crate::edition::Edition;
use crate::form::Content;
use crate::form::map::{PartKey, Path};
use serde_json::Value;

/// How much is shown before and after what was found, in characters.
const AROUND: usize = 16;

/// How many are given at most.
const MOST: usize = 500;

/// A text that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where it stands.
    pub path: Path,
    /// The part it stands in.
    pub part: PartKey,
    /// The same in the user's words.
    pub place: String,
    /// What stands before it.
    pub before: String,
    /// As it is written there.
    pub found: String,
    /// What stands after it.
    pub after: String,
}

/// What is part of the content and nobody typed.
const NOT_TEXT: [&str; 10] =
    ["edition", "track", "attachments", "acknowledged", "proves", "grade", "sha256", "type", "id", "key"];

/// Finds every place where `text` stands, letters large or small, in the order of the form.
pub fn find(content: &Content, edition: &Edition, text: &str) -> Vec<Hit> {
    let wanted: Vec<char> = text.trim().chars().flat_map(char::to_lowercase).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut search = Search { wanted, edition, hits: Vec::new() };
    search.value(&serde_json::to_value(content).expect("content is plain data"), &Path::default());
    search.hits
}

struct Search<'a> {
    wanted: Vec<char>,
    edition: &'a Edition,
    hits: Vec<Hit>,
}

impl Search<'_> {
    fn value(&mut self, value: &Value, path: &Path) {
        match value {
            Value::String(text) => self.text(text, path),
            Value::Array(list) => {
                list.iter().enumerate().for_each(|(index, value)| self.value(value, &path.index(index)));
            }
            Value::Object(map) => {
                let typed = map.iter().filter(|(key, _)| !NOT_TEXT.contains(&key.as_str()));
                typed.for_each(|(key, value)| self.value(value, &path.key(key)));
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, path: &Path) {
        let letters: Vec<char> = text.chars().collect();
        // A letter that becomes several when made small matches by the first of them.
        let small: Vec<char> = letters.iter().map(|c| c.to_lowercase().next().unwrap_or(*c)).collect();
        let mut from = 0;
        while let Some(at) = position(&small[from..], &self.wanted) {
            if self.hits.len() == MOST {
                return;
            }
            let (begin, end) = (from + at, from + at + self.wanted.len());
            let piece = |range: std::ops::Range<usize>| letters[range].iter().collect::<String>();
            self.hits.push(Hit {
                path: path.clone(),
                part: PartKey::of(path),
                place: path.in_words(self.edition),
                before: piece(begin.saturating_sub(AROUND)..begin),
                found: piece(begin..end),
                after: piece(end..(end + AROUND).min(letters.len())),
            });
            from = end;
        }
    }
}

fn position(text: &[char], wanted: &[char]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;

    #[test]
    fn a_text_is_found_wherever_it_stands() {
        let editions = Editions::built_in();
        let mut content = Content::empty(editions.latest());
        content.organization = "杭州甲公司，甲公司".into();
        content.declaration.contact.email = "Li@Example.com".into();
        let found = |text: &str| {
            let hits = find(&content, editions.latest(), text);
            hits.into_iter().map(|hit| (hit.path.to_string(), hit.before, hit.found)).collect::<Vec<_>>()
        };
        let organization = |before: &str| ("organization".to_owned(), before.to_owned(), "甲公司".to_owned());
        assert_eq!(found(" 甲公司 "), [organization("杭州"), organization("杭州甲公司，")]);
        assert_eq!(found("li@example")[0].2, "Li@Example");
        assert_eq!(found("provincial"), []);
        assert_eq!(found("  "), []);
    }
}
