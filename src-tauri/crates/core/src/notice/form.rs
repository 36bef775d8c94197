//! The form in a notice: its labels, notes, rows and tables.

use super::call::Read;
use super::item::{Outcome, ReadItem};
use super::line::plain;
use super::reader::Reader;
use super::rows;
use super::template::{expanded, texts};
use super::texts::{Finder, Found};
use crate::edition::{DefaultIndicator, template};
use serde_json::{Value, json};

impl Reader<'_> {
    pub fn texts(&mut self) {
        let base = serde_json::to_value(self.base).expect("an edition is plain data");
        let of_year = |text: &str| expanded(&template(text, self.base.year), self.whole.year);
        let all: Vec<(String, String)> = texts(&base)
            .into_iter()
            .filter(|(key, _)| is_printed(key))
            .map(|(key, text)| (key, of_year(&text)))
            .collect();
        let titles: Vec<String> =
            all.iter().filter(|(key, _)| key.ends_with(".title")).map(|(_, text)| text.clone()).collect();
        let mut finder = Finder::new(self.whole, all.iter().map(|(_, text)| text.clone()));
        for (key, text) in all {
            let title = title_above(&base, &key).map(|title| of_year(&title));
            let part = title.and_then(|title| self.whole.part(&title, &titles));
            let found = finder.find(&text, part.unwrap_or(0..self.whole.lines.len()));
            self.text(&base, &key, text, found);
        }
    }

    fn text(&mut self, base: &Value, key: &str, before: String, found: Found) {
        let (outcome, after) = match found {
            Found::Same => (Outcome::Same, before.clone()),
            Found::Missing => (Outcome::Missing, String::new()),
            Found::Changed { text, is_certain: true } => (Outcome::Changed, text),
            Found::Changed { text, .. } => (Outcome::Doubtful, text),
        };
        if matches!(outcome, Outcome::Changed | Outcome::Doubtful) {
            self.replace(base, key, template(&after, self.whole.year));
        }
        let read_in = after.clone();
        self.items.push(ReadItem { key: key.into(), outcome, before, after, read_in });
    }

    pub fn rows(&mut self) {
        let application = &self.base.application;
        let titles = [
            &application.market.title,
            &application.benefits.title,
            &application.social.title,
            &application.brand.title,
            &application.competitors.title,
        ]
        .map(Clone::clone);
        let lines = |title: &str| {
            self.whole.part(title, &titles).map(|part| &self.whole.lines[part]).unwrap_or_default()
        };
        let indicators = rows::indicators(lines(&application.benefits.title), &application.benefits.rows);
        let social = rows::names(lines(&application.social.title), &application.social.item);
        let brand = rows::names(lines(&application.brand.title), &application.brand.item);
        self.indicators(indicators);
        for (key, before, after) in [
            ("application.social.rows", &application.social.rows, social),
            ("application.brand.rows", &application.brand.rows, brand),
        ] {
            let is_same = before.len() == after.len()
                && before.iter().zip(&after).all(|(one, two)| plain(one) == plain(two));
            if !after.is_empty() && !is_same {
                self.write(key, json!(after));
            }
            let read = Read {
                value: if is_same { before.join("、") } else { after.join("、") },
                line: String::new(),
                is_doubtful: false,
            };
            self.add(key, &before.join("、"), (!after.is_empty()).then_some(read));
        }
    }

    fn indicators(&mut self, rows: Vec<(DefaultIndicator, bool)>) {
        let before = &self.base.application.benefits.rows;
        let named = |rows: &[DefaultIndicator]| {
            rows.iter().map(|row| format!("{}（{}）", row.name, row.unit)).collect::<Vec<_>>().join("、")
        };
        let is_doubtful = rows.iter().any(|(_, is_known)| !is_known);
        let after: Vec<DefaultIndicator> = rows.into_iter().map(|(row, _)| row).collect();
        if !after.is_empty() && after != *before {
            self.write("application.benefits.rows", json!(after));
        }
        let read = Read { value: named(&after), line: String::new(), is_doubtful };
        let before = named(before);
        self.add("application.benefits.rows", &before, (!after.is_empty()).then_some(read));
    }

    /// Tables of the annexes that the edition before does not have.
    pub fn new_tables(&mut self) {
        let base = serde_json::to_value(self.base).expect("an edition is plain data");
        let known: Vec<String> = texts(&base)
            .iter()
            .map(|(_, text)| plain(&expanded(&template(text, self.base.year), self.whole.year)))
            .collect();
        let renamed: Vec<String> = self.items.iter().map(|item| plain(&item.after)).collect();
        for line in &self.whole.lines[self.whole.letter().len()..] {
            let (text, length) = (line.text(), line.text().chars().count());
            let is_title =
                line.cells.len() == 1 && (5..=20).contains(&length) && text.ends_with(['表', '录']);
            if is_title && !known.contains(&plain(&text)) && !renamed.contains(&plain(&text)) {
                let item = ReadItem {
                    key: String::new(),
                    outcome: Outcome::Unfit,
                    before: String::new(),
                    after: text.clone(),
                    read_in: text,
                };
                self.items.push(item);
            }
        }
    }
}

/// Whether the notice prints the text of this key word for word; the others are this program's own, or lists of
/// national standards, or are read by `call` and `rows`.
fn is_printed(key: &str) -> bool {
    let printed = ["application.", "experience."].iter().any(|part| key.starts_with(part));
    let own = [
        "annex",
        "clause",
        "not_applicable",
        "figure",
        "table",
        "contents",
        "industry_average",
        "industry_best",
        "name_clause",
        "format_clause",
    ];
    let is_own = own.iter().any(|own| key.rsplit('.').next() == Some(own));
    let is_average = key.starts_with("application.benefits.industry");
    let is_row = key.contains(".rows[");
    printed && (!is_own || is_average) && !is_row
}

/// The title of the part that a key lies in.
fn title_above(base: &Value, key: &str) -> Option<String> {
    let mut path: Vec<&str> = key.split('.').collect();
    while path.len() > 2 {
        path.pop();
        let title = base.pointer(&format!("/{}/title", path.join("/"))).and_then(Value::as_str);
        if title.is_some() {
            return title.map(str::to_owned);
        }
    }
    None
}
