//! Rows of labels and values: 推荐表, 申报表 and the cover.

use super::field_text::text_of;
use super::fields::Field;
use super::form::Form;
use super::label::{Label, Written};
use super::sheet::Sheet;
use crate::date::Date;
use crate::import::grid::Line;
use crate::import::ticks::{Choice, choice};
use crate::import::words::{date, lines, normal, value};

/// A label with the value that stands beside it.
#[derive(Debug)]
pub(super) struct Given {
    pub label: Label,
    pub text: String,
}

impl Form<'_> {
    /// Reads a row of labels and values; tells whether it is one.
    pub(super) fn labelled_row(&mut self, line: &mut Line, sheet: Sheet) -> bool {
        let given = self.given(line, sheet);
        if given.is_empty() {
            return false;
        }
        given.into_iter().for_each(|given| self.put(given.label.field, &given.text));
        true
    }

    /// Whether a row has a label of one of these pages.
    pub(super) fn is_labelled(&self, line: &Line, sheet: Sheet) -> bool {
        line.cells.iter().any(|seen| !seen.continues && self.label(&seen.text, sheet).is_some())
    }

    /// A line of text that is a label with its value behind it, as on the cover and below the 承诺书.
    pub(super) fn labelled_line(&mut self, text: &str) -> bool {
        let sheet = match self.sheet {
            Some(Sheet::Pledge) => Sheet::Pledge,
            Some(Sheet::Recommendation) => Sheet::Recommendation,
            Some(Sheet::Declaration) => Sheet::Declaration,
            _ => Sheet::Cover,
        };
        let Some((label, behind)) = self.label(text, sheet) else { return false };
        if let Some(text) = behind {
            self.put(label.field, &text);
        }
        true
    }

    pub(super) fn label(&self, text: &str, sheet: Sheet) -> Option<(Label, Option<String>)> {
        if text.trim().is_empty() || text.chars().count() > 2_000 {
            return None;
        }
        let written = Written::of(text);
        let mut own = self.labels.iter().filter(|label| label.sheet == sheet);
        own.find_map(|label| label.read(&written).map(|behind| (label.clone(), behind)))
    }

    fn given(&self, line: &mut Line, sheet: Sheet) -> Vec<Given> {
        let mut given: Vec<Given> = Vec::new();
        for at in 0..line.cells.len() {
            let seen = &line.cells[at];
            if seen.continues {
                continue;
            }
            let text = seen.text.clone();
            match self.label(&text, sheet) {
                // A merge that was undone repeats the label.
                Some((label, None)) if given.last().is_some_and(|last| last.label.field == label.field) => {
                    let is_value = given.last().is_some_and(|last| !last.text.is_empty());
                    line.cells[at].used = !is_value;
                }
                Some((label, behind)) => {
                    given.push(Given { label, text: behind.unwrap_or_default() });
                    line.cells[at].used = true;
                }
                None => {
                    let Some(last) = given.last_mut() else { continue };
                    if last.text.trim().is_empty() || last.text == text {
                        last.text = text;
                        line.cells[at].used = true;
                    } else if joins(&last.label.field) && !text.trim().is_empty() {
                        last.text.push('\n');
                        last.text.push_str(&text);
                        line.cells[at].used = true;
                    }
                }
            }
        }
        given
    }

    /// Puts a value into its field.
    fn put(&mut self, field: Field, text: &str) {
        match field {
            Field::CentralEnterprise => {
                let ticked = self.yes_no(text);
                self.content.declaration.central_enterprise =
                    ticked.or(self.content.declaration.central_enterprise);
            }
            Field::Iso9001 => {
                let ticked = self.yes_no(text);
                self.content.declaration.iso9001 = ticked.or(self.content.declaration.iso9001);
            }
            Field::Direction => self.direction(text),
            Field::FilledOn => self.content.filled_on = self.day(text).or(self.content.filled_on),
            Field::PledgeSignedOn => {
                self.content.pledge.signed_on = self.day(text).or(self.content.pledge.signed_on);
            }
            Field::Opinion => self.opinion(text),
            Field::Organization => {
                let name = value(text);
                let name =
                    name.trim_end_matches("（盖章）").trim_end_matches("(盖章)").trim_end_matches("（公章）");
                self.put_text(field, name);
            }
            _ => self.put_text(field, &value(text)),
        }
    }

    /// The first value stands; one that differs is told.
    fn put_text(&mut self, field: Field, given: &str) {
        let place = self.place();
        let Some(text) = text_of(&mut self.content, field).filter(|_| !given.is_empty()) else { return };
        if text.is_blank() {
            *text = given.into();
        } else if normal(text) != normal(given) {
            let reason = format!("与前面的“{text}”不一致，保留了前面的，请核对");
            self.report.doubt(given, &place, &reason);
        }
    }

    fn yes_no(&mut self, text: &str) -> Option<bool> {
        let labels = &self.edition.application.declaration;
        match choice(text, &[&labels.yes, &labels.no]) {
            Choice::One(index) => Some(index == 0),
            Choice::None => None,
            Choice::Several => self.several(text),
        }
    }

    fn direction(&mut self, text: &str) {
        let directions = self.edition.application.declaration.directions.all();
        let options = directions.map(|(_, label)| label);
        match choice(text, &options) {
            Choice::One(index) => self.content.declaration.direction = Some(directions[index].0),
            Choice::None => {}
            Choice::Several => drop(self.several::<bool>(text)),
        }
    }

    fn several<T>(&mut self, text: &str) -> Option<T> {
        let place = self.place();
        self.report.doubt(text, &place, "勾选了不止一项，没有填入，请核对");
        self.report.leave(text, &place);
        None
    }

    fn day(&mut self, text: &str) -> Option<Date> {
        let day = date(text);
        let is_blank = normal(text).chars().all(|c| "年月日()盖章".contains(c));
        if day.is_none() && !is_blank {
            self.leave(text);
        }
        day
    }

    /// The opinion stands between its label and the seal, the day below.
    fn opinion(&mut self, text: &str) {
        let seal = normal(&self.edition.application.recommendation.seal);
        let mut kept: Vec<&str> = Vec::new();
        for line in text.split('\n').filter(|line| !is_seal(&normal(line), &seal)) {
            let plain = normal(line);
            match date(line).filter(|_| plain.chars().count() <= 16) {
                Some(day) => self.content.recommendation.signed_on = Some(day),
                None if plain == "年月日" => {}
                None => kept.push(line),
            }
        }
        let opinion = lines(&kept.join("\n"));
        if self.content.recommendation.opinion.is_blank() {
            self.content.recommendation.opinion = opinion.into();
        } else {
            self.leave(&opinion);
        }
    }
}

/// Whether a line only says where the seal goes.
fn is_seal(line: &str, seal: &str) -> bool {
    line == seal || line.contains("盖章)") && line.chars().count() <= seal.chars().count() + 4
}

/// Whether what stands in several cells belongs together: the ticks of a choice, the opinion.
fn joins(field: &Field) -> bool {
    matches!(field, Field::Direction | Field::CentralEnterprise | Field::Iso9001 | Field::Opinion)
}
