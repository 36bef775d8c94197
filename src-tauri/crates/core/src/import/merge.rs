//! What came in, put into an application that has something already: a part that the documents hold takes the place of
//! the present one, others stay.

use super::form::take_form;
use super::reading::Found;
use crate::form::Content;

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
    for item in &given.evidence {
        let mut item = item.clone();
        let is_free = |id: &str| present.evidence.iter().all(|other| other.id != *id);
        let next = (1..).map(|number| format!("e{number}")).find(|id| is_free(id));
        item.id = next.unwrap_or_default().into();
        present.evidence.push(item);
    }
}
