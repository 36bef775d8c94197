//! Values as they go into their fields.

use super::field_text::text_of;
use super::fields::{DeclarationField, Field};
use super::form::Form;
use crate::date::Date;
use crate::import::ticks::{Beside, Choice, Ticks, ticks};
use crate::import::words::{date, lines, normal, value};

impl Form<'_> {
    /// Puts a value into its field.
    pub(super) fn put(&mut self, field: Field, text: &str) {
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
        let holds_more = is_run_on(field, given);
        if text.is_blank() {
            *text = given.into();
            if holds_more {
                self.report.doubt(given, &place, "像是几项内容连在一起，请核对并分开填写");
            }
        } else if normal(text) != normal(given) {
            if field == Field::Organization && is_run_on(field, text) && !holds_more {
                let reason = format!("像是几项内容连在一起，组织名称取了“{given}”，请核对");
                self.report.doubt(text, &place, &reason);
                *text = given.into();
                return;
            }
            let reason = format!("与前面的“{text}”不一致，保留了前面的，请核对");
            self.report.doubt(given, &place, &reason);
        }
    }

    fn yes_no(&mut self, text: &str) -> Option<bool> {
        let labels = &self.edition.application.declaration;
        self.ticked(text, &[&labels.yes, &labels.no]).map(|index| index == 0)
    }

    fn direction(&mut self, text: &str) {
        let directions = self.edition.application.declaration.directions.all();
        let options = directions.map(|(_, label)| label);
        if let Some(index) = self.ticked(text, &options) {
            self.content.declaration.direction = Some(directions[index].0);
        }
    }

    fn ticked(&mut self, text: &str, options: &[&str]) -> Option<usize> {
        let Ticks { choice, beside } = ticks(text, options);
        match choice {
            Choice::Several => {
                let place = self.place();
                self.report.doubt(text, &place, "勾选了不止一项，没有填入，请核对");
                self.report.leave(text, &place);
            }
            Choice::One(_) | Choice::None => self.leave_beside(&beside),
        }
        if let Choice::One(index) = choice { Some(index) } else { None }
    }

    /// Notes the words beside the ticks of a choice: they have no field.
    pub(super) fn leave_beside(&mut self, beside: &[Beside]) {
        let mark = |c: char| c.is_whitespace() || "，,；;。、：:".contains(c);
        let texts = beside.iter().map(|beside| value(beside.text.trim_matches(mark)));
        let texts: Vec<String> = texts.filter(|text| !self.known.is_fixed(text)).collect();
        texts.iter().for_each(|text| self.leave(text));
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

/// Whether a text seems to hold more than its field: another label, or a day behind a name.
fn is_run_on(field: Field, text: &str) -> bool {
    match field {
        Field::Declaration(DeclarationField::ExperienceName) => false,
        Field::Organization => text.contains(['：', ':']) || date(text).is_some(),
        _ => text.contains(['：', ':']),
    }
}
