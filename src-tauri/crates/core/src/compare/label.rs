//! The field of a place in the words of the form.

use crate::edition::Edition;
use crate::form::Path;
use serde_json::Value;

/// The place in the user's words, down to the field: `经济和质量效益统计表 第3行 2024年`.
pub(super) fn label(path: &Path, edition: &Edition) -> String {
    let mut label = path.in_words(edition);
    let mut steps = path.as_str().split(['.', '[']);
    let part = steps.next().unwrap_or_default();
    if part == "experience" {
        return label;
    }
    let labels = labels(part, edition);
    for word in steps.filter_map(|step| word(part, step, &labels)) {
        label.push(' ');
        label.push_str(&word);
    }
    label
}

/// The labels of a part by the name of what they label, which is mostly that of the content's field.
fn labels(part: &str, edition: &Edition) -> Value {
    let labels = match part {
        "evidence" => serde_json::to_value(&edition.evidence),
        _ => serde_json::to_value(&edition.application).map(|all| all.get(part).cloned().unwrap_or_default()),
    };
    labels.unwrap_or_default()
}

fn word(part: &str, step: &str, labels: &Value) -> Option<String> {
    if step.len() == 4 && step.chars().all(|c| c.is_ascii_digit()) {
        return Some(format!("{step}年"));
    }
    let key = match (part, step) {
        // A list, and a group of fields: what is in it is named.
        ("market", "products") | ("declaration", "contact") => return None,
        ("declaration", "name") => "contact_name",
        ("benefits", "name") => "item",
        ("evidence", "title") => "name",
        ("market", "satisfaction_survey") => "satisfaction",
        ("market", "loyalty_survey") => "loyalty",
        ("market", "name") => "products",
        (_, step) => step,
    };
    let label = labels.get(key)?.as_str()?;
    // Some go on with an explanation.
    Some(label.split('：').next().unwrap_or(label).to_owned())
}
