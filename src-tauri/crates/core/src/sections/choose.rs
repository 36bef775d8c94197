//! Which of the lines that read like headings are those of the sections.

use super::candidates::Candidate;
use super::lines::Line;

/// The headings of the sections, in order.
pub(super) type Chosen = Vec<Candidate>;

/// What one more section is worth: more than any number of signs.
const SECTION: i64 = 1_000;
/// What a sign is worth, against one line too many that reads like a heading.
const SIGN: i64 = 10;
/// More lines than these that read like headings are not weighed against one another.
const MOST: usize = 120;
/// Text below the heading: a typed 目录 has none.
const TEXT: i64 = 30;

/// Takes the headings that stand in the order of the sections and are surest of it; of equals the first.
pub(super) fn choose(lines: &[Line], mut candidates: Vec<Candidate>) -> Chosen {
    // No text has so many headings; what is sure of it is kept.
    if candidates.len() > MOST {
        candidates.sort_by_key(|one| std::cmp::Reverse(one.weight));
        candidates.truncate(MOST);
        candidates.sort_by_key(|one| (one.line, one.begin));
    }
    // best[i]: the worth of the best choice that ends with candidate i, and the one before it.
    let mut best: Vec<(i64, Option<usize>)> = Vec::with_capacity(candidates.len());
    for (index, one) in candidates.iter().enumerate() {
        let own = SECTION + SIGN * i64::from(one.weight);
        let mut found = (own, None);
        for before in 0..index {
            if candidates[before].section < one.section {
                let worth = best[before].0 + own + between(lines, &candidates, before, Some(index));
                if worth > found.0 {
                    found = (worth, Some(before));
                }
            }
        }
        best.push(found);
    }
    let whole = |index: usize| best[index].0 + between(lines, &candidates, index, None);
    let last = (0..candidates.len()).rev().max_by_key(|index| whole(*index));
    let mut chosen: Chosen =
        std::iter::successors(last, |index| best[*index].1).map(|index| candidates[index]).collect();
    chosen.reverse();
    chosen
}

/// What the text between two headings says of them.
fn between(lines: &[Line], candidates: &[Candidate], from: usize, to: Option<usize>) -> i64 {
    let first = &candidates[from];
    let to = to.unwrap_or(candidates.len());
    let end = candidates.get(to).map_or((lines.len(), 0), |next| (next.line, next.begin));
    let passed = &candidates[from + 1..to];
    let is_heading = |line: usize| passed.iter().any(|candidate| candidate.line == line);
    let rest = lines[first.line].text[first.end..].trim();
    let has_rest = !rest.is_empty() && end.0 != first.line;
    let same_line =
        end.0 == first.line && !lines[first.line].text[first.end..end.1.max(first.end)].trim().is_empty();
    let has_lines =
        (first.line + 1..end.0).any(|line| !lines[line].text.trim().is_empty() && !is_heading(line));
    let has_text = has_rest || same_line || has_lines;
    TEXT * i64::from(has_text) - SIGN * passed.len() as i64
}
