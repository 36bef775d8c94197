use super::*;
use crate::draft::{Draft, Operation};
use crate::edition::Editions;
use crate::form::counted::{Counted, counted};
use crate::form::{Assignment, ByYear, Year};
use crate::package::budget;
use chrono::DateTime;

fn sample() -> (Content, Overview) {
    let folder = tempfile::tempdir().unwrap();
    let editions = Editions::built_in();
    let path = folder.path().join("s.biaogan");
    let draft = Draft::create_sample(&path, &editions, DateTime::UNIX_EPOCH).unwrap();
    let content = draft.content().unwrap();
    let overview = of(&content, &draft.facts(&content, "2026-05-08".parse().unwrap()).unwrap());
    let estimated = budget(&draft, &content, editions.latest()).unwrap();
    assert!(estimated.bytes > 1_000_000);
    (content, overview)
}

fn of(content: &Content, facts: &Facts) -> Overview {
    let budget = Budget { bytes: 0, expected_bytes: 0, limit_bytes: 1, items: Vec::new() };
    Overview::of(content, Editions::built_in().latest(), facts, budget)
}

fn states(overview: &Overview) -> Vec<PartState> {
    overview.parts.iter().map(|part| part.state).collect()
}

#[test]
fn the_sample_is_complete_in_every_part_but_what_comes_after_the_export() {
    let (_, overview) = sample();
    let states = states(&overview);
    assert_eq!(overview.completeness.percent, 100);
    assert!(states[..13].iter().all(|state| *state == PartState::Complete), "{states:?}");
    assert_eq!(overview.pages.len(), 19);
    assert!(overview.sections.iter().all(|section| 0 < section.low && section.high <= section.limit));
}

#[test]
fn the_empty_form_is_empty_in_every_part() {
    let editions = Editions::built_in();
    let facts = Facts::on("2026-05-08".parse().unwrap());
    let overview = of(&Content::empty(editions.latest()), &facts);
    assert!(states(&overview).iter().all(|state| *state == PartState::Empty));
    assert_eq!(overview.completeness.percent, 0);
}

#[test]
fn what_is_wrong_differs_from_what_is_missing() {
    let editions = Editions::built_in();
    let facts = Facts::on("2026-05-08".parse().unwrap());
    let mut content = Content { organization: "甲公司".into(), ..Content::empty(editions.latest()) };
    assert_eq!(of(&content, &facts).parts[0].state, PartState::Partial);
    content.declaration.credit_code = "123".into();
    assert_eq!(of(&content, &facts).parts[0].state, PartState::Errors);
}

#[test]
fn numbers_are_shown_with_their_change_on_the_year() {
    let (mut content, _) = sample();
    let years: [Year; 3] = Editions::built_in().latest().years();
    content.benefits[0].values =
        years.into_iter().zip(["1000", "1500.5", "1200"].map(Into::into)).collect::<ByYear<_>>();
    let overview = of(&content, &Facts::on("2026-05-08".parse().unwrap()));
    let figure = |year: &str| &overview.figures[&format!("benefits[0].values.{year}")];
    assert_eq!((figure("2023").shown.as_str(), &figure("2023").change), ("1,000", &None));
    assert_eq!(figure("2024").change.as_deref(), Some("+50.1%"));
    assert_eq!(figure("2025").change.as_deref(), Some("-20.0%"));
    assert_eq!(overview.series.last().unwrap().source.split(':').next(), Some("benefits"));
}

/// What a window does when one cell was changed: it saves, and shows the draft anew.
fn save_a_cell(draft: &mut Draft, value: &str) {
    let edition = Editions::built_in().latest().clone();
    let place = Assignment { path: "benefits[0].values.2024".into(), value: value.into() };
    draft.assign(Operation::Edit, vec![place], DateTime::UNIX_EPOCH).unwrap();
    let content = draft.present_content().unwrap();
    draft.undoable().unwrap();
    let facts = draft.facts(&content, "2026-05-08".parse().unwrap()).unwrap();
    let budget = budget(draft, &content, &edition).unwrap();
    Overview::of(&content, &edition, &facts, budget);
}

#[test]
fn a_saved_cell_makes_the_content_json_once_and_reads_only_its_table() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.biaogan");
    drop(Draft::create_sample(&path, &Editions::built_in(), DateTime::UNIX_EPOCH).unwrap());
    let mut draft = Draft::open(&path).unwrap();
    draft.read().unwrap();
    let saved = counted(|| save_a_cell(&mut draft, "51000"));
    assert_eq!(saved, Counted { serialised: 1, parsed: 0 });
}
