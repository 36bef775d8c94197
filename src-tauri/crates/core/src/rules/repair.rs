//! Repairing what was found.

use super::finding::Finding;
use super::fix::{Edit, Fix};
use crate::form::rich_text::Replacement;
use crate::form::{Assignment, Content, Path, Text};
use serde_json::Value;

/// Repairs what these findings of the content say, all that have a fix; gives those that it repaired, in their order.
pub fn repair<'f>(content: &mut Content, findings: &[&'f Finding]) -> Vec<&'f Finding> {
    let mut fixable: Vec<(&Finding, &Fix)> =
        findings.iter().filter_map(|finding| Some((*finding, finding.fix.as_ref()?))).collect();
    // From the end, so that what lies before keeps its place.
    fixable.sort_by(|one, other| other.0.path.cmp(&one.0.path).then(other.1.place().cmp(&one.1.place())));
    let mut repaired: Vec<(&Finding, &Fix)> = Vec::new();
    for (finding, fix) in fixable {
        let is_clear = |(other, done): &(&Finding, &Fix)| other.path != finding.path || !fix.touches(done);
        if repaired.iter().all(is_clear) && apply(content, &finding.path, fix) {
            repaired.push((finding, fix));
        }
    }
    repaired.into_iter().rev().map(|(finding, _)| finding).collect()
}

fn apply(content: &mut Content, path: &Path, fix: &Fix) -> bool {
    match path.in_section() {
        Some(_) => in_text(content, path, fix),
        None => in_field(content, path, fix).is_some(),
    }
}

fn in_text(content: &mut Content, path: &Path, fix: &Fix) -> bool {
    if fix.joined > 0 {
        return content.experience.join_items(path, fix.joined);
    }
    let Some(block) = content.experience.block_mut(path) else { return false };
    let mut changed = block.clone();
    let done =
        fix.edits.iter().rev().all(|edit| changed.replace(fix.passage, edit.bytes.clone(), &edit.with));
    if done {
        *block = changed;
    }
    done
}

fn in_field(content: &mut Content, path: &Path, fix: &Fix) -> Option<()> {
    let json = content.json_around(path);
    let mut text = json.pointer(&path.pointer()).and_then(Value::as_str).unwrap_or_default().to_owned();
    for Edit { bytes, with, .. } in fix.edits.iter().rev() {
        let Replacement::Words(words) = with else { return None };
        text.get(bytes.clone())?;
        text.replace_range(bytes.clone(), words);
    }
    let value = Value::from(Text::from(text).as_str());
    content.assign(vec![Assignment { path: path.clone(), value }]).ok()
}
