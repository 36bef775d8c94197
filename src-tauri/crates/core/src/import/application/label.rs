//! Labels as people write them, and what stands behind one in its cell.

use super::fields::Field;
use super::sheet::Sheet;
use crate::import::words::normal;

/// A label with its field and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub field: Field,
    pub sheet: Sheet,
    /// Its spellings as they are compared, the longest first.
    spellings: Vec<Spelling>,
}

/// A way to write a label.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spelling {
    text: String,
    /// Without what stands in brackets, and how many characters that has.
    plain: String,
    length: usize,
}

/// The ways to write a label: whole, without its explanation, without its brackets.
fn spellings(label: &str, others: &[&str]) -> Vec<Spelling> {
    let whole = normal(label);
    let whole = whole.trim_end_matches(':').to_owned();
    let short = whole.split(':').next().unwrap_or_default().to_owned();
    let plain = without_brackets(&short);
    let mut all = vec![whole, short, plain];
    all.extend(others.iter().map(|other| normal(other)));
    all.sort_by_key(|spelling| std::cmp::Reverse(spelling.chars().count()));
    all.dedup();
    let spelling = |text: String| {
        let plain = without_brackets(&text);
        Spelling { length: plain.chars().count(), plain, text }
    };
    all.into_iter().map(spelling).collect()
}

/// Without what stands in brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0;
    let outside = |c: &char| {
        depth += i32::from(*c == '(');
        let is_outside = depth == 0;
        depth -= i32::from(*c == ')' && depth > 0);
        is_outside
    };
    text.chars().filter(outside).collect()
}

/// A text as labels are compared with it.
pub(super) struct Written<'t> {
    text: &'t str,
    line: String,
    /// Without what stands in brackets.
    plain: String,
    /// Likewise, what stands before a colon.
    head: String,
}

impl Written<'_> {
    pub fn of(text: &str) -> Written<'_> {
        let line = normal(text).trim_start_matches(['*', '※', '·']).to_owned();
        let plain = without_brackets(line.trim_end_matches(':'));
        let head = without_brackets(line.split(':').next().unwrap_or_default());
        Written { text, line, plain, head }
    }
}

impl Label {
    /// The label of a field as the form has it, with other ways to write it.
    pub fn of(field: Field, sheet: Sheet, label: &str, others: &[&str]) -> Label {
        Label { field, sheet, spellings: spellings(label, others) }
    }

    /// Whether a text is this label, or begins with it and goes on behind a colon or a tick.
    pub fn read(&self, written: &Written) -> Option<Option<String>> {
        let line = written.line.trim_end_matches(':');
        let is_it = |spelling: &Spelling| line == spelling.text || written.plain == spelling.text;
        if self.spellings.iter().any(is_it) || self.is_spelt_alike(&written.head) {
            return Some(None);
        }
        let begun = self.spellings.iter().find(|spelling| goes_on(&written.line, &spelling.text))?;
        behind(written.text, &begun.text).map(Some)
    }

    /// Whether words, as they are compared, are this label and no more.
    pub fn is(&self, words: &str) -> bool {
        let plain = without_brackets(words);
        self.spellings.iter().any(|spelling| spelling.text == words || spelling.text == plain)
    }

    /// Long labels are known though a word of them was changed.
    fn is_spelt_alike(&self, head: &str) -> bool {
        let letters = head.chars().count();
        let known = |Spelling { plain, length, .. }: &Spelling| {
            *length >= 9
                && letters >= 9
                && letters <= length + 4
                && (plain.ends_with(head) || head.ends_with(plain.as_str()))
        };
        self.spellings.iter().any(known)
    }
}

/// Whether a line goes on behind a label with a colon, or with brackets and a colon.
fn goes_on(line: &str, label: &str) -> bool {
    let Some(rest) = line.strip_prefix(label) else { return false };
    let rest = match rest.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        Some((_, rest)) => rest,
        None => rest,
    };
    rest.starts_with(':') || rest.starts_with(['□', '☑', '√', '☒', '■', '○', '●', '✓', '✔'])
}

/// What of the text as typed stands behind a label.
fn behind(text: &str, label: &str) -> Option<String> {
    let mut wanted = label.chars().peekable();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let Some(letter) = wanted.peek() else { break };
        if normal(&c.to_string()) == letter.to_string() {
            wanted.next();
            end = at + c.len_utf8();
        }
    }
    let rest = text[end..].trim_start();
    let rest = match rest.starts_with(['（', '(']) {
        true => rest.split_once(['）', ')']).map_or(rest, |(_, rest)| rest),
        false => rest,
    };
    Some(rest.trim_start().trim_start_matches(['：', ':']).to_owned())
}
