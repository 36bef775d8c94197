//! Random clicking and typing for long: nothing unforeseen happens, and page and file hold the same text.
//!
//! Not in CI: `BIAOGAN_MINUTES=25 cargo test -p end-to-end --test all -- --ignored wandering`. `BIAOGAN_SEED` names the
//! walk, which is said at its beginning.

use super::long;
use super::stage::{Writing, doc, heading, paragraph, patiently};
use end_to_end::desktop::{self, Desk, Options};
use end_to_end::stage::files;
use serde_json::json;
use std::env;
use std::time::{Duration, Instant};

const SECTIONS: [&str; 4] = ["overview", "background", "process", "results"];
const WORDS: [&str; 7] = ["质量", "SPC", "。", " ", "98.6%", "## ", "- "];
const KEYS: [&str; 26] = [
    "Enter",
    "Enter",
    "Backspace",
    "Delete",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Tab",
    "Shift+Tab",
    "Shift+ArrowDown",
    "Shift+ArrowRight",
    "Shift+End",
    "Control+Home",
    "Control+End",
    "Control+b",
    "Control+c",
    "Control+x",
    "Control+v",
    "Control+z",
    "Control+y",
    "Control+Alt+1",
];
/// So much is done between two looks at page and file.
const DEEDS: usize = 60;

/// Somewhere on a random block that is seen: where to click, or nothing.
const PLACE: &str = "
const room = (block) => block.closest('.page-scroll')?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
const seen = [...document.querySelectorAll(arguments[0])].filter((block) => {
  const [{ top, bottom, width }, around] = [block.getBoundingClientRect(), room(block)];
  return width && top > around.top + 4 && bottom < around.bottom - 4;
}).map((block) => block.getBoundingClientRect());
const box = seen[arguments[1] % (seen.length || 1)];
return box && [Math.round(box.left + box.width * 0.4), Math.round(box.top + box.height / 2)]";

/// Knuth's MMIX generator.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % sides
    }

    fn one<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.roll(all.len())]
    }
}

fn number(name: &str, otherwise: u64) -> u64 {
    env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
#[ignore = "takes as many minutes as BIAOGAN_MINUTES says"]
fn wandering_for_long_harms_nothing() {
    if desktop::lacks() {
        return;
    }
    let (seed, minutes) = (number("BIAOGAN_SEED", 1), number("BIAOGAN_MINUTES", 25));
    println!("BIAOGAN_SEED={seed}, {minutes} minutes");
    let mut dice = Dice(seed);
    let mut writing = Writing::with("process", &Options::default(), |all| {
        for section in SECTIONS {
            all["experience"][section] = doc(&[heading(2, "概述"), paragraph("推行零缺陷管理。")]);
        }
        all["experience"]["process"] = doc(&long::section().0);
    });
    let begun = Instant::now();
    let mut looks = 0;
    while begun.elapsed() < Duration::from_secs(60 * minutes) {
        (0..DEEDS).for_each(|_| step(&writing, &mut dice));
        saved(&writing);
        looks += 1;
        println!("{} s: page and file are the same, look {looks}", begun.elapsed().as_secs());
        if dice.roll(3) == 0 {
            writing.open(dice.one(&SECTIONS));
        }
    }
    let logs: Vec<_> = files(writing.desk.home());
    let logs = logs.iter().filter(|file| file.file_name().is_some_and(|name| name == "错误记录.txt"));
    let logged: Vec<String> = logs.map(|log| std::fs::read_to_string(log).expect("the log")).collect();
    assert!(logged.is_empty(), "{logged:?}");
}

/// One thing that a hand does.
fn step(writing: &Writing, dice: &mut Dice) {
    let desk = &writing.desk;
    match dice.roll(20) {
        0..6 => desk.type_keys(dice.one(&WORDS)),
        6..14 => desk.press(dice.one(&KEYS)),
        14..17 => click(
            writing,
            dice,
            ".ProseMirror p, .ProseMirror td, .ProseMirror figure, .ProseMirror textarea",
        ),
        17 => click(writing, dice, ".tools .tool:not([aria-label='全屏写作']), .strip button"),
        18 => {
            let share = dice.roll(100);
            // Undoing may have led away from the text.
            let body = "const page = document.querySelector('.page-scroll');
                page?.scrollTo(0, page.scrollHeight * arguments[0] / 100)";
            desk.run(body, &[json!(share)]);
        }
        _ => at_rest(writing),
    }
}

fn click(writing: &Writing, dice: &mut Dice, among: &str) {
    let desk = &writing.desk;
    if opened(desk, "dialog[open]") > 0 {
        return at_rest(writing);
    }
    let place = desk.run(PLACE, &[json!(among), json!(dice.roll(1000))]);
    if place.is_array() {
        desk.click_at(&place[0], &place[1]);
    }
}

/// Waits until page and file agree. A step that is still under way may lead away from the text once more.
fn saved(writing: &Writing) {
    at_rest(writing);
    writing.desk.press("Control+s");
    let both = || {
        at_rest(writing);
        (writing.seen(), writing.stored())
    };
    let (seen, stored) = patiently(both, |(seen, stored)| seen == stored);
    assert_eq!(seen, stored, "the page and the file");
}

/// Closes what was opened, and goes back into the text: undoing what was typed into the title leads to 基本信息.
fn at_rest(writing: &Writing) {
    let desk = &writing.desk;
    let any = "dialog[open], [role=search], [role=menu]";
    for _ in 0..10 {
        if opened(desk, any) == 0 {
            return writing.back();
        }
        desk.press("Escape");
    }
    panic!("ten Escapes left {} open", opened(desk, any));
}

/// How many of them there are at this moment: the driver cannot name what goes meanwhile.
fn opened(desk: &Desk, css: &str) -> u64 {
    let count = desk.run("return document.querySelectorAll(arguments[0]).length", &[json!(css)]);
    count.as_u64().expect("a number")
}
