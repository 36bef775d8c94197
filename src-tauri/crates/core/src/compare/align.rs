//! Which row or block of one state is which of the other.

use crate::form::map::RowIdentity;
use serde_json::Value;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

/// One row or block of either state, or of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    Added(usize),
    Removed(usize),
    Both { before: usize, after: usize, moved: bool },
}

/// Pairs of blocks with less in common than this are two blocks.
const ALIKE: f64 = 0.5;

/// Matches two lists: what is equal in the same order, what is equal elsewhere, what is called the same, and then
/// what is alike between the same neighbours. In the order of `after`, the removed ones last.
pub(super) fn align(before: &[Value], after: &[Value], identity: RowIdentity) -> Vec<Match> {
    let named = |rows: &[Value]| rows.iter().map(|row| Name::of(row, identity)).collect::<Vec<_>>();
    match identity {
        RowIdentity::Key(_) => {
            let mut pairs = Pairs::in_order(&numbers(before, after));
            pairs.join_equal(&named(before), &named(after));
            pairs.matches()
        }
        RowIdentity::Name(_) => {
            let mut pairs = Pairs::in_order(&numbers(before, after));
            pairs.join_equal(&named(before), &named(after));
            pairs.join_alike(|_, _| true);
            pairs.matches()
        }
        RowIdentity::Text => align_texts(before, after, super::words::text, |_, _| true),
    }
}

/// Matches two texts by what their pieces say; only those that `may_pair` can be the same with other words.
pub(super) fn align_texts<T: Eq + Hash>(
    before: &[T],
    after: &[T],
    text: impl Fn(&T) -> String,
    may_pair: impl Fn(&T, &T) -> bool,
) -> Vec<Match> {
    let numbers = numbers(before, after);
    let mut pairs = Pairs::in_order(&numbers);
    pairs.join_equal(&numbers.0, &numbers.1);
    let bigrams = |pieces: &[T]| pieces.iter().map(|piece| Bigrams::of(&text(piece))).collect::<Vec<_>>();
    let (old, new) = (bigrams(before), bigrams(after));
    pairs.join_alike(|i, j| may_pair(&before[i], &after[j]) && old[i].likeness(&new[j]) >= ALIKE);
    pairs.matches()
}

/// Which element is which, both ways.
struct Pairs {
    old: Vec<Option<usize>>,
    new: Vec<Option<usize>>,
}

impl Pairs {
    /// Joins what is equal in the same order.
    fn in_order((before, after): &(Vec<usize>, Vec<usize>)) -> Pairs {
        let mut pairs = Pairs { old: vec![None; before.len()], new: vec![None; after.len()] };
        for [old, new] in common(before, after) {
            pairs.join(old, new);
        }
        pairs
    }

    fn join(&mut self, old: usize, new: usize) {
        self.old[old] = Some(new);
        self.new[new] = Some(old);
    }

    fn is_free(&self, old: usize, new: usize) -> bool {
        self.old[old].is_none() && self.new[new].is_none()
    }

    /// Joins the first with the first of those that are the same.
    fn join_equal<T: PartialEq>(&mut self, before: &[T], after: &[T]) {
        for (new, wanted) in after.iter().enumerate() {
            let same = |&old: &usize| self.is_free(old, new) && before[old] == *wanted;
            if let Some(old) = (0..before.len()).find(same) {
                self.join(old, new);
            }
        }
    }

    /// Joins what is alike between the same matched neighbours, keeping the order.
    fn join_alike(&mut self, is_alike: impl Fn(usize, usize) -> bool) {
        let mut from = 0;
        for new in 0..self.new.len() {
            if let Some(old) = self.new[new] {
                from = old + 1;
                continue;
            }
            let gap = (from..self.old.len()).take_while(|&old| self.old[old].is_none());
            let found = gap.into_iter().find(|&old| is_alike(old, new));
            if let Some(old) = found {
                self.join(old, new);
                from = old + 1;
            }
        }
    }

    fn matches(&self) -> Vec<Match> {
        let olds: Vec<usize> = self.new.iter().copied().flatten().collect();
        let mut sorted = olds.clone();
        sorted.sort_unstable();
        let kept: BTreeSet<usize> = common(&sorted, &olds).into_iter().map(|[old, _]| sorted[old]).collect();
        let one = |(after, before): (usize, &Option<usize>)| match *before {
            Some(before) => Match::Both { before, after, moved: !kept.contains(&before) },
            None => Match::Added(after),
        };
        let removed = self.old.iter().enumerate().filter(|(_, new)| new.is_none());
        let removed = removed.map(|(old, _)| Match::Removed(old));
        self.new.iter().enumerate().map(one).chain(removed).collect()
    }
}

/// The index pairs of the longest common subsequence.
fn common(before: &[usize], after: &[usize]) -> Vec<[usize; 2]> {
    let ops = capture_diff_slices(Algorithm::Myers, before, after);
    let equal = ops.into_iter().filter_map(|op| match op {
        DiffOp::Equal { old_index, new_index, len } => {
            Some((0..len).map(move |n| [old_index + n, new_index + n]))
        }
        _ => None,
    });
    equal.flatten().collect()
}

/// A number for each element, the same for equal ones.
fn numbers<T: Eq + Hash>(before: &[T], after: &[T]) -> (Vec<usize>, Vec<usize>) {
    let mut known: HashMap<&T, usize> = HashMap::new();
    let all: Vec<usize> = before
        .iter()
        .chain(after)
        .map(|value| {
            let next = known.len();
            *known.entry(value).or_insert(next)
        })
        .collect();
    let (before, after) = all.split_at(before.len());
    (before.to_vec(), after.to_vec())
}

/// What a row calls itself; a row without a name is like no other.
struct Name(String);

impl Name {
    fn of(row: &Value, identity: RowIdentity) -> Name {
        Name(identity.name(row).unwrap_or_default().trim().to_owned())
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Name) -> bool {
        !self.0.is_empty() && self.0 == other.0
    }
}

/// How often each pair of neighbouring characters stands in a text.
struct Bigrams {
    counts: HashMap<[char; 2], usize>,
    all: usize,
}

impl Bigrams {
    fn of(text: &str) -> Bigrams {
        let text: Vec<char> = text.chars().collect();
        let mut counts = HashMap::new();
        for pair in text.windows(2) {
            *counts.entry([pair[0], pair[1]]).or_default() += 1;
        }
        Bigrams { counts, all: text.len().saturating_sub(1) }
    }

    /// From 0, nothing in common, to 1 (Dice). A text of one character is like any other.
    fn likeness(&self, other: &Bigrams) -> f64 {
        if self.all == 0 || other.all == 0 {
            return 1.0;
        }
        let shared: usize =
            self.counts.iter().map(|(pair, count)| *count.min(other.counts.get(pair).unwrap_or(&0))).sum();
        2.0 * shared as f64 / (self.all + other.all) as f64
    }
}
