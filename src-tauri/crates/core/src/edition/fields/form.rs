//! The form filled in: its fields beside those of the edition it is based on, what is wrong, and the edition file.

use super::editor::Editor;
use super::field::{Field, FieldFault, FieldValue, NoticeDraft, NoticeForm};
use super::shelf::Shelf;
use super::written::{is_own, moving};
use super::{codec, flat, words};
use crate::edition::expand::{expand, template};
use crate::edition::file::EditionFile;
use crate::edition::interpret::YEARS;
use crate::edition::{Edition, EditionError};
use crate::files;
use serde_json::{Value, json};
use std::io;
use std::path::Path;
use toml::Table;

/// A form that was filled in.
#[derive(Debug)]
pub struct Filled {
    /// Its fields and what is wrong.
    pub form: NoticeForm,
    /// The edition, as far as what was typed can be one: in place of what is no figure or no day stands what the
    /// edition it is based on says.
    pub edition: Edition,
    /// The edition file.
    pub text: String,
}

impl Shelf {
    /// Fills in the form of an edition.
    ///
    /// # Errors
    /// When the edition that it is based on is not at hand, or there is no such field.
    pub fn fill(&self, draft: &NoticeDraft) -> Result<Filled, EditionError> {
        let base = self.base(&draft.based_on, draft.id.as_deref().unwrap_or_default())?;
        // A year that is none, or not a later one, is told; the form goes on with the next.
        let typed =
            draft.value("year").and_then(year_of).filter(|year| draft.id.is_some() || *year > base.year);
        let year = typed.unwrap_or(base.year + 1);
        let id = draft.id.clone().unwrap_or_else(|| year.to_string());
        let mut filling = Filling::of(self, &base, id, year)?;
        if let Some(strange) = draft.values.iter().find(|entry| !filling.has(&entry.path)) {
            return Err(filling.file().fault(&strange.path, "没有这一栏"));
        }
        let fields = filling.fields(draft);
        filling.finish(draft, fields)
    }
}

fn year_of(value: &FieldValue) -> Option<u16> {
    let FieldValue::Text(text) = value else { return None };
    crate::text::half_width(text.trim()).parse().ok().filter(|year| YEARS.contains(year))
}

impl Filled {
    /// Writes the edition file, whole or not at all.
    pub fn write(&self, file: &Path) -> io::Result<()> {
        files::write_over(file, &self.text)
    }
}

/// A form that is being filled in.
struct Filling<'a> {
    shelf: &'a Shelf,
    base: &'a Edition,
    id: String,
    year: u16,
    /// The edition it is based on in this year's words.
    before: Vec<(String, Value)>,
    said: Value,
    faults: Vec<FieldFault>,
}

impl<'a> Filling<'a> {
    fn of(shelf: &'a Shelf, base: &'a Edition, id: String, year: u16) -> Result<Filling<'a>, EditionError> {
        let said = json!({ "id": id, "based_on": base.id, "year": year, "deadline": base.deadline.unwrap_or(base.first_day()),
            "notice": base.notice });
        let mut filling = Filling { shelf, base, id, year, before: Vec::new(), said, faults: Vec::new() };
        filling.before = flat::flat(&filling.examined()?.0);
        Ok(filling)
    }

    fn has(&self, path: &str) -> bool {
        self.before.iter().any(|(known, _)| known == path)
    }

    fn file(&self) -> EditionFile {
        let table = Table::try_from(&self.said).expect("texts, small numbers, lists and tables are TOML");
        EditionFile { file: Path::new(&format!("{}.toml", self.id)).into(), table }
    }

    fn examined(&self) -> Result<(Edition, Vec<(String, String)>), EditionError> {
        Edition::examined(&self.file(), &self.shelf.bases(&self.id))
    }

    fn fields(&mut self, draft: &NoticeDraft) -> Vec<Field> {
        let whole = self.before.clone();
        let edition = whole.iter().fold(json!({}), |mut all, (path, value)| {
            flat::put(&mut all, path, value.clone());
            all
        });
        let field = |(path, value): (String, Value)| self.field(draft, &edition, path, value);
        whole.into_iter().map(field).collect()
    }

    fn field(&mut self, draft: &NoticeDraft, edition: &Value, path: String, before: Value) -> Field {
        let editor = Editor::of(&path, &before);
        let shown = match path.as_str() {
            "year" => json!(self.base.year),
            _ => before.clone(),
        };
        let base = codec::typed(&path, &editor, &shown);
        let value = draft.value(&path).cloned().unwrap_or_else(|| self.at_first(&path, &base));
        let said = match path.as_str() {
            "year" if year_of(&value) != Some(self.year) => {
                Err(format!("应为申报年度，晚于所依据的{}年", self.base.year))
            }
            _ => codec::said(&path, &editor, &value),
        };
        match said {
            Ok(said) if is_own(&path) || (value != base && !is_same(&said, &before)) => {
                flat::put(&mut self.said, &path, moving(&path, said, self.year));
            }
            Ok(_) => {}
            Err(message) => self.faults.push(FieldFault { path: path.clone(), message }),
        }
        let (group, label) = (words::group(&path, edition), words::label(&path, &before));
        Field { own: is_own(&path), path, group, label, editor, base, value }
    }

    /// What stands in the form before anything is typed.
    fn at_first(&self, path: &str, base: &FieldValue) -> FieldValue {
        match path {
            "year" => FieldValue::Text(self.year.to_string()),
            "notice.title" => {
                let moved = template(&self.base.notice.title, self.base.year);
                FieldValue::Text(expand(&moved, self.year))
            }
            "deadline" | "notice.number" | "notice.issued_on" | "notice.contact" => {
                FieldValue::Text(String::new())
            }
            _ => base.clone(),
        }
    }

    fn finish(mut self, draft: &NoticeDraft, fields: Vec<Field>) -> Result<Filled, EditionError> {
        let (edition, wrong) = self.examined()?;
        for (key, message) in wrong {
            let within = |field: &&Field| {
                let below = key.strip_prefix(&field.path);
                below.is_some_and(|below| below.is_empty() || below.starts_with(['.', '[']))
            };
            let path = fields.iter().find(within).map(|field| field.path.clone()).unwrap_or_default();
            if !self.faults.iter().any(|fault| fault.path == path) {
                self.faults.push(FieldFault { path, message });
            }
        }
        let form = NoticeForm {
            based_on: self.base.id.clone(),
            base_year: self.base.year,
            id: draft.id.clone(),
            fields,
            faults: std::mem::take(&mut self.faults),
        };
        Ok(Filled { form, edition, text: self.file().to_toml() })
    }
}

/// Nothing and an empty text are the same.
fn is_same(one: &Value, other: &Value) -> bool {
    let is_empty = |value: &Value| value.is_null() || value.as_str() == Some("");
    one == other || (is_empty(one) && is_empty(other))
}
