//! The marks of what came in: every value, line and picture, until a person has confirmed it.

use super::application::Sheet;
use super::reading::{Found, Imported};
use super::report::Filled;
use crate::edition::Edition;
use crate::form::map::PathStep::{Index, Key};
use crate::form::rich_text::LineKind;
use crate::form::{Content, Origin, OriginKind, Path};
use serde_json::Value;

/// Places that are no value that a person typed.
const PLAIN: [&str; 4] = ["key", "better", "id", "category"];
/// The parts whose values are fields, and the table whose documents hold them.
const FIELDS: [(&str, Option<Sheet>); 10] = [
    ("organization", None),
    ("filled_on", None),
    ("pledge", None),
    ("recommendation", None),
    ("declaration", None),
    ("market", Some(Sheet::Market)),
    ("benefits", Some(Sheet::Benefits)),
    ("social", Some(Sheet::Social)),
    ("brand", Some(Sheet::Brand)),
    ("competitors", Some(Sheet::Competitors)),
];

/// What was placed, as marks of the content in the order of the form.
pub(super) fn marks(content: &Content, edition: &Edition, found: &Found) -> Vec<Origin> {
    let mut marks = Vec::new();
    let json = serde_json::to_value(content).expect("content is plain data");
    let is_found = |sheet: Option<Sheet>| sheet.is_none_or(|sheet| found.sheets.contains(&sheet));
    for (root, _) in FIELDS.into_iter().filter(|(_, sheet)| is_found(*sheet)) {
        values(&Path::root(root), &json[root], &mut |path, value| {
            if !is_printed(&path, value, content, edition) {
                marks.push(mark(path.clone(), label(&path, content, edition), value));
            }
        });
    }
    for (section, text) in
        content.experience.sections().filter(|(section, _)| found.sections.contains(section))
    {
        let lines = text.lines(&Path::section(section));
        let lines =
            lines.into_iter().filter(|line| line.kind != LineKind::Heading && !line.text.trim().is_empty());
        marks.extend(lines.map(|line| {
            let label = match line.kind {
                LineKind::Cell => "表格",
                LineKind::Caption => "图表标题",
                _ => "",
            };
            mark(line.path, label.into(), line.text.trim())
        }));
    }
    for (index, item) in content.evidence.iter().enumerate().filter(|_| found.evidence) {
        marks.push(mark(Path::root("evidence").index(index), String::new(), &item.title));
    }
    marks
}

fn mark(path: Path, label: String, value: &str) -> Origin {
    let (value, reason, edition) = (value.to_owned(), String::new(), String::new());
    Origin { id: 0, path, kind: OriginKind::Imported, label, value, reason, edition }
}

fn values(path: &Path, value: &Value, see: &mut impl FnMut(Path, &str)) {
    match value {
        Value::String(text) if !text.trim().is_empty() => see(path.clone(), text),
        Value::Bool(is) => see(path.clone(), if *is { "是" } else { "否" }),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| values(&path.index(index), item, see));
        }
        Value::Object(fields) => {
            let typed = fields.iter().filter(|(key, _)| !PLAIN.contains(&key.as_str()));
            typed.for_each(|(key, field)| values(&path.key(key), field, see));
        }
        _ => {}
    }
}

/// Whether a value is one that the form prints itself: the names of its own rows, and their units.
fn is_printed(path: &Path, value: &str, content: &Content, edition: &Edition) -> bool {
    let labels = &edition.application;
    let mut steps = path.steps();
    match (steps.next(), steps.next(), steps.next()) {
        (Some(Key("benefits")), Some(Index(at)), Some(Key(field @ ("name" | "unit")))) => {
            let row = content.benefits.get(at);
            let own = row.and_then(|row| labels.benefits.rows.iter().find(|own| own.key == *row.key));
            own.is_some_and(|own| value == if field == "name" { &own.name } else { &own.unit })
        }
        (Some(Key("social")), _, Some(Key("item"))) => labels.social.rows.iter().any(|row| row == value),
        (Some(Key("brand")), _, Some(Key("item"))) => labels.brand.rows.iter().any(|row| row == value),
        _ => false,
    }
}

/// Which field of its row a place is.
fn label(path: &Path, content: &Content, edition: &Edition) -> String {
    let words = path.field_in_words(edition, content);
    let whole = path.named_in_words(edition, content);
    let field = words.strip_prefix(&whole).unwrap_or_default().trim();
    let row = content.row_name(path).unwrap_or_default();
    let is_field = matches!(path.last(), Some(Key(_)));
    match (row.is_empty(), is_field) {
        (false, true) => format!("{row} {field}").trim().to_owned(),
        _ => field.to_owned(),
    }
}

impl Imported {
    /// Counts what was placed, part by part.
    pub(super) fn count(&mut self, marks: &[Origin], edition: &Edition) {
        let report = &mut self.report;
        for origin in marks {
            let place = origin.path.sheet(edition);
            match report.places.iter_mut().find(|filled| filled.place == place) {
                Some(filled) => filled.count += 1,
                None => report.places.push(Filled { place: place.into(), count: 1 }),
            }
        }
        if !self.pictures.is_empty() {
            report.places.push(Filled { place: "图片".into(), count: self.pictures.len() });
        }
        report.placed = report.places.iter().map(|filled| filled.count).sum();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;

    #[test]
    fn what_the_form_prints_and_no_document_holds_is_not_to_be_confirmed() {
        let editions = Editions::built_in();
        let edition = editions.latest();
        let mut content = Content::empty(edition);
        content.declaration.experience_name = "实施精益六西格玛的经验".into();
        content.benefits[0].rank = "2".into();
        content.benefits[1].unit = "亿元".into();
        content.benefits[2].key = "own1".into();
        let check = |found: &Found, expected: &[&str]| {
            let marks = marks(&content, edition, found);
            assert_eq!(marks.iter().map(|mark| mark.path.to_string()).collect::<Vec<_>>(), expected);
        };
        let name = "declaration.experience_name";
        check(&Found::default(), &[name]);
        let found = Found { sheets: vec![Sheet::Benefits, Sheet::Social], ..Found::default() };
        let own = ["benefits[0].rank", "benefits[1].unit", "benefits[2].name", "benefits[2].unit"];
        check(&found, &[&[name][..], &own[..]].concat());
    }
}
