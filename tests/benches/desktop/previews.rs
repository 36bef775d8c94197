//! The preview of the longest documents: to the first page, to all of them, and the memory it takes.

use super::figures::{self, Figures};
use super::fullest::{self, Home, PAGE, scans_of};
use super::section;
use end_to_end::desktop::{By, Desk};

/// Scans for a hundred and fifty pages of evidence.
const ATTACHED: u64 = 70_000_000;
const QUALITY: u8 = 5;
/// A text of forty pages.
const BLOCKS: usize = 100;
const DOCUMENTS: [&str; 2] = ["experience", "evidence"];
const FIGURES: [&str; 4] = ["first page", "all pages", "of the processors", "MB"];

/// Calls back with the milliseconds to behind the frame with the first page, and to when all are counted and what is
/// seen of them has its pictures.
const WATCH: &str = "
const [tab, done] = arguments;
const begun = performance.now();
let first;
const pages = () => document.querySelector('.holder .leaf');
const isBusy = () => document.querySelector('.pages').ariaBusy === 'true';
const pictures = () => [...document.querySelectorAll('.holder img[src]')].every((picture) => picture.complete);
const look = () => {
  if (pages() && !first) behind((now) => (first = now - begun));
  if (!first || isBusy() || !pictures()) return requestAnimationFrame(look);
  done([first, performance.now() - begun]);
};
document.getElementById(`tab-${tab}`).click();
requestAnimationFrame(look);";

pub fn measure() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = Home::new(&scans_of(folder.path(), ATTACHED, PAGE, QUALITY));
    section::fill(&home, BLOCKS);
    for document in DOCUMENTS {
        let rounds: Vec<[f64; FIGURES.len()]> =
            (0..figures::rounds()).map(|_| round(&home, document)).collect();
        for (figure, name) in FIGURES.iter().enumerate() {
            let all = rounds.iter().map(|round| round[figure]).collect();
            Figures::of(all).row(&format!("preview of {document}"), name);
        }
    }
}

fn round(home: &Home, document: &str) -> [f64; FIGURES.len()] {
    let desk = home.desk();
    fullest::open(&desk);
    fullest::part(&desk, "预览");
    counted(&desk);
    let before = desk.processor_time();
    let taken = desk.run_async(&format!("{}{WATCH}", include_str!("behind.js")), &[document.into()]);
    let processors = desk.processor_time().saturating_sub(before).as_secs_f64() * 1e3;
    println!("{document}: {}", counted(&desk));
    let [first, all] = [0, 1].map(|which| taken[which].as_f64().expect("milliseconds"));
    [first, all, processors, desk.memory()]
}

/// What the preview says once all pages are there.
pub fn counted(desk: &Desk) -> String {
    desk.find(By::Css(".preview .leaf"));
    let said =
        "const said = document.querySelector('.preview .state').innerText; return /共/.test(said) && said";
    desk.until(said, &[]).as_str().expect("a text").to_owned()
}
