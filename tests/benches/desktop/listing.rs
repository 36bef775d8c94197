//! The list of drafts, as the home screen asks for it: each look of the window at its library.

use super::figures::Figures;
use super::fullest::{self, Home};
use super::made;
use end_to_end::desktop::Desk;
use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

const DRAFTS: usize = 30;
const ROUNDS: usize = 40;

/// From asking to the answer.
const ASK: &str = "
const [done] = arguments;
const begun = performance.now();
window.__TAURI_INTERNALS__.invoke('library').then(({ drafts }) => done([performance.now() - begun, drafts.length]));";

pub fn measure() {
    let home = Home::empty();
    made::sample(&home.draft);
    let copies: Vec<PathBuf> =
        (1..DRAFTS).map(|number| home.draft.with_file_name(format!("申报{number}.biaogan"))).collect();
    for copy in &copies {
        fs::copy(&home.draft, copy).expect("a copy");
    }
    let desk = home.desk();
    fullest::listed(&desk);
    asked(&desk);
    let known = (0..ROUNDS).map(|_| asked(&desk)).collect();
    Figures::of(known).row(&format!("list, {DRAFTS} drafts, none changed"), "");
    let changed = || {
        for copy in &copies {
            let file = fs::File::options().append(true).open(copy).expect("the draft");
            file.set_modified(SystemTime::now()).expect("its time");
        }
        asked(&desk)
    };
    Figures::of((0..ROUNDS).map(|_| changed()).collect())
        .row(&format!("list, {DRAFTS} drafts, all changed"), "");
}

fn asked(desk: &Desk) -> f64 {
    let taken = desk.run_async(ASK, &[]);
    assert_eq!(taken[1], DRAFTS, "drafts in the list");
    taken[0].as_f64().expect("milliseconds")
}
