//! Where a step that confirmed last year's content was taken.

use super::{Present, present};
use crate::draft::DraftError;
use crate::form::map::{Path, PathStep};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// The deepest place that all of these marks lie in, in a section's text no deeper than the block.
pub(in crate::draft) fn common_place(
    connection: &Connection,
    ids: &BTreeSet<i64>,
) -> Result<Path, DraftError> {
    let marks = present(connection, None)?.into_iter().map(|Present { origin, .. }| origin);
    let paths = marks.filter(|mark| ids.contains(&mark.id)).map(|mark| mark.path);
    Ok(paths.reduce(|one, other| common(&one, &other)).map(block).unwrap_or_default())
}

fn common(one: &Path, other: &Path) -> Path {
    let same = one.steps().zip(other.steps()).take_while(|(one, other)| one == other);
    whole(same.fold(Path::default(), |path, (step, _)| path.step(step)))
}

/// A list of blocks or rows is told by what holds it.
fn whole(path: Path) -> Path {
    match path.last() {
        Some(PathStep::Key("content")) => path.parent().unwrap_or_default(),
        _ => path,
    }
}

fn block(path: Path) -> Path {
    let mut place = path;
    while place.in_section().is_some() && !place.is_block() && place.steps().count() > 2 {
        place = place.parent().unwrap_or_default();
    }
    place
}
