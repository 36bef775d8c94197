//! The marks of what came in: every value, line and picture, until a person has confirmed it.

use super::reading::{Found, Imported};
use super::report::Filled;
use crate::edition::Edition;
use crate::form::map::PathStep;
use crate::form::rich_text::LineKind;
use crate::form::{Content, Origin, OriginKind, Path};
use serde_json::Value;

/// Places that are no value that a person typed.
const PLAIN: [&str; 4] = ["key", "better", "id", "category"];
/// The parts whose values are fields.
const FIELDS: [&str; 10] = [
    "organization",
    "filled_on",
    "pledge",
    "recommendation",
    "declaration",
    "market",
    "benefits",
    "social",
    "brand",
    "competitors",
];

/// What was placed, as marks of the content in the order of the form.
pub(super) fn marks(content: &Content, edition: &Edition, found: &Found) -> Vec<Origin> {
    let mut marks = Vec::new();
    let json = serde_json::to_value(content).expect("content is plain data");
    for root in FIELDS {
        values(&Path::root(root), &json[root], &mut |path, value| {
            marks.push(mark(path.clone(), label(&path, content, edition), value));
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

/// Which field of its row a place is.
fn label(path: &Path, content: &Content, edition: &Edition) -> String {
    let words = path.field_in_words(edition, content);
    let whole = path.named_in_words(edition, content);
    let field = words.strip_prefix(&whole).unwrap_or_default().trim();
    let row = content.row_name(path).unwrap_or_default();
    let is_field = matches!(path.last(), Some(PathStep::Key(_)));
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
