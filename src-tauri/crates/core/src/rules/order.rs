//! The order of the form: what findings are sorted by.

use crate::form::Path;
use std::cmp::Ordering;

/// The keys of the content, siblings in the order the form asks for them.
#[rustfmt::skip]
const KEYS: &[&str] = &[
    "track", "edition", "organization", "filled_on", "pledge", "recommendation", "declaration", "market", "benefits",
    "social", "brand", "competitors", "experience", "evidence", "signed_pages", "attachments", "qualification",
    "confirmations", "submission",
    // 申报表
    "credit_code", "central_enterprise", "central_group", "industry", "organization_type", "organization_size",
    "recommending_unit", "experience_name", "direction", "iso9001", "employees", "tqm_education_rate",
    "quality_staff_rate", "engineering_training_rate", "improvement_rate",
    // rows and contacts
    "product", "key", "id", "category", "item", "name", "unit", "better", "department", "position", "contact", "telephone",
    "mobile", "email", "address", "postcode", "opinion", "signed_on",
    // 顾客市场绩效统计表
    "products", "share", "domestic", "international", "satisfaction", "loyalty", "satisfaction_survey", "loyalty_survey",
    "method", "agency",
    "values", "industry_average", "industry_best", "rank", "market_share", "strengths",
    // 典型经验
    "overview", "background", "process", "results", "content",
    // 证实性材料 and after
    "title", "issued_on", "expires_on", "years", "sealed", "files", "rotation",
    "provincial_benchmark_year", "capability_level", "online_form_on", "emailed_on", "note",
];

/// A step of a path, ordered as the form is.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Step<'a> {
    Index(usize),
    Key(usize, &'a str),
}

/// Which of two places comes first in the form; what holds a place comes before it.
pub(super) fn compare(one: &Path, other: &Path) -> Ordering {
    steps(one).cmp(steps(other))
}

fn steps(path: &Path) -> impl Iterator<Item = Step<'_>> {
    path.as_str().split(['.', '[']).map(|step| match step.strip_suffix(']').map(str::parse) {
        Some(Ok(index)) => Step::Index(index),
        _ => Step::Key(KEYS.iter().position(|key| *key == step).unwrap_or(KEYS.len()), step),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(in_order: &[&str]) {
        for pair in in_order.windows(2) {
            assert_eq!(compare(&pair[0].into(), &pair[1].into()), Ordering::Less, "{pair:?}");
        }
    }

    #[test]
    fn places_come_in_the_order_of_the_form() {
        check(&[
            "organization",
            "declaration.credit_code",
            "declaration.contact.name",
            "market",
            "market.products[0]",
        ]);
        check(&[
            "benefits[2]",
            "benefits[2].name",
            "benefits[2].values.2023",
            "benefits[2].values.2024",
            "benefits[10]",
        ]);
        check(&[
            "benefits[2].values.2024",
            "benefits[2].industry_average",
            "benefits[2].rank",
            "benefits[3].name",
        ]);
        check(&[
            "experience.overview.content[9]",
            "experience.results.content[0]",
            "evidence[0]",
            "submission",
        ]);
    }

    #[test]
    fn every_key_stands_once() {
        for (place, key) in KEYS.iter().enumerate() {
            assert_eq!(KEYS.iter().position(|other| other == key), Some(place), "{key}");
        }
    }
}
