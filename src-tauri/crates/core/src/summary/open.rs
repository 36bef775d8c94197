//! What is open, part by part.

use crate::edition::Edition;
use crate::form::map::PartKey;
use crate::rules::{Finding, Group};

/// What is open in a part of the application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPart {
    /// Its title.
    pub title: String,
    /// Each finding: `警告`, and what it says.
    pub findings: Vec<(&'static str, String)>,
}

pub(super) fn parts(findings: &[Finding], edition: &Edition) -> Vec<OpenPart> {
    let open = |part: PartKey| {
        let of_part = findings.iter().filter(|finding| PartKey::of(&finding.path) == part);
        let open = of_part.filter(|finding| finding.group() != Group::Acknowledged);
        let mut findings: Vec<(Group, String)> =
            open.map(|finding| (finding.group(), finding.message.clone())).collect();
        findings.sort_by_key(|(group, _)| *group);
        let findings = findings.into_iter().map(|(group, message)| (group.label(), message)).collect();
        OpenPart { title: part.title(edition).to_owned(), findings }
    };
    PartKey::ALL.into_iter().map(open).filter(|part| !part.findings.is_empty()).collect()
}
