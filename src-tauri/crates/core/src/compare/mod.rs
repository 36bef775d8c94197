//! Two states side by side (比较): field by field, row by row, and in the text block by block.

mod align;
mod changes;
mod lines;
mod tracked;
mod words;

pub use changes::{ChangeLine, Changes, TrackedSection};
pub use lines::{LineKind, PrintedLine, printed_lines};
pub use tracked::{Fate, TrackedLine, TrackedPiece, track};

use crate::edition::Edition;
use crate::form::Content;
use crate::form::map::{Path, RowIdentity};
use align::{Match, align};
use serde_json::Value;

/// Something in which two states differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where: in the later state, or in the earlier one if it was removed.
    pub place: Path,
    /// The place in the user's words: `经济和质量效益统计表 资产总额 2024年`.
    pub label: String,
    /// What happened to it.
    pub kind: DifferenceKind,
    /// What stood there, shortened; empty if nothing did. Of what moved, where it stood.
    pub before: String,
    /// What stands there now, shortened; empty if nothing does. Of what moved, where it stands.
    pub after: String,
}

/// What happened to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DifferenceKind {
    /// It has another value or text.
    Changed,
    /// It has the same words in another form: bold, a heading's level, a picture's width.
    Formatted,
    /// A row, block or file that was not there.
    Added,
    /// A row, block or file that is there no longer.
    Removed,
    /// A row or block that stands elsewhere among the others.
    Moved,
}

/// In what two states differ, in the order of the form; in lists in the order of the later one, each list's removed
/// ones last.
pub fn compare(before: &Content, after: &Content, edition: &Edition) -> Vec<Difference> {
    let json = |content: &Content| serde_json::to_value(content).expect("content is plain data");
    let mut comparison = Comparison { edition, before, after, found: Vec::new() };
    comparison.value(&Path::default(), &json(before), &json(after));
    comparison.found
}

struct Comparison<'a> {
    edition: &'a Edition,
    before: &'a Content,
    after: &'a Content,
    found: Vec<Difference>,
}

impl Comparison<'_> {
    fn value(&mut self, path: &Path, before: &Value, after: &Value) {
        match (before, after) {
            (before, after) if before == after => {}
            (Value::Object(_), _) | (_, Value::Object(_)) if !words::is_whole(path) => {
                self.fields(path, before, after);
            }
            (Value::Array(_), _) | (_, Value::Array(_)) if RowIdentity::of(path).is_some() => {
                self.rows(path, before, after);
            }
            _ => self.changed(path, before, after),
        }
    }

    /// What one of them lacks is as if it were not filled in.
    fn fields(&mut self, path: &Path, before: &Value, after: &Value) {
        let keys = |value: &Value| -> Vec<String> {
            value.as_object().map(|object| object.keys().cloned().collect()).unwrap_or_default()
        };
        let mut all = keys(after);
        all.extend(keys(before).into_iter().filter(|key| after.get(key).is_none()));
        for key in all {
            let field = |value: &Value| value.get(&key).cloned().unwrap_or_default();
            self.value(&path.key(&key), &field(before), &field(after));
        }
    }

    fn rows(&mut self, path: &Path, before: &Value, after: &Value) {
        let Some(identity) = RowIdentity::of(path) else { return };
        let elements = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let (before, after) = (elements(before), elements(after));
        for matched in align(&before, &after, identity) {
            match matched {
                Match::Added(index) => {
                    self.push(&path.index(index), DifferenceKind::Added, &Value::Null, &after[index]);
                }
                Match::Removed(index) => {
                    self.push(&path.index(index), DifferenceKind::Removed, &before[index], &Value::Null);
                }
                Match::Both { before: old, after: index, moved } => {
                    let (from, path) = (path.index(old), path.index(index));
                    let (old, new) = (&before[old], &after[index]);
                    if moved {
                        self.moved(&from, &path, new);
                    }
                    match identity {
                        RowIdentity::Text if old != new => self.changed(&path, old, new),
                        RowIdentity::Text => {}
                        _ => self.value(&path, old, new),
                    }
                }
            }
        }
    }

    /// What moved is told by where it stood and where it stands; some words of a text tell what it is.
    fn moved(&mut self, from: &Path, to: &Path, row: &Value) {
        let text = if to.is_block() { words::text(row) } else { String::new() };
        let told = |path: &Path| {
            let place = path.row_in_words().unwrap_or_default();
            if text.is_empty() { place } else { format!("{place}：{text}") }
        };
        self.tell(to, DifferenceKind::Moved, &told(from), &told(to));
    }

    fn changed(&mut self, path: &Path, before: &Value, after: &Value) {
        let [old, new] = self.words(path, before, after);
        let kind = match (old == new, old.is_empty()) {
            (false, _) if before.is_null() && after.is_object() => DifferenceKind::Added,
            (false, _) if before.is_object() && after.is_null() => DifferenceKind::Removed,
            // `null`, a missing key and the empty text all mean "not filled in".
            (true, true) if !path.is_block() => return,
            (true, _) => DifferenceKind::Formatted,
            (false, _) => DifferenceKind::Changed,
        };
        self.push(path, kind, before, after);
    }

    fn push(&mut self, path: &Path, kind: DifferenceKind, before: &Value, after: &Value) {
        let [before, after] = self.words(path, before, after);
        self.tell(path, kind, &before, &after);
    }

    fn words(&self, path: &Path, before: &Value, after: &Value) -> [String; 2] {
        [(before, self.before), (after, self.after)]
            .map(|(value, content)| words::words(path, value, content, self.edition))
    }

    fn tell(&mut self, path: &Path, kind: DifferenceKind, before: &str, after: &str) {
        let (before, after) = words::shorten(before, after);
        // A removed place is one of the earlier state.
        let holding = if kind == DifferenceKind::Removed { self.before } else { self.after };
        let label = path.field_in_words(self.edition, holding);
        self.found.push(Difference { place: path.clone(), label, kind, before, after });
    }
}

#[cfg(test)]
mod tests;
