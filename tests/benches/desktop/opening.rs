//! Opening the fullest draft with 200 MB attached.

use super::figures::Figures;
use super::fullest::{Home, scans};
use biaogan::date::Date;
use biaogan::draft::Draft;
use biaogan::edition::Editions;
use biaogan::overview::Overview;
use biaogan::package::budget;
use end_to_end::desktop::By;
use std::path::Path;
use std::time::Instant;

const ROUNDS: usize = 15;
const CREDIT_CODE: By = By::Css("[data-path='declaration.credit_code']");

/// From the click to behind the frame with the first part.
const WATCH: &str = "from('click', (event) => event.target.closest('.drafts') &&
    (() => document.querySelector('[data-path=\"declaration.credit_code\"]')))";

pub fn measure() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = Home::new(&scans(folder.path()));
    let bytes = std::fs::metadata(&home.draft).expect("the draft").len();
    println!("the draft: {:.0} MB", bytes as f64 / 1e6);
    core(&home.draft);
    let desk = home.desk();
    desk.run(include_str!("behind.js"), &[]);
    desk.run(WATCH, &[]);
    for round in 0..ROUNDS {
        desk.click(By::Css(".drafts .name"));
        desk.until("return rounds.length > arguments[0]", &[round.into()]);
        desk.find(CREDIT_CODE);
        desk.click(By::Name("返回我的申报"));
        desk.find(By::Css(".drafts .name"));
    }
    let rounds = desk.run("return rounds", &[]);
    let mut rounds: Vec<f64> =
        rounds.as_array().expect("rounds").iter().filter_map(|round| round.as_f64()).collect();
    Figures::of(rounds.drain(..1).collect()).row("open, first since the start", "300");
    Figures::of(rounds).row("open, click to first part", "300");
}

/// What the core does of it: opening twice, for writing and for showing pages, reading, checking, estimating.
fn core(path: &Path) {
    let editions = Editions::built_in();
    let today = Date::parse("2026-05-08").expect("a day");
    let round = || {
        let begun = Instant::now();
        let draft = Draft::open(path).expect("the draft");
        let reader = Draft::open_read_only(path).expect("the draft");
        let content = draft.content().expect("content");
        let steps = draft.undoable().expect("steps");
        let room = budget(&draft, &content, editions.latest()).expect("its size");
        let facts = draft.facts(&content, today).expect("facts");
        let overview = Overview::of(&content, editions.latest(), &facts, room);
        let json = serde_json::to_string(&(&content, &overview)).expect("JSON");
        let taken = begun.elapsed().as_secs_f64() * 1e3;
        drop((reader, steps, json));
        taken
    };
    Figures::of((0..ROUNDS).map(|_| round()).collect()).row("open, the core's part", "");
}
