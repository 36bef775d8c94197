//! Reading a notice: what makes it a call of its own, and keeping what was read.

use super::call::{self, Read};
use super::item::{Outcome, ReadItem};
use super::whole::Whole;
use crate::edition::{Edition, Section, template};
use serde_json::{Map, Value, json};

/// A notice that is being read beside an edition.
pub(super) struct Reader<'a> {
    pub whole: &'a Whole,
    pub base: &'a Edition,
    pub items: Vec<ReadItem>,
    /// What the new edition file says so far.
    pub file: Value,
}

impl Reader<'_> {
    /// Keys that each edition gives itself: they are written always.
    pub fn call(&mut self) {
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

    pub fn addresses(&mut self) {
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

    pub fn limits(&mut self) {
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

    pub fn add(&mut self, key: &str, before: &str, read: Option<Read<String>>) {
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

    /// Writes a text; an item of a list with the whole list.
    pub fn replace(&mut self, base: &Value, key: &str, text: String) {
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

    pub fn write(&mut self, key: &str, value: Value) {
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
