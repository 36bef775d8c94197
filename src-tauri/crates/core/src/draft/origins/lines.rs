//! Lines of the 典型经验, found by their words: they may have moved, and there may be several alike.

use super::place::{LinePlace, Place};
use crate::form::map::Path;
use crate::form::rich_text::Line;
use crate::form::{Content, Origin};
use crate::text::sentences;
use std::collections::HashMap;

/// The lines of a content that was just rolled.
pub(super) struct Texts {
    lines: Vec<Line>,
    given: HashMap<String, usize>,
}

impl Texts {
    pub fn of(content: &Content) -> Texts {
        Texts { lines: lines(content), given: HashMap::new() }
    }

    /// The words by which the line or sentence of a mark is found again; none where it marks no line.
    pub fn line(&mut self, mark: &Origin) -> Option<LinePlace> {
        let line = self.lines.iter().find(|line| line.path == mark.path)?;
        let words = typed(line, &mark.value);
        let nth = self.given.entry(words.clone()).and_modify(|count| *count += 1).or_insert(0);
        Some(LinePlace { line: words, nth: *nth })
    }
}

/// What was typed of a line or of one of its sentences.
fn typed(line: &Line, words: &str) -> String {
    let sentence = sentences(&line.text).zip(sentences(&line.typed)).find(|(text, _)| *text == words);
    match sentence.filter(|_| line.text.trim() != words) {
        Some((_, typed)) => typed.to_owned(),
        None => line.typed.trim().to_owned(),
    }
}

fn lines(content: &Content) -> Vec<Line> {
    let sections = content.experience.sections();
    sections.flat_map(|(section, text)| text.lines(&Path::section(section))).collect()
}

/// Where each of the places that is a line stands now; none for those that are not there, and for others.
///
/// Those alike are told by their order. Where some of them are gone, the confirmed ones are: what nobody has looked at
/// is never passed over.
pub(super) fn find(
    content: &Content,
    places: &[Place],
    is_confirmed: impl Fn(usize) -> bool,
) -> Vec<Option<Path>> {
    let mut wanted: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, place) in places.iter().enumerate() {
        if let Place::Line(LinePlace { line, .. }) = place {
            wanted.entry(line).or_default().push(index);
        }
    }
    let mut found = vec![None; places.len()];
    if wanted.is_empty() {
        return found;
    }
    let lines = lines(content);
    for (words, at) in standing(&lines, &wanted) {
        let mut marks = wanted.remove(words).unwrap_or_default();
        if at.len() < marks.len() {
            marks.sort_by_key(|index| is_confirmed(*index));
        }
        marks.into_iter().zip(at).for_each(|(index, path)| found[index] = Some(path.clone()));
    }
    found
}

/// Where words that are wanted stand, from top to bottom.
fn standing<'a>(lines: &'a [Line], wanted: &HashMap<&str, Vec<usize>>) -> HashMap<&'a str, Vec<&'a Path>> {
    let mut standing: HashMap<&str, Vec<&Path>> = HashMap::new();
    for line in lines {
        let whole = line.typed.trim();
        let parts = sentences(&line.typed).filter(|sentence| *sentence != whole);
        for words in std::iter::once(whole).chain(parts).filter(|words| wanted.contains_key(words)) {
            standing.entry(words).or_default().push(&line.path);
        }
    }
    standing
}
