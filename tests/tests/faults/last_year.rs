//! What last year's draft left and nobody has looked at.

use super::{Fault, fault, sample};
use biaogan::form::{Origin, OriginKind};
use end_to_end::case::Case;

/// Each part with a piece of last year's in it.
const LEFT: [(&str, &str, &str); 6] = [
    ("F027", "confirmation organization", "organization"),
    ("Y023", "confirmation brand", "brand[0].values.2024"),
    ("N023", "confirmation experience.process", "experience.process.content[2]"),
    ("V015", "confirmation evidence", "evidence[0]"),
    ("S006", "confirmation recommendation", "recommendation.unit"),
    ("Q008", "confirmation qualification", "qualification.capability_level"),
];

pub fn faults() -> Vec<Fault> {
    let left = |(rule, expected, path)| {
        fault(rule, expected, with(path))
            .obeyed("改成今年的，或确认沿用", |case, _| confirmed(case))
    };
    LEFT.into_iter().map(left).collect()
}

/// The sample with a mark at this place.
fn with(path: &str) -> Case {
    let mut case = sample();
    let kind = OriginKind::Carried;
    let (label, value, reason, edition) = (String::new(), "去年".into(), String::new(), "2025".into());
    case.facts.origins = vec![Origin { id: 1, path: path.into(), kind, label, value, reason, edition }];
    case
}

fn confirmed(mut case: Case) -> Case {
    case.facts.origins.clear();
    case
}
