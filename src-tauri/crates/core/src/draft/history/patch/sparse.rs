//! Contents as stored, read only where a change is: a key that is typed changes one paragraph of a hundred.
//!
//! Beside the way there keys are left out and elements are null.

use super::Patch;
use super::locate::BLOCK;
use crate::draft::DraftError;
use crate::draft::tables::state;
use crate::form::json_walk::{Open, Walk};
use serde::Deserialize;
use serde_json::{Map, Value};

/// Two contents as far as they differ; a block of a section's text is there as a whole.
pub(in crate::draft::history) fn differing(before: &str, after: &str) -> Result<[Value; 2], DraftError> {
    if before == after {
        return Ok([Value::Null, Value::Null]);
    }
    let mut old = Walk::new(before);
    old.go_to(same_beginning(before.as_bytes(), after.as_bytes()));
    let (way, mut new) = (old.open.clone(), old.in_other(after));
    for level in (0..way.len().min(BLOCK + 1)).rev() {
        let (start, ends) = (way[level].start, [old.close(level), new.close(level)]);
        if before[ends[0]..] == after[ends[1]..] {
            let (old_part, new_part) = (&before[start..ends[0]], &after[start..ends[1]]);
            let outwards = way[..level].iter().rev();
            let placed = |part| {
                outwards.clone().try_fold(state::parsed(part)?, |part, open| around(open, part, before))
            };
            return Ok([placed(old_part)?, placed(new_part)?]);
        }
    }
    Ok([state::parsed(before)?, state::parsed(after)?])
}

/// A content as far as the place of a patch needs it that applies to it.
pub(in crate::draft::history) fn touched(json: &str, patch: &Patch) -> Result<Value, DraftError> {
    let lists = patch.0.iter().map(|op| op.path().rsplit_once('/').map_or("", |(list, _)| list));
    let lists = lists.map(|list| list.split('/').skip(1).collect::<Vec<_>>());
    let common = |one: Vec<_>, other: Vec<_>| {
        one.into_iter().zip(other).take_while(|(one, other)| one == other).map(|(step, _)| step).collect()
    };
    let Some(way) = lists.reduce(common).filter(|way| !way.is_empty()) else { return Ok(Value::Null) };
    let mut walk = Walk::new(json);
    if !way.iter().all(|step| walk.enter(&step.replace("~1", "/").replace("~0", "~"))) {
        return state::parsed(json);
    }
    match Value::deserialize(&mut serde_json::Deserializer::from_str(&json[walk.at..])) {
        Ok(part) => walk.open.iter().rev().try_fold(part, |part, open| around(open, part, json)),
        Err(_) => state::parsed(json),
    }
}

/// How many bytes both begin with.
fn same_beginning(one: &[u8], other: &[u8]) -> usize {
    // Whole chunks are compared many bytes at a time.
    const CHUNK: usize = 256;
    let chunks = one.chunks_exact(CHUNK).zip(other.chunks_exact(CHUNK));
    let start = CHUNK * chunks.take_while(|(one, other)| one == other).count();
    start + one[start..].iter().zip(&other[start..]).take_while(|(one, other)| one == other).count()
}

/// A member of an object or array with nothing else around it, where it stands.
fn around(open: &Open, member: Value, json: &str) -> Result<Value, DraftError> {
    Ok(match &open.key {
        Some(key) => Map::from_iter([(state::parsed(&json[key.clone()])?, member)]).into(),
        None => {
            let mut elements = vec![Value::Null; open.passed];
            elements.push(member);
            elements.into()
        }
    })
}
