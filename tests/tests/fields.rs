//! No field of the 申报表 is forgotten in the lists that are kept by hand: what the online form asks for, what is
//! rolled into next year's draft, where placeholders are looked for. That each is printed is held by `texts`.

use biaogan::edition::Editions;
use biaogan::package::Sending;
use biaogan::roll::roll;
use end_to_end::case::{Case, edition};
use serde_json::Value;

/// What nobody would type, and a placeholder besides.
const MARK: &str = "标记（待补充）";

/// The paths of the texts below a value; what stands for a choice is no text.
fn texts(path: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(_) if !path.ends_with(".direction") => found.push(path.to_owned()),
        Value::Object(fields) => {
            fields.iter().for_each(|(key, field)| texts(&format!("{path}.{key}"), field, found));
        }
        _ => {}
    }
}

/// Every text field of the 申报表, with the sample in which it reads [`MARK`].
fn fields() -> Vec<(String, Case)> {
    let mut paths = Vec::new();
    texts("declaration", &Case::sample().json["declaration"], &mut paths);
    assert!(paths.len() >= 19, "{paths:?}");
    paths.into_iter().map(|path| (path.clone(), Case::sample().set(&path, MARK))).collect()
}

/// The fields of which `holds` is not true.
#[track_caller]
fn check(holds: impl Fn(&str, &Case) -> bool) {
    let forgotten: Vec<_> = fields().into_iter().filter(|(path, case)| !holds(path, case)).collect();
    let forgotten: Vec<_> = forgotten.iter().map(|(path, _)| path).collect();
    assert!(forgotten.is_empty(), "forgotten: {forgotten:?}");
}

#[test]
fn each_can_be_copied_into_the_online_form() {
    check(|_, case| Sending::of(&case.content(), edition()).values.iter().any(|value| value.value == MARK));
}

#[test]
fn each_is_searched_for_placeholders() {
    check(|path, case| {
        case.findings().iter().any(|found| found.path.to_string() == path && found.rule == "F023")
    });
}

#[test]
fn of_each_next_years_draft_says_what_became_of_it() {
    let editions = Editions::built_in();
    let [from, to] = ["2025", "2026"].map(|id| editions.get(id).expect("built in"));
    check(|path, case| {
        let report = roll(&case.content(), from, to).report;
        let mut entries = [&report.carried, &report.emptied, &report.dropped].into_iter().flatten();
        entries.any(|entry| entry.path.to_string() == path && entry.value == MARK)
    });
}
