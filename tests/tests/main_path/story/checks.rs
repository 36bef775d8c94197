//! What the checks find: as the window lists it on the right, and as the core's rules tell it over the draft's file.

use super::super::stage::tried;
use biaogan::draft::Draft;
use biaogan::form::map::PartKey;
use biaogan::package::budget;
use biaogan::rules::{self, Facts, Finding};
use end_to_end::case::{day, edition};
use end_to_end::desktop::{By, Desk};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The day of the story.
const TODAY: &str = "2026-05-08";

/// How many findings a rule has.
type Counts = BTreeMap<String, usize>;

/// The findings that are open.
pub struct Checks<'a> {
    desk: &'a Desk,
    path: PathBuf,
    open: Counts,
}

impl Checks<'_> {
    /// Begins with what is open in a new draft.
    pub fn begin<'a>(desk: &'a Desk, path: &Path, open: &str) -> Checks<'a> {
        desk.click(By::Css("aside.findings [role=tab]:nth-child(2)"));
        let checks = Checks { desk, path: path.into(), open: counts(open) };
        checks.agree();
        checks
    }

    /// These have gone since, nothing else, and none has come. Written `F004 F015×4`.
    #[track_caller]
    pub fn gone(&mut self, gone: &str) {
        self.changed(gone, "");
    }

    /// These have gone since, and those have come.
    #[track_caller]
    pub fn changed(&mut self, gone: &str, come: &str) {
        for (rule, count) in counts(gone) {
            let left = self.open.get(&rule).and_then(|open| open.checked_sub(count));
            self.open.insert(rule.clone(), left.unwrap_or_else(|| panic!("{rule} is not open so often")));
        }
        for (rule, count) in counts(come) {
            *self.open.entry(rule).or_default() += count;
        }
        self.open.retain(|_, count| *count > 0);
        self.agree();
    }

    /// What stands in the way of a final package.
    pub fn blocking(&self) -> Vec<Finding> {
        let all = by_core(&self.path);
        all.into_iter().filter(rules::blocks_final).collect()
    }

    /// None is left.
    #[track_caller]
    pub fn none_is_left(&self) {
        assert_eq!(in_short(&self.open), "");
        self.desk.find(By::Text("没有发现问题"));
    }

    /// The core finds over the file what is expected, and the window lists just that.
    #[track_caller]
    fn agree(&self) {
        let expected = in_short(&self.open);
        let agrees = || {
            let found = by_core(&self.path);
            in_short(&number(&found)) == expected && self.lists(&found)
        };
        if !tried(agrees) {
            let found = by_core(&self.path);
            assert_eq!(in_short(&number(&found)), expected, "what the core finds");
            assert!(self.lists(&found), "the window lists something else");
        }
    }

    /// Whether the list on the right has these findings, those of a group together, and in it those of a part.
    fn lists(&self, found: &[Finding]) -> bool {
        let mut found: Vec<&Finding> = found.iter().collect();
        found.sort_by_key(|finding| (finding.group(), PartKey::of(&finding.path)));
        let lines = found.iter().map(|one| format!("{} {}", one.rule, one.message));
        self.desk.run(LISTED, &[]) == json!(lines.collect::<Vec<_>>())
    }
}

/// What the list on the right shows.
const LISTED: &str = "
const line = (one) => one.querySelector('.clause').innerText.split(' · ')[0] + ' ' + one.querySelector('.message').innerText;
return [...document.querySelectorAll('aside.findings .finding')].map(line);";

/// What the core's rules find in a draft's file.
pub fn by_core(path: &Path) -> Vec<Finding> {
    let draft = Draft::open_read_only(path).unwrap_or_else(|error| panic!("{error}"));
    let content = draft.content().unwrap_or_else(|error| panic!("{error}"));
    let bytes = budget(&draft, &content, edition()).expect("its size").expected_bytes;
    let facts = draft.facts(&content, day(TODAY)).expect("its facts");
    rules::check(&content, edition(), &Facts { package_bytes: Some(bytes), ..facts })
}

/// How many findings each rule has.
fn number(findings: &[Finding]) -> Counts {
    let mut counts = Counts::new();
    findings.iter().for_each(|finding| *counts.entry(finding.rule.to_string()).or_default() += 1);
    counts
}

/// Reads `F004 F015×4`.
fn counts(text: &str) -> Counts {
    let count = |word: &str| match word.split_once('×') {
        Some((rule, count)) => (rule.to_owned(), count.parse().expect("a number")),
        None => (word.to_owned(), 1),
    };
    text.split_whitespace().map(count).collect()
}

/// Writes it.
fn in_short(counts: &Counts) -> String {
    let word = |(rule, count): (&String, &usize)| match count {
        1 => rule.clone(),
        _ => format!("{rule}×{count}"),
    };
    counts.iter().map(word).collect::<Vec<_>>().join(" ")
}
