//! A key in the longest section, to behind the frame that shows it.

use super::figures::Figures;
use super::fullest::{self, Home};
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

pub fn measure() {
    let home = Home::new(&[]);
    let desk = home.desk();
    fullest::open(&desk);
    fullest::part(&desk, "实施过程");
    desk.find(By::Css(".section-text [contenteditable=true] table"));
    desk.run(include_str!("behind.js"), &[]);
    say_lengths(&home);
    for (name, paragraph) in [("at the beginning", ":first-of-type"), ("at the end", ":last-of-type")] {
        let begun = Stolen::now();
        let rounds = typed(&desk, paragraph);
        let aim = format!("16, 95 % 33; {:.1} % of the processors taken by the host", begun.percent());
        Figures::of(rounds).row(&format!("key in 8000字, {name}"), &aim);
    }
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
