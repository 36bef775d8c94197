//! An hour's walk through every part of the largest draft: its memory beside a bare window's, and whether it grows.
//! `BIAOGAN_MINUTES` names another time.

use super::fullest::{self, Home, PAGE, scans_of};
use super::memory::{of_a_bare_window, settled};
use super::previews::counted;
use end_to_end::desktop::{By, Desk};
use std::thread::sleep;
use std::time::{Duration, Instant};

const ATTACHED: u64 = 85_000_000;
/// A hundred and fifty scans are as large as that.
const QUALITY: u8 = 5;
const LOOK: Duration = Duration::from_secs(1);

/// From the top to the bottom of whatever scrolls in a part.
const SCROLL: &str = "
const [done] = arguments;
const scrolls = (box) => box.scrollHeight > box.clientHeight + 40 && /auto|scroll/.test(getComputedStyle(box).overflowY);
const boxes = [...document.querySelectorAll('.part, .part *')].filter(scrolls);
let step = 0;
const go = () => {
  for (const box of boxes) box.scrollTop = (box.scrollHeight * step) / 20;
  step += 1;
  if (step > 20) done();
  else setTimeout(go, 150);
};
go()";

pub fn measure() {
    let folder = tempfile::tempdir().expect("a folder");
    let bare = of_a_bare_window(folder.path());
    let files = scans_of(folder.path(), ATTACHED, PAGE, QUALITY);
    let home = Home::new(&files);
    let desk = home.desk();
    fullest::open(&desk);
    let minutes = std::env::var("BIAOGAN_MINUTES").ok().and_then(|text| text.parse().ok()).unwrap_or(60);
    println!("{} scans; a bare window: {bare:.0} MB", files.len());
    let begun = Instant::now();
    let end = Duration::from_secs(60 * minutes);
    while begun.elapsed() < end {
        round(&desk);
        let (taken, minute) = (settled(&desk), begun.elapsed().as_secs() / 60);
        println!("walk, minute {minute}: {taken:.0} MB, {:.2} times bare, aim 2", taken / bare);
    }
}

/// Every part once, from top to bottom; the preview with each of its documents.
fn round(desk: &Desk) {
    let buttons = desk.find_all(By::Css("nav.parts button.entry")).len();
    for button in 0..buttons {
        let click = "document.querySelectorAll('nav.parts button.entry')[arguments[0]].click()";
        desk.run(click, &[button.into()]);
        sleep(LOOK);
        look_through(desk);
    }
}

fn look_through(desk: &Desk) {
    if desk.find_all(By::Css(".preview")).is_empty() {
        desk.run_async(SCROLL, &[]);
        return;
    }
    for tab in ["application", "experience", "evidence", "summary"] {
        desk.run("document.getElementById(`tab-${arguments[0]}`)?.click()", &[tab.into()]);
        counted(desk);
        desk.run_async(SCROLL, &[]);
    }
}
