//! What a warning rests on, by which its answer (已核对) finds it again: at which row and field, whose values.

#[cfg(test)]
mod tests;

use super::context::Context;
use super::finding::{Acknowledged, Finding};
use crate::form::map::{Anchor, Root};
use crate::form::{Acknowledgement, Path, PathStep};
use serde_json::Value;
use std::collections::HashMap;

/// Where a finding stands, and how what it speaks of reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footing {
    /// The place, rows named by what they are known by. In the text it is the section: blocks have no names.
    pub place: Anchor,
    /// In the text the clause of the words it marks, or the block; else what stands at its place; and the values it
    /// compares. Nothing for what is about a table, a list or a section as a whole: that changes with every key.
    pub rests_on: String,
}

/// What the findings of one content rest on.
pub struct Footings<'c, 'a> {
    context: &'c Context<'a>,
    /// The roots that were looked at, each made JSON once.
    roots: HashMap<Option<Root>, Value>,
}

impl<'c, 'a> Footings<'c, 'a> {
    /// Looks at this content.
    pub fn new(context: &'c Context<'a>) -> Footings<'c, 'a> {
        Footings { context, roots: HashMap::new() }
    }

    /// What a finding of the content rests on.
    pub fn of(&mut self, finding: &Finding) -> Footing {
        match finding.path.in_section() {
            Some(section) => {
                let said = match &finding.span {
                    Some(span) => span.clause.clone(),
                    None => passages(&finding.path, self.context),
                };
                let given = finding.rests_on.clone().filter(|given| !given.is_empty());
                let parts: Vec<String> = [Some(said), given].into_iter().flatten().collect();
                let place = Anchor::of(&Path::section(section), &Value::Null);
                Footing { place, rests_on: parts.join(" | ") }
            }
            None => self.of_field(&finding.path, finding.rests_on.clone()),
        }
    }

    fn of_field(&mut self, path: &Path, given: Option<String>) -> Footing {
        let json =
            self.roots.entry(path.root_key()).or_insert_with(|| self.context.content.json_around(path));
        let rests_on = given.unwrap_or_else(|| value(path, json));
        Footing { place: Anchor::of(path, json).by_name(), rests_on }
    }
}

impl Footing {
    fn is_of(&self, answer: &Acknowledgement) -> bool {
        self.place == answer.place && self.rests_on == *answer.rests_on
    }
}

/// The text of a block; of a section as a whole none.
fn passages(path: &Path, context: &Context) -> String {
    let (true, Some(section), Some(PathStep::Index(block))) =
        (path.is_block(), path.in_section(), path.last())
    else {
        return String::new();
    };
    let of_block = context.passages_of(section).filter(|passage| passage.block == block);
    let texts: Vec<&str> = of_block.map(|passage| passage.text.trim()).collect();
    texts.join("\n")
}

fn value(path: &Path, json: &Value) -> String {
    match json.pointer(&path.pointer()) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(values @ Value::Object(_)) if is_series(path) => values.to_string(),
        Some(whole @ (Value::Number(_) | Value::Bool(_))) => whole.to_string(),
        _ => String::new(),
    }
}

/// Whether values by year stand there.
fn is_series(path: &Path) -> bool {
    let ends = [".values", ".share", ".satisfaction", ".loyalty"];
    ends.iter().any(|end| path.as_str().ends_with(end))
}

/// Gives every finding that was acknowledged its reason.
pub(super) fn acknowledge(findings: &mut [Finding], context: &Context) {
    let answers = &context.content.acknowledged;
    let mut footings = Footings::new(context);
    for finding in findings.iter_mut().filter(|finding| finding.can_be_acknowledged()) {
        let mut own = answers
            .iter()
            .filter(|(_, answer)| answer.rule == finding.rule && !answer.reason.is_blank())
            .peekable();
        if own.peek().is_none() {
            continue;
        }
        let footing = footings.of(finding);
        finding.acknowledged =
            own.find(|(_, answer)| footing.is_of(answer)).map(|(key, answer)| Acknowledged {
                key: key.clone(),
                reason: answer.reason.to_string(),
                on: answer.on.map(|on| on.to_string()).unwrap_or_default(),
            });
    }
}
