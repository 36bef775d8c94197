//! What the online form (在线填报) asks for.

use crate::edition::{DeclarationLabels, Direction, Edition};
use crate::form::{Content, Declaration};

/// What to put into a field of the online form.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// A value to copy; empty where it is not filled in yet.
    Value(String),
    /// Words to the reader, where the form wants no value.
    Hint(&'static str),
}

/// What the online form asks for, in its order: each label with what to put there.
pub(super) fn values<'a>(content: &'a Content, edition: &'a Edition) -> Vec<(&'a str, Entry)> {
    let labels = &edition.application.declaration;
    let form = &content.declaration;
    let text = |label: &'a str, value: &str| (label, Entry::Value(value.to_owned()));
    let answer = |label: &'a str, value: Option<bool>| (label, Entry::Value(yes_or_no(labels, value)));
    let direction = form.direction.map_or("", |direction| direction_label(labels, direction));
    let mut values = vec![
        text(&labels.organization, &content.organization),
        text(&labels.credit_code, &form.credit_code),
        answer(&labels.central_enterprise, form.central_enterprise),
        (&labels.central_group, central_group(form)),
        text(&labels.industry, &form.industry),
        text(&labels.organization_type, &form.organization_type),
        text(&labels.organization_size, &form.organization_size),
        text(&labels.recommending_unit, &form.recommending_unit),
        text(&labels.experience_name, &form.experience_name),
        text(&labels.direction, direction),
        answer(&labels.iso9001, form.iso9001),
        text(&labels.employees, &form.employees),
        text(&labels.tqm_education_rate, &form.tqm_education_rate),
        text(&labels.quality_staff_rate, &form.quality_staff_rate),
        text(&labels.engineering_training_rate, &form.engineering_training_rate),
        text(&labels.improvement_rate, &form.improvement_rate),
    ];
    values.extend(contact(content, labels));
    values
}

fn contact<'a>(content: &'a Content, labels: &'a DeclarationLabels) -> [(&'a str, Entry); 8] {
    let contact = &content.declaration.contact;
    [
        (&labels.contact_name, &contact.name),
        (&labels.department, &contact.department),
        (&labels.position, &contact.position),
        (&labels.telephone, &contact.telephone),
        (&labels.mobile, &contact.mobile),
        (&labels.email, &contact.email),
        (&labels.address, &contact.address),
        (&labels.postcode, &contact.postcode),
    ]
    .map(|(label, value)| (label.as_str(), Entry::Value(value.to_string())))
}

/// What to type where the form wants no value.
fn central_group(form: &Declaration) -> Entry {
    match form.central_enterprise {
        Some(false) if form.central_group.is_blank() => Entry::Hint("（非央企，不用填）"),
        _ => Entry::Value(form.central_group.to_string()),
    }
}

fn yes_or_no(labels: &DeclarationLabels, value: Option<bool>) -> String {
    match value {
        Some(true) => labels.yes.clone(),
        Some(false) => labels.no.clone(),
        None => String::new(),
    }
}

fn direction_label(labels: &DeclarationLabels, direction: Direction) -> &str {
    match direction {
        Direction::KeyIndustries => &labels.directions.key_industries,
        Direction::EmergingIndustries => &labels.directions.emerging_industries,
        Direction::FutureIndustries => &labels.directions.future_industries,
        Direction::SupplyChain => &labels.directions.supply_chain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;
    use serde_json::{Value, json};

    #[test]
    fn each_value_is_that_of_its_label() {
        let editions = Editions::built_in();
        let edition = editions.latest();
        let mut content = serde_json::to_value(Content::empty(edition)).unwrap();
        // Every text of the form says its own key.
        let name = |fields: &mut Value, keys: &[&str]| {
            keys.iter().for_each(|key| fields[*key] = json!(format!("〈{key}〉")));
        };
        let own = ["credit_code", "central_group", "industry", "organization_type", "organization_size"];
        let further = ["recommending_unit", "experience_name", "employees", "tqm_education_rate"];
        let rates = ["quality_staff_rate", "engineering_training_rate", "improvement_rate"];
        let contact = ["department", "position", "telephone", "mobile", "email", "address", "postcode"];
        name(&mut content["declaration"], &[&own[..], &further, &rates].concat());
        name(&mut content["declaration"]["contact"], &contact);
        let content = Content::from_stored_value(&content).unwrap();
        let labels = serde_json::to_value(&edition.application.declaration).unwrap();
        let values = values(&content, edition);
        for key in [&own[..], &further, &rates, &contact].concat() {
            let label = labels[key].as_str().unwrap();
            let value = values.iter().find(|(found, _)| *found == label).map(|(_, value)| value);
            assert_eq!(value, Some(&Entry::Value(format!("〈{key}〉"))), "{label}");
        }
    }
}
