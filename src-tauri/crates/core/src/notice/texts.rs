//! Labels, notes and instructions: found as they were, or found changed by what they are most like.

use super::line::{clean, plain, unnumbered};
use super::whole::Whole;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashSet;
use std::ops::Range;

/// What became of a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Found {
    /// It stands there to the letter.
    Same,
    /// This stands there instead; `is_certain` where it is almost the same.
    Changed { text: String, is_certain: bool },
    /// Nothing like it stands there.
    Missing,
}

/// Texts that are alike by more than this share are one text that was changed …
const CERTAIN: f32 = 0.75;

/// … and by more than this perhaps.
const PERHAPS: f32 = 0.5;

/// A shorter text is looked for cell by cell: it may stand within any sentence.
const LABEL: usize = 8;

/// What is longer is no cell of labels.
const CELL: usize = 40;

/// Looks for texts in a notice.
pub(super) struct Finder<'a> {
    whole: &'a Whole,
    /// What the texts are as they were: what is one of them is no other one changed.
    known: HashSet<String>,
    taken: HashSet<String>,
}

impl<'a> Finder<'a> {
    /// Will look for these texts.
    pub fn new(whole: &'a Whole, texts: impl Iterator<Item = String>) -> Finder<'a> {
        Finder { whole, known: texts.map(|text| bare(&text)).collect(), taken: HashSet::new() }
    }

    /// Looks for a text within these lines.
    pub fn find(&mut self, text: &str, lines: Range<usize>) -> Found {
        let sought = bare(text);
        if self.stands(&sought, lines.clone()) {
            return Found::Same;
        }
        let candidates = candidates(self.whole, lines)
            .into_iter()
            .filter_map(|text| Some((self.like(&sought, &text)?, text)));
        let best =
            candidates.max_by(|one, two| one.0.total_cmp(&two.0)).filter(|(likeness, _)| *likeness > PERHAPS);
        let Some((likeness, text)) = best else { return Found::Missing };
        self.taken.insert(bare(&text));
        Found::Changed { text, is_certain: likeness > CERTAIN }
    }

    /// How like a candidate is, where it can be what the text became.
    fn like(&self, sought: &str, candidate: &str) -> Option<f32> {
        let other = bare(candidate);
        let (one, two) = (sought.chars().count().max(1), other.chars().count());
        // Texts of very different length are not alike.
        let can_be = two * 5 > one * 2 && one * 5 > two * 2;
        let is_free = can_be && !self.known.contains(&other) && !self.taken.contains(&other);
        is_free.then(|| likeness(sought, &other))
    }

    fn stands(&self, sought: &str, lines: Range<usize>) -> bool {
        if sought.chars().count() >= LABEL {
            // The same words may stand in another part, where they are no label.
            let text: String = self.whole.lines[lines].iter().map(|line| plain(&line.text())).collect();
            return text.contains(sought);
        }
        let is_it = |text: &String| {
            let text = bare(text);
            text.chars().count() <= CELL && (text.starts_with(sought) || text.ends_with(sought))
        };
        candidates(self.whole, lines).iter().any(is_it)
    }
}

/// From 0, nothing in common, to 1, the same.
fn likeness(one: &str, two: &str) -> f32 {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    let equal = |op: &DiffOp| if let DiffOp::Equal { len, .. } = op { *len } else { 0 };
    let common: usize = capture_diff_slices(Algorithm::Myers, &one, &two).iter().map(equal).sum();
    2.0 * common as f32 / (one.len() + two.len()).max(1) as f32
}

/// As it is compared, without the places for the applicant's name and for a seal.
fn bare(text: &str) -> String {
    plain(&text.replace("{organization}", "")).trim_end_matches([':', '.']).to_owned()
}

/// Cells, options, paragraphs, and what stands before a colon or a limit.
fn candidates(whole: &Whole, lines: Range<usize>) -> Vec<String> {
    let cells = whole.lines[lines].iter().flat_map(|line| &line.cells);
    let pieces = cells.flat_map(|cell| cell.split(['□', '☐'])).map(clean);
    let mut found = Vec::new();
    for piece in pieces.filter(|piece| !piece.is_empty()) {
        if let Some((label, _)) =
            piece.split_once(['：', ':']).filter(|(label, _)| label.chars().count() <= 20)
        {
            found.push(label.to_owned());
        }
        // A title with its limit: `组织概况（500字以内）`.
        if let Some((title, _)) = piece.split_once(['（', '(']).filter(|(_, limit)| limit.contains("字以内"))
        {
            found.push(unnumbered(title).to_owned());
        }
        found.push(unnumbered(&piece).to_owned());
    }
    found
}
