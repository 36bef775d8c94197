//! A text before and after as one, with what was taken out and put in: as Word's 修订 keeps it.

use super::align::{Match, align_texts};
use super::lines::{LineKind, PrintedLine};
use crate::form::rich_text::Marks;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What became of a line or of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is in both.
    Kept,
    /// It is only in the later one.
    Added,
    /// It is only in the earlier one.
    Removed,
}

/// A line of either text, or of both.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackedLine {
    /// What it is.
    pub kind: LineKind,
    /// Whether the line itself came or went.
    pub fate: Fate,
    /// Where it stood in the earlier text, and where it stands in the later one, as far as it did and does.
    pub places: [Option<String>; 2],
    /// Whether it stands in both, but elsewhere among the others: then it is removed here and added there.
    pub is_moved: bool,
    /// Whether the same words look otherwise: bold, the picture, what a chart draws.
    pub is_formatted: bool,
    /// Its words.
    pub pieces: Vec<TrackedPiece>,
}

/// Some words of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackedPiece {
    /// What became of them.
    pub fate: Fate,
    /// The words.
    pub text: String,
    /// How they look.
    pub marks: Marks,
}

impl TrackedLine {
    /// Its words in the later text, or in the earlier one.
    pub fn text_without(&self, fate: Fate) -> String {
        self.pieces.iter().filter(|piece| piece.fate != fate).map(|piece| piece.text.as_str()).collect()
    }

    /// Whether anything of it came or went.
    pub fn is_changed(&self) -> bool {
        self.fate != Fate::Kept || self.pieces.iter().any(|piece| piece.fate != Fate::Kept)
    }
}

/// Both texts as one: without what was added it reads as the earlier one, without what was removed as the later one.
pub fn track(before: &[PrintedLine], after: &[PrintedLine]) -> Vec<TrackedLine> {
    let known = |line: &PrintedLine| (line.kind, line.text());
    let [old, new] = [before, after].map(|lines| lines.iter().map(known).collect::<Vec<_>>());
    // A heading without words is like any other.
    let may_pair = |(old, words): &(LineKind, String), (new, others): &(LineKind, String)| {
        old == new && words.trim().is_empty() == others.trim().is_empty()
    };
    let matches = align_texts(&old, &new, |(_, text)| text.clone(), may_pair);
    let went = |old: usize| {
        let now = matches.iter().find_map(|matched| match *matched {
            Match::Both { before, after: now, moved: true } if before == old => Some(&after[now]),
            _ => None,
        });
        whole(&before[old], Fate::Removed, now)
    };
    let (mut tracked, mut next, mut added) = (Vec::new(), 0, Vec::new());
    for matched in &matches {
        match *matched {
            Match::Added(new) => added.push(whole(&after[new], Fate::Added, None)),
            Match::Both { before: old, after: new, moved: true } => {
                added.push(whole(&after[new], Fate::Added, Some(&before[old])));
            }
            Match::Both { before: old, after: new, moved: false } => {
                tracked.extend((next..old).map(went));
                tracked.append(&mut added);
                tracked.push(paired(&before[old], &after[new]));
                next = old + 1;
            }
            Match::Removed(_) => {}
        }
    }
    tracked.extend((next..before.len()).map(went));
    tracked.append(&mut added);
    tracked
}

/// A line that came or went; `twin` is where it stands in the other text, if it moved.
fn whole(line: &PrintedLine, fate: Fate, twin: Option<&PrintedLine>) -> TrackedLine {
    let (own, other) = (Some(line.place.clone()), twin.map(|twin| twin.place.clone()));
    let places = if fate == Fate::Removed { [own, other] } else { [other, own] };
    let piece = |(text, marks): &(String, Marks)| TrackedPiece { fate, text: text.clone(), marks: *marks };
    let pieces = line.pieces.iter().map(piece).collect();
    TrackedLine { kind: line.kind, fate, places, is_moved: twin.is_some(), is_formatted: false, pieces }
}

/// A line that is in both.
fn paired(before: &PrintedLine, after: &PrintedLine) -> TrackedLine {
    let pieces = tracked_pieces(before, after);
    let is_same = pieces.iter().all(|piece| piece.fate == Fate::Kept);
    let looks = |line: &PrintedLine| (by_character(line), line.shows.clone());
    TrackedLine {
        kind: after.kind,
        fate: Fate::Kept,
        places: [Some(before.place.clone()), Some(after.place.clone())],
        is_moved: false,
        is_formatted: is_same && looks(before) != looks(after),
        pieces,
    }
}

fn by_character(line: &PrintedLine) -> Vec<(char, Marks)> {
    line.pieces.iter().flat_map(|(text, marks)| text.chars().map(|c| (c, *marks))).collect()
}

/// A piece of a line that is compared as one: a number, a word, a character.
struct Token<'a> {
    text: &'a str,
    marks: Marks,
}

fn tracked_pieces(before: &PrintedLine, after: &PrintedLine) -> Vec<TrackedPiece> {
    let (old, new) = (tokens(before), tokens(after));
    let texts = |tokens: &[Token]| tokens.iter().map(|token| token.text.to_owned()).collect::<Vec<_>>();
    let mut pieces = Vec::new();
    for (is_equal, from, to) in runs(&texts(&old), &texts(&new)) {
        match is_equal {
            true => new[to].iter().for_each(|token| push(&mut pieces, Fate::Kept, token)),
            false => {
                old[from].iter().for_each(|token| push(&mut pieces, Fate::Removed, token));
                new[to].iter().for_each(|token| push(&mut pieces, Fate::Added, token));
            }
        }
    }
    pieces
}

fn push(pieces: &mut Vec<TrackedPiece>, fate: Fate, token: &Token) {
    match pieces.last_mut() {
        Some(last) if last.fate == fate && last.marks == token.marks => last.text.push_str(token.text),
        _ => pieces.push(TrackedPiece { fate, text: token.text.to_owned(), marks: token.marks }),
    }
}

type Run = (bool, std::ops::Range<usize>, std::ops::Range<usize>);

/// Equal and unequal runs in turn. A single character between two changes is taken for changed: nobody reads such.
fn runs(old: &[String], new: &[String]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let ops = capture_diff_slices(Algorithm::Myers, old, new);
    let last = ops.len().saturating_sub(1);
    for (index, op) in ops.iter().enumerate() {
        let (from, to) = (op.old_range(), op.new_range());
        let is_island = 0 < index && index < last && old[from.clone()].concat().chars().count() < 2;
        let is_equal = matches!(op, DiffOp::Equal { .. }) && !is_island;
        match runs.last_mut() {
            Some(run) if !run.0 && !is_equal => (run.1.end, run.2.end) = (from.end, to.end),
            _ => runs.push((is_equal, from, to)),
        }
    }
    runs
}

fn tokens(line: &PrintedLine) -> Vec<Token<'_>> {
    line.pieces
        .iter()
        .flat_map(|(text, marks)| words(text).map(|text| Token { text, marks: *marks }))
        .collect()
}

/// Numbers with their signs and Latin words whole, all else character by character.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let length = match is_of_word(first) {
            true => rest.find(|character| !is_of_word(character)).unwrap_or(rest.len()),
            false => first.len_utf8(),
        };
        let (word, behind) = rest.split_at(length);
        rest = behind;
        Some(word)
    })
}

fn is_of_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '.' | ',' | '%' | '‰' | '-')
}

#[cfg(test)]
mod tests;
