//! Where a patch changes something, as a place in the content.

use super::{Op, Patch};
use crate::form::Path;
use serde_json::Value;

/// The deepest place that all of a patch lies in; `content` is what the patch applies to.
///
/// In a section's text no deeper than its block. An element that is put in lies in its list, one that is taken out
/// is itself the place.
pub(in crate::draft::history) fn place(patch: &Patch, content: &Value) -> Path {
    let mut steps = common(patch, content);
    if is_text(&steps) {
        steps.truncate(BLOCK);
    }
    let mut path = Path::default();
    let mut here = Some(content);
    for step in steps {
        match (here, step.parse::<usize>()) {
            (Some(Value::Array(elements)), Ok(index)) if index < elements.len() => {
                path = path.index(index);
                here = elements.get(index);
            }
            (Some(Value::Array(_)), _) => break,
            _ => {
                path = path.key(step.replace("~1", "/").replace("~0", "~"));
                here = here.and_then(|value| value.pointer(&format!("/{step}")));
            }
        }
    }
    path
}

/// The field, or the line of a section's text, within which all of a patch changes something; nothing if it
/// changes more than that: rows of a table and items of a list come and go one by one. The same field has the
/// same text here while no other is changed.
pub(in crate::draft::history) fn leaf(patch: &Patch, content: &Value) -> Option<String> {
    let steps = common(patch, content);
    if is_text(&steps) {
        return line(&steps, content);
    }
    let [op] = &patch.0[..] else { return None };
    let parent = op.path().rsplit_once('/')?.0;
    let is_field = match op {
        Op::Splice { .. } => true,
        Op::Add { value, .. } => is_scalar(value) && content.pointer(parent)?.is_object(),
        Op::Remove { path } => is_scalar(content.pointer(path)?) && content.pointer(parent)?.is_object(),
        Op::Replace { path, value } => is_scalar(value) && is_scalar(content.pointer(path)?),
    };
    is_field.then(|| steps.join("/"))
}

/// The parts of the form that a patch touches: `benefits`, `experience.process`.
pub(in crate::draft::history) fn parts(patch: &Patch) -> impl Iterator<Item = Path> {
    patch.0.iter().map(|op| {
        let steps: Vec<&str> = op.path().split('/').skip(1).collect();
        match steps[..] {
            ["experience", section, ..] => Path::root("experience").key(section),
            [part, ..] => Path::root(part),
            [] => Path::default(),
        }
    })
}

/// The paragraph or heading, or the caption, that the steps lead into.
fn line(steps: &[&str], content: &Value) -> Option<String> {
    let is_line = |end: &usize| {
        let node = content.pointer(&format!("/{}", steps[..*end].join("/")));
        node.is_some_and(|node| node["type"] == "paragraph" || node["type"] == "heading")
    };
    let end = (BLOCK..=steps.len()).rev().find(is_line).filter(|end| *end < steps.len());
    let attribute = || (steps.get(BLOCK) == Some(&"attrs")).then_some(steps.len());
    end.or_else(attribute).map(|end| steps[..end].join("/"))
}

/// How many steps lead to a block: `experience/process/content/5`.
pub(super) const BLOCK: usize = 4;

fn is_text(steps: &[&str]) -> bool {
    matches!(steps, ["experience", _, "content", _, ..])
}

fn is_scalar(value: &Value) -> bool {
    !value.is_array() && !value.is_object()
}

/// The steps that all paths begin with.
fn common<'a>(patch: &'a Patch, content: &Value) -> Vec<&'a str> {
    let mut paths = patch.0.iter().map(|op| steps(op, content, patch.0.len()));
    let first = paths.next().unwrap_or_default();
    paths.fold(first, |common, steps| {
        let same = common.iter().zip(&steps).take_while(|(a, b)| a == b).count();
        common[..same].to_vec()
    })
}

/// The steps of the place of one of so many operations. Elements put in or taken out shift the others, so the place
/// is their list; one that is taken out alone is itself the place.
fn steps<'a>(op: &'a Op, content: &Value, of: usize) -> Vec<&'a str> {
    let shifts = match op {
        Op::Add { .. } => true,
        Op::Remove { .. } => of > 1,
        _ => false,
    };
    let mut path = op.path();
    if let Some((parent, _)) = path.rsplit_once('/')
        && shifts
        && content.pointer(parent).is_some_and(Value::is_array)
    {
        path = parent;
    }
    path.split('/').skip(1).collect()
}
