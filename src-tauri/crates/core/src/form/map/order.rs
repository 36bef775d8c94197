//! The order of the form: what findings are sorted by.

use super::{Path, PathStep, Root};
use std::cmp::Ordering;

/// The keys below those of the content itself, siblings in the order the form asks for them.
#[rustfmt::skip]
pub(super) const FIELDS: &[&str] = &[
    // 签章页
    "pledge", "recommendation",
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
    "title", "issued_on", "expires_on", "years", "sealed", "purpose", "proves", "words", "files", "rotation",
    "provincial_benchmark_year", "capability_level", "confirmed_on", "by", "grade", "online_form_on", "emailed_on", "also_emailed_on", "note",
    // files
    "media_type", "bytes", "sha256",
    // 已核对
    "rule", "place", "row", "rests_on", "reason", "on",
];

/// The order of the form; what holds a place comes before it. Keys that are not the form's own, such as years and ids,
/// come behind those that are.
impl Ord for Path {
    fn cmp(&self, other: &Path) -> Ordering {
        ranks(self).cmp(ranks(other)).then_with(|| self.as_str().cmp(other.as_str()))
    }
}

impl PartialOrd for Path {
    fn partial_cmp(&self, other: &Path) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Where a step comes among its siblings.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank<'a> {
    Index(usize),
    Key(usize, &'a str),
}

fn ranks(path: &Path) -> impl Iterator<Item = Rank<'_>> {
    path.steps().enumerate().map(|(depth, step)| match step {
        PathStep::Index(index) => Rank::Index(index),
        PathStep::Key(key) if depth == 0 => {
            Rank::Key(Root::of(key).map_or(Root::ALL.len(), |root| root as usize), key)
        }
        PathStep::Key(key) => {
            Rank::Key(FIELDS.iter().position(|field| *field == key).unwrap_or(FIELDS.len()), key)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(in_order: &[&str]) {
        for pair in in_order.windows(2) {
            assert_eq!(Path::from(pair[0]).cmp(&pair[1].into()), Ordering::Less, "{pair:?}");
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
        check(&["", "track", "signed_pages.pledge[1]", "signed_pages.recommendation[0]", "nothing"]);
    }

    #[test]
    fn every_key_stands_once() {
        for (place, key) in FIELDS.iter().enumerate() {
            assert_eq!(FIELDS.iter().position(|other| other == key), Some(place), "{key}");
        }
        for (place, root) in Root::ALL.into_iter().enumerate() {
            assert_eq!((root as usize, Root::of(root.key())), (place, Some(root)));
        }
    }
}
