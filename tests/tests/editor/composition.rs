//! Chinese input methods as the page sees them: pinyin stands in the text while it is composed, and what is chosen takes its place.
//! Counting, checking and saving go on meanwhile and must break nothing. `input_method.rs` does the same with a real one.

use super::stage::{Writing, heading, paragraph, patiently, table};
use end_to_end::desktop::{self, By};
use serde_json::json;
use std::thread::sleep;
use std::time::Duration;

/// Longer than the editor rests before it saves, and the checks come back.
const A_WHILE: Duration = Duration::from_millis(900);

/// Composes 质量 letter by letter as “zhi'liang”, rests in the midst of it, and chooses.
#[track_caller]
fn compose(writing: &Writing) {
    let step =
        |step: &str, text: &str| writing.desk.run(include_str!("compose.js"), &[json!(step), json!(text)]);
    step("begin", "");
    for letters in ["z", "zh", "zhi", "zhi'l", "zhi'li"] {
        step("update", letters);
    }
    rests(writing, "zhi'li");
    for letters in ["zhi'lia", "zhi'lian", "zhi'liang"] {
        step("update", letters);
    }
    rests(writing, "zhi'liang");
    step("end", "质量");
}

/// The letters stand in the text and are not in the file, a good while after the last key.
#[track_caller]
fn rests(writing: &Writing, letters: &str) {
    sleep(A_WHILE);
    let shown = "const at = document.activeElement;
        return (at.value ?? at.textContent).split(arguments[0]).length - 1";
    assert_eq!(writing.desk.run(shown, &[json!(letters)]), 1, "{letters} stand in the text once");
    let kept = writing.json().to_string();
    assert!(!kept.contains("zh"), "half-composed letters were saved: {kept}");
}

#[track_caller]
fn composes_once(writing: &Writing, before: &[&str], after: &[&str]) {
    compose(writing);
    writing.reads(after);
    writing.desk.press("Control+z");
    writing.reads(before);
    writing.desk.press("Control+y");
    writing.reads(after);
}

#[test]
fn pinyin_in_a_paragraph_becomes_what_is_chosen_once() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::of("overview", &[paragraph("推行管理。")]);
    let desk = &writing.desk;
    desk.press("Control+Home");
    desk.press("ArrowRight");
    desk.press("ArrowRight");
    composes_once(&writing, &["P 推行管理。"], &["P 推行质量管理。"]);
}

#[test]
fn pinyin_in_an_empty_section_becomes_what_is_chosen_once() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::blank();
    composes_once(&writing, &["P"], &["P 质量"]);
    // The next word follows at once.
    compose(&writing);
    writing.reads(&["P 质量质量"]);
}

#[test]
fn pinyin_in_a_heading_becomes_what_is_chosen_once() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::of("overview", &[heading(2, "策划"), paragraph("略。")]);
    writing.desk.press("Control+Home");
    writing.desk.press("End");
    composes_once(&writing, &["H2 策划", "P 略。"], &["H2 策划质量", "P 略。"]);
}

#[test]
fn pinyin_in_a_cell_becomes_what_is_chosen_once() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::of("overview", &[table("t1", "表", &[&["", "乙"]]), paragraph("略。")]);
    writing.desk.click(By::Css(".ProseMirror td:first-child"));
    composes_once(&writing, &["T 表: |乙", "P 略。"], &["T 表: 质量|乙", "P 略。"]);
    writing.desk.press("Tab");
    writing.desk.press("End");
    composes_once(&writing, &["T 表: 质量|乙", "P 略。"], &["T 表: 质量|乙质量", "P 略。"]);
}

#[test]
fn pinyin_in_a_caption_becomes_what_is_chosen_once() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::of("overview", &[table("t1", "表", &[&["甲"]]), paragraph("略。")]);
    writing.desk.click(By::Css(".table-block textarea"));
    writing.desk.press("End");
    composes_once(&writing, &["T 表: 甲", "P 略。"], &["T 表质量: 甲", "P 略。"]);
}

#[test]
fn a_composition_given_up_leaves_nothing() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::of("overview", &[paragraph("推行。")]);
    let step =
        |step: &str, text: &str| writing.desk.run(include_str!("compose.js"), &[json!(step), json!(text)]);
    writing.desk.press("Control+End");
    step("begin", "");
    step("update", "zhi");
    rests(&writing, "zhi");
    step("update", "");
    step("end", "");
    writing.reads(&["P 推行。"]);
    writing.desk.type_keys("好");
    writing.reads(&["P 推行。好"]);
    assert_eq!(patiently(|| writing.seen(), |seen| seen.len() == 1), ["P 推行。好"]);
}
