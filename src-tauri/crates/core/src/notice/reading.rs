//! What a notice says, beside the edition before it.

use super::call::{self, Read};
use super::line::{Line, plain};
use super::rows;
use super::template::{expanded, template, texts};
use super::texts::{Finder, Found};
use super::whole::Whole;
use crate::edition::{DefaultIndicator, Edition, Section};
use serde::Serialize;
use serde_json::{Map, Value, json};
use thiserror::Error;

/// Why a text is no notice.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoticeError {
    /// No year of a call stands in it.
    #[error(
        "没有找到申报年度（如“2027年质量标杆典型经验申报书”），请确认这是质量标杆征集通知的全文，含附件1、附件2"
    )]
    NoYear,
    /// It is the notice of an earlier year than the edition it is compared with.
    #[error("这是{found}年的通知，早于用来对照的{base}年，请用 --based-on 选择更早的年度")]
    Earlier {
        /// Its year.
        found: u16,
        /// The edition's.
        base: u16,
    },
}

/// What became of something that the edition before says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The notice says the same.
    Same,
    /// The notice says otherwise.
    Changed,
    /// The notice may say otherwise: a person is to look.
    Doubtful,
    /// The notice does not say it, as far as could be found; it stays as before.
    Missing,
    /// The notice has it and the form of this program has no place for it.
    Unfit,
}

/// One thing that was looked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReadItem {
    /// Its key in the edition file, such as `tracks.national.mail_to`.
    pub key: String,
    /// What became of it.
    pub outcome: Outcome,
    /// What the edition before says, in this year's words.
    pub before: String,
    /// What the notice says.
    pub after: String,
    /// The sentence it was read in.
    pub read_in: String,
}

/// A notice that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The year of the call.
    pub year: u16,
    /// All that was looked for.
    pub items: Vec<ReadItem>,
    /// What the edition file says: what differs from the edition it is based on.
    pub file: Value,
}

impl Reading {
    /// Those that are to be looked at by a person.
    pub fn to_look_at(&self) -> impl Iterator<Item = &ReadItem> {
        self.items.iter().filter(|item| !matches!(item.outcome, Outcome::Same | Outcome::Changed))
    }
}

/// Reads a notice beside the edition `base`, which is the one before it, or of the same year.
///
/// # Errors
/// See [`NoticeError`].
pub fn read_notice(lines: Vec<Line>, base: &Edition) -> Result<Reading, NoticeError> {
    let whole = Whole::of(lines).ok_or(NoticeError::NoYear)?;
    if whole.year < base.year {
        return Err(NoticeError::Earlier { found: whole.year, base: base.year });
    }
    let mut reader = Reader { whole: &whole, base, items: Vec::new(), file: own(&whole, base) };
    reader.call();
    reader.addresses();
    reader.limits();
    reader.texts();
    reader.rows();
    reader.new_tables();
    let Reader { items, file, .. } = reader;
    Ok(Reading { year: whole.year, items, file })
}

/// What every edition file says of itself.
fn own(whole: &Whole, base: &Edition) -> Value {
    json!({ "id": whole.year.to_string(), "based_on": base.id, "year": whole.year })
}

struct Reader<'a> {
    whole: &'a Whole,
    base: &'a Edition,
    items: Vec<ReadItem>,
    file: Value,
}

impl Reader<'_> {
    /// Keys that each edition gives itself: they are written always.
    fn call(&mut self) {
        let notice = &self.base.notice;
        let deadline = call::deadline(self.whole);
        let before = self.base.deadline.map(|day| day.to_string()).unwrap_or_default();
        self.own("deadline", &before, deadline.map(|read| read.map(|day| day.to_string())));
        self.own("notice.number", &notice.number, call::number(self.whole));
        let title = call::title(self.whole);
        let issuer = title
            .as_ref()
            .and_then(|read| read.value.split_once("关于"))
            .map(|(issuer, _)| issuer.to_owned());
        let issuer = issuer.filter(|issuer| !issuer.is_empty()).unwrap_or_else(|| notice.issuer.clone());
        self.own("notice.title", &notice.title, title);
        self.write("notice.issuer", json!(issuer));
        let issued_on = call::issued_on(self.whole).map(|read| read.map(|day| day.to_string()));
        self.own("notice.issued_on", &notice.issued_on.to_string(), issued_on);
        self.own("notice.contact", &notice.contact, call::contact(self.whole));
    }

    fn own(&mut self, key: &str, before: &str, read: Option<Read<String>>) {
        let value = read.as_ref().map_or("", |read| &read.value).to_owned();
        self.add(key, before, read);
        self.write(key, json!(value));
    }

    fn addresses(&mut self) {
        let letter = self.whole.letter();
        let annex = &self.whole.lines[letter.len()..];
        let tracks = &self.base.tracks;
        self.differs(
            "tracks.provincial.mail_to",
            &tracks.provincial.mail_to,
            call::first(letter, call::mails),
        );
        self.differs("tracks.national.mail_to", &tracks.national.mail_to, call::first(annex, call::mails));
        for (track, labels) in [("provincial", &tracks.provincial), ("national", &tracks.national)] {
            let key = |name: &str| format!("tracks.{track}.{name}");
            self.differs(&key("online_form"), &labels.online_form, call::first(letter, call::links));
            self.differs(&key("mail_subject"), &labels.mail_subject, call::first(letter, call::subjects));
        }
    }

    fn limits(&mut self) {
        let all = &self.whole.lines;
        let mut titles = vec![(
            "experience.name_limit".to_owned(),
            "经验名称".to_owned(),
            self.base.experience.name_limit,
        )];
        for section in Section::ALL {
            let labels = self.base.section(section);
            titles.push((format!("experience.{}.limit", section.key()), labels.title.clone(), labels.limit));
        }
        for (key, title, before) in titles {
            let read = call::first(all, |text| call::limits(text, &title));
            self.figure(&key, before as u64, read);
        }
        let read = call::first(all, call::megabytes);
        self.figure(
            "package.limit_bytes",
            self.base.package.limit_bytes,
            read.map(|read| read.map(|mb| mb * 1_000_000)),
        );
        let label = call::first(all, call::megabytes).map(|read| read.map(|mb| format!("{mb}M")));
        self.differs("package.limit_label", &self.base.package.limit_label, label);
    }

    fn figure(&mut self, key: &str, before: u64, read: Option<Read<u64>>) {
        if let Some(figure) = read.as_ref().map(|read| read.value).filter(|figure| *figure != before) {
            self.write(key, json!(figure));
        }
        self.add(key, &before.to_string(), read.map(|read| read.map(|figure| figure.to_string())));
    }

    fn differs(&mut self, key: &str, before: &str, read: Option<Read<String>>) {
        if let Some(value) = read.as_ref().map(|read| &read.value).filter(|value| *value != before) {
            self.write(key, json!(value));
        }
        self.add(key, before, read);
    }

    fn add(&mut self, key: &str, before: &str, read: Option<Read<String>>) {
        let (outcome, after, read_in) = match read {
            None => (Outcome::Missing, String::new(), String::new()),
            Some(read) => {
                let outcome = match () {
                    () if read.is_doubtful => Outcome::Doubtful,
                    () if read.value == before => Outcome::Same,
                    () => Outcome::Changed,
                };
                (outcome, read.value, read.line)
            }
        };
        self.items.push(ReadItem { key: key.into(), outcome, before: before.into(), after, read_in });
    }

    fn texts(&mut self) {
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

    fn rows(&mut self) {
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
    fn new_tables(&mut self) {
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

    /// Writes a text; an item of a list with the whole list.
    fn replace(&mut self, base: &Value, key: &str, text: String) {
        let Some((list, index)) = key.strip_suffix(']').and_then(|key| key.rsplit_once('[')) else {
            return self.write(key, json!(text));
        };
        let pointer = |key: &str| format!("/{}", key.replace('.', "/"));
        let present = self.file.pointer(&pointer(list)).cloned();
        let before = || {
            let items = base.pointer(&pointer(list)).and_then(Value::as_array).cloned().unwrap_or_default();
            items.iter().filter_map(Value::as_str).map(|text| json!(template(text, self.base.year))).collect()
        };
        let mut items = present.unwrap_or_else(before);
        if let Some(item) = index.parse().ok().and_then(|index: usize| items.get_mut(index)) {
            *item = json!(text);
        }
        self.write(list, items);
    }

    fn write(&mut self, key: &str, value: Value) {
        let mut place = &mut self.file;
        for step in key.split('.') {
            if !place.is_object() {
                *place = Value::Object(Map::new());
            }
            place = place.as_object_mut().expect("just made one").entry(step).or_insert(Value::Null);
        }
        *place = value;
    }
}

impl<T> Read<T> {
    fn map<U>(self, change: impl FnOnce(T) -> U) -> Read<U> {
        Read { value: change(self.value), line: self.line, is_doubtful: self.is_doubtful }
    }
}

/// Whether the notice prints the text of this key word for word; the others are this program's own, or lists of national
/// standards, or are read by [`call`] and [`rows`].
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
