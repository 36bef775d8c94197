//! A pinyin method as the page sees it: no test machine has one. Chromium is told of its steps by its driver; for
//! WebKit the events are sent that it sends.

use super::{Method, Writing, rests};
use end_to_end::desktop::Composing;
use serde_json::json;

/// Composes 质量 letter by letter as “zhi'liang”.
struct Pinyin;

fn step(writing: &Writing, step: &str, text: &str) {
    let composing =
        if step == "end" && !text.is_empty() { Composing::Chosen(text) } else { Composing::Letters(text) };
    if writing.desk.composes_in_chromium(composing) {
        return;
    }
    writing.desk.run(include_str!("pinyin.js"), &[json!(step), json!(text)]);
}

impl Method for Pinyin {
    const LETTERS: &str = "zh";
    const CHOSEN: &str = "质量";

    #[track_caller]
    fn compose(writing: &Writing) {
        step(writing, "begin", "");
        for letters in ["z", "zh", "zhi", "zhi'l", "zhi'li"] {
            step(writing, "update", letters);
        }
        rests::<Pinyin>(writing, "zhi'li");
        for letters in ["zhi'lia", "zhi'lian", "zhi'liang"] {
            step(writing, "update", letters);
        }
        rests::<Pinyin>(writing, "zhi'liang");
        step(writing, "end", "质量");
    }

    #[track_caller]
    fn give_up(writing: &Writing) {
        step(writing, "begin", "");
        step(writing, "update", "zhi");
        rests::<Pinyin>(writing, "zhi");
        step(writing, "update", "");
        step(writing, "end", "");
    }
}

#[test]
fn pinyin_in_a_paragraph() {
    super::in_a_paragraph::<Pinyin>();
}

#[test]
fn pinyin_in_a_long_section() {
    super::in_a_long_section::<Pinyin>();
}

#[test]
fn pinyin_in_an_empty_section() {
    super::in_an_empty_section::<Pinyin>();
}

#[test]
fn pinyin_in_a_heading_and_in_an_empty_one() {
    super::in_a_heading_and_in_an_empty_one::<Pinyin>();
}

#[test]
fn pinyin_in_a_cell_and_in_an_empty_one() {
    super::in_a_cell_and_in_an_empty_one::<Pinyin>();
}

#[test]
fn pinyin_in_a_caption() {
    super::in_a_caption::<Pinyin>();
}

#[test]
fn pinyin_in_the_title() {
    super::in_the_title::<Pinyin>();
}

#[test]
fn pinyin_in_a_marked_line() {
    super::in_a_marked_line::<Pinyin>();
}

#[test]
fn pinyin_given_up_leaves_nothing() {
    super::given_up::<Pinyin>();
}
