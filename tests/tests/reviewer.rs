//! Seventy formal faults as they send applications back, each put into the sample alone: how many are answered at their
//! place. Those that are not are named, so that nobody believes otherwise.

mod evidence;
mod numbers;
mod parties;
mod words;

use end_to_end::case::{Case, in_short};
use std::collections::BTreeSet;

/// A fault as it is made at the desk.
pub struct Slip {
    what: &'static str,
    /// Where the answer must stand: this place or one within it.
    place: &'static str,
    case: Case,
}

/// A fault, and where its answer must stand.
pub fn slip(what: &'static str, place: &'static str, case: Case) -> Slip {
    Slip { what, place, case }
}

/// A fault in a paragraph that is added to 实施过程.
pub fn said(what: &'static str, text: &str) -> Slip {
    slip(what, "experience.process.content[77]", Case::sample().append("process", text))
}

impl Slip {
    fn is_answered(&self) -> bool {
        let before: BTreeSet<String> = Case::sample().findings().iter().map(in_short).collect();
        let found = self.case.findings();
        let new = found.iter().filter(|finding| !before.contains(&in_short(finding)));
        let place = self.place.into();
        new.into_iter().any(|finding| finding.path == place || finding.path.is_within(&place))
    }
}

fn all() -> Vec<Slip> {
    let parts = [numbers::slips(), parties::slips(), evidence::slips(), words::slips()];
    parts.into_iter().flatten().collect()
}

/// What no rule says yet, since a sound application may read the same.
const UNANSWERED: [&str; 5] = [
    "占比之和超过百分之百",
    "推荐意见张冠李戴的简称",
    "正文漏改别家的简称",
    "联系人职务和部门填反",
    "优势写成自己的",
];

#[test]
fn seventy_faults_are_answered_at_their_place_but_for_those_named() {
    let all = all();
    assert_eq!(all.len(), 70);
    let silent: Vec<&str> = all.iter().filter(|slip| !slip.is_answered()).map(|slip| slip.what).collect();
    assert_eq!(silent, UNANSWERED);
    assert!(all.len() - silent.len() >= 50, "{silent:?}");
}
