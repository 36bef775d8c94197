//! A key in the longest section, to behind the frame that shows it; and in one of a hundred figures, charts and tables,
//! beside a bare TipTap page with the same text.

use super::bare_editor;
use super::figures::Figures;
use super::fullest::{self, Home};
use super::section;
use super::stolen::Stolen;
use biaogan::edition::Editions;
use end_to_end::desktop::{By, Desk};
use std::thread::sleep;
use std::time::{Duration, Instant};

const KEYS: usize = 320;
/// Eight keys a second: a fast writer, with saves in between.
const PACE: Duration = Duration::from_millis(125);

/// Waits for a letter's own frame: its paragraph is longer by it.
const WATCH: &str = "
from('keydown', (event) => {
  if (event.key.length > 1 || event.ctrlKey) return null;
  const { anchorNode } = getSelection();
  const paragraph = (anchorNode.nodeType === Node.TEXT_NODE ? anchorNode.parentElement : anchorNode).closest('p');
  const length = paragraph.textContent.length;
  return () => paragraph.textContent.length > length;
});";

/// Figures, charts and tables, each below a paragraph: 8000字 together.
const BLOCKS: usize = 100;
const PLACES: [(&str, &str); 2] = [("at the beginning", ":first-of-type"), ("at the end", ":last-of-type")];

pub fn measure() {
    in_the_longest();
    beside_a_bare_one();
}

fn in_the_longest() {
    let home = Home::new(&[]);
    let desk = home.desk();
    open(&desk);
    say_lengths(&home);
    for (name, paragraph) in PLACES {
        let begun = Stolen::now();
        let rounds = typed(&desk, paragraph);
        let aim = format!("16, 95 % 33; {:.1} % of the processors taken by the host", begun.percent());
        Figures::of(rounds).row(&format!("key in 8000字, {name}"), &aim);
    }
}

/// Both windows are open all the time, and each is typed into in turns.
fn beside_a_bare_one() {
    let home = Home::new(&[]);
    section::fill(&home, BLOCKS);
    let desk = home.desk();
    open(&desk);
    let folder = tempfile::tempdir().expect("a folder");
    let bare = bare_editor::desk(folder.path(), &section::of(BLOCKS, ""));
    bare.run(include_str!("behind.js"), &[]);
    for (name, paragraph) in PLACES {
        let [ours, theirs] = [&desk, &bare].map(|desk| Figures::of(typed(desk, paragraph)));
        theirs.row(&format!("key in {BLOCKS} blocks, {name}, bare TipTap"), "");
        let [median, most] = [0.5, 0.95].map(|share| ours.at(share) / theirs.at(share));
        let aim = format!("{median:.2} times bare, 95 % {most:.2}, aim 1.3");
        ours.row(&format!("key in {BLOCKS} blocks, {name}"), &aim);
    }
}

fn open(desk: &Desk) {
    fullest::open(desk);
    fullest::part(desk, "实施过程");
    desk.find(By::Css(".section-text [contenteditable=true] table"));
    desk.run(include_str!("behind.js"), &[]);
}

fn typed(desk: &Desk, paragraph: &str) -> Vec<f64> {
    desk.run("rounds.length = 0", &[]);
    desk.click(By::Css(&format!(".section-text [contenteditable=true] > p{paragraph}")));
    desk.press("End");
    desk.run(&format!("if (!window.watching) {{ window.watching = true; {WATCH} }}"), &[]);
    let mut next = Instant::now();
    for key in 0..KEYS {
        desk.type_keys(["a", "s", "d", "f"][key % 4]);
        next += PACE;
        sleep(next.saturating_duration_since(Instant::now()));
    }
    let rounds = desk.until(&format!("return rounds.length >= {KEYS} && rounds"), &[]);
    rounds.as_array().expect("rounds").iter().map(|round| round.as_f64().expect("milliseconds")).collect()
}

fn say_lengths(home: &Home) {
    let draft = biaogan::draft::Draft::open_read_only(&home.draft).expect("the draft");
    let editions = Editions::built_in();
    let lengths = end_to_end::fullest::lengths(&draft.content().expect("content"), editions.latest());
    println!("the text: {lengths:?}字, together {}", lengths.iter().sum::<usize>());
}
