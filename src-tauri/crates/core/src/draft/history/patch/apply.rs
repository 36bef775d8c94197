//! Going the way of a patch.

use super::{Op, Patch, broken};
use crate::draft::DraftError;
use serde_json::Value;

impl Patch {
    /// Does the operations. After an error the value is half changed and not to be used.
    pub fn apply(&self, to: &mut Value) -> Result<(), DraftError> {
        self.0.iter().try_for_each(|op| one(op, to).ok_or_else(broken))
    }
}

/// Nothing if the operation does not fit the value.
fn one(op: &Op, to: &mut Value) -> Option<()> {
    match op {
        Op::Add { path, value } => add(path, value, to),
        Op::Remove { path } => remove(path, to),
        Op::Replace { path, value } => {
            *to.pointer_mut(path)? = value.clone();
            Some(())
        }
        Op::Splice { path, at, cut, text } => {
            let Value::String(present) = to.pointer_mut(path)? else { return None };
            let end = at.checked_add(*cut)?;
            present.get(*at..end)?;
            present.replace_range(*at..end, text);
            Some(())
        }
    }
}

fn add(path: &str, value: &Value, to: &mut Value) -> Option<()> {
    let Some((parent, last)) = split(path) else {
        *to = value.clone();
        return Some(());
    };
    match to.pointer_mut(parent)? {
        Value::Object(object) => {
            object.insert(last, value.clone());
        }
        Value::Array(array) => {
            let index = if last == "-" { array.len() } else { last.parse().ok()? };
            (index <= array.len()).then(|| array.insert(index, value.clone()))?;
        }
        _ => return None,
    }
    Some(())
}

fn remove(path: &str, from: &mut Value) -> Option<()> {
    let (parent, last) = split(path)?;
    match from.pointer_mut(parent)? {
        Value::Object(object) => object.shift_remove(&last).map(drop),
        Value::Array(array) => {
            let index: usize = last.parse().ok()?;
            (index < array.len()).then(|| drop(array.remove(index)))
        }
        _ => None,
    }
}

/// The pointer to what holds the place, and the place's own key. Nothing for the whole.
fn split(path: &str) -> Option<(&str, String)> {
    let (parent, last) = path.rsplit_once('/')?;
    Some((parent, last.replace("~1", "/").replace("~0", "~")))
}
