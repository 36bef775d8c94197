//! What came in, put into an application that has something already: a part that the documents hold takes the place of
//! the present one, others stay.

use super::form::take_form;
use super::reading::Found;
use crate::form::rich_text::Inline;
use crate::form::{Content, Text};
use std::collections::{HashMap, HashSet};

/// Puts `given` into `present`. Files that `given` names are attached already.
pub(super) fn merge(present: &mut Content, given: &Content, found: &Found) {
    if found.application {
        take_form(present, given);
    } else if present.declaration.experience_name.is_blank() {
        present.declaration.experience_name = given.declaration.experience_name.clone();
    }
    found.sheets.iter().for_each(|sheet| sheet.take(present, given));
    for section in &found.sections {
        let text = given.experience.section(*section).clone();
        super::experience::put(&mut present.experience, [(*section, text)].into());
    }
    let mut renamed: HashMap<&Text, Text> = HashMap::new();
    let used: HashSet<Text> = present.evidence.iter().map(|item| item.id.clone()).collect();
    let mut free = (1..).map(|number| Text::from(format!("e{number}"))).filter(|id| !used.contains(id));
    for given in &given.evidence {
        let mut item = given.clone();
        item.id = free.next().unwrap_or_default();
        renamed.insert(&given.id, item.id.clone());
        present.evidence.push(item);
    }
    for section in &found.sections {
        present.experience.section_mut(*section).each_line_mut(&mut |line| refer(line, &renamed));
    }
}

/// References to items go with them.
fn refer(line: &mut [Inline], renamed: &HashMap<&Text, Text>) {
    for inline in line {
        if let Inline::CrossReference(target, _) = inline
            && let Some(id) = renamed.get(target)
        {
            *target = id.clone();
        }
    }
}
