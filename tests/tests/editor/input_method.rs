//! Writing with a real input method: GTK's own, which composes `Ctrl+Shift+U 4 e 2 d` and commits 中 at the blank, struck on the
//! display's keyboard. What is half-composed stands underlined in the text, and counting, checking and saving go on meanwhile.

use super::stage::{Writing, doc, heading, paragraph, patiently, table};
use end_to_end::desktop::{self, By, Keyboard, Options};
use serde_json::{Value, json};
use std::thread::sleep;
use std::time::Duration;

/// Longer than the editor rests before it saves, and the checks come back.
const A_WHILE: Duration = Duration::from_millis(900);

/// A draft with these blocks, under the input method that GTK brings itself.
fn writing(blocks: &[Value]) -> Writing {
    let method = ("GTK_IM_MODULE".to_owned(), "gtk-im-context-simple".to_owned());
    let options = Options { variables: vec![method], ..Options::default() };
    Writing::with("overview", &options, |all| all["experience"]["overview"] = doc(blocks))
}

/// Begins to compose 中 where the cursor is, rests, and commits it.
#[track_caller]
fn compose(writing: &Writing, keyboard: &Keyboard) {
    keyboard.strike("Control+Shift+u");
    keyboard.strike_all("4e");
    rests(writing, "u4e");
    keyboard.strike_all("2d");
    rests(writing, "u4e2d");
    keyboard.strike("Space");
}

/// What is half-composed stands in the text once and is not in the file, a good while after the last key.
#[track_caller]
fn rests(writing: &Writing, letters: &str) {
    let shown = "const at = document.activeElement; return (at.value ?? at.textContent).split(arguments[0]).length === 2";
    writing.desk.until(shown, &[json!(letters)]);
    sleep(A_WHILE);
    assert_eq!(writing.desk.run(shown, &[json!(letters)]), true, "the composition was broken off");
    let kept = writing.json().to_string();
    assert!(!kept.contains("u4e"), "half-composed letters were saved: {kept}");
}

/// 中 comes into the text once, goes by undoing, comes again by redoing.
#[track_caller]
fn composes_once(writing: &Writing, before: &[&str], after: &[&str]) {
    let keyboard = writing.desk.keyboard();
    compose(writing, &keyboard);
    writing.reads(after);
    writing.desk.press("Control+z");
    writing.reads(before);
    writing.desk.press("Control+y");
    writing.reads(after);
}

#[test]
fn what_stands_before_a_composition_is_saved_while_it_lasts() {
    if desktop::lacks() {
        return;
    }
    let writing = writing(&[]);
    let keyboard = writing.desk.keyboard();
    keyboard.strike_all("abc");
    keyboard.strike("Control+Shift+u");
    keyboard.strike_all("4e2d");
    rests(&writing, "abcu4e2d");
    writing.desk.find(By::Css(".section-text.composing"));
    let saved = patiently(|| writing.stored(), |stored| *stored == ["P abc"]);
    assert_eq!(saved, ["P abc"], "what was typed before does not wait");
    let counted = "return document.querySelector('.outline .open .length b').innerText === '1'";
    writing.desk.until(counted, &[]);
    keyboard.strike("Space");
    writing.reads(&["P abc中"]);
    keyboard.strike_all("de");
    compose(&writing, &keyboard);
    writing.reads(&["P abc中de中"]);
    writing.undone_to(&["P"]);
}

#[test]
fn a_character_is_composed_in_the_midst_of_a_paragraph() {
    if desktop::lacks() {
        return;
    }
    let writing = writing(&[paragraph("推行管理。")]);
    writing.desk.press("Control+Home");
    writing.desk.press("ArrowRight");
    writing.desk.press("ArrowRight");
    composes_once(&writing, &["P 推行管理。"], &["P 推行中管理。"]);
}

#[test]
fn a_character_is_composed_in_a_heading_and_in_an_empty_one() {
    if desktop::lacks() {
        return;
    }
    let writing = writing(&[heading(2, "策划"), paragraph("略。")]);
    writing.desk.press("Control+Home");
    writing.desk.press("End");
    composes_once(&writing, &["H2 策划", "P 略。"], &["H2 策划中", "P 略。"]);
    writing.desk.press("Control+End");
    writing.desk.type_keys("\n### ");
    composes_once(&writing, &["H2 策划中", "P 略。", "H3"], &["H2 策划中", "P 略。", "H3 中"]);
}

#[test]
fn a_character_is_composed_in_a_cell_and_in_an_empty_one() {
    if desktop::lacks() {
        return;
    }
    let writing = writing(&[table("t1", "表", &[&["", "乙"]]), paragraph("略。")]);
    writing.desk.click(By::Css(".ProseMirror td:first-child"));
    composes_once(&writing, &["T 表: |乙", "P 略。"], &["T 表: 中|乙", "P 略。"]);
    writing.desk.press("Tab");
    writing.desk.press("End");
    composes_once(&writing, &["T 表: 中|乙", "P 略。"], &["T 表: 中|乙中", "P 略。"]);
}

#[test]
fn a_character_is_composed_in_a_caption() {
    if desktop::lacks() {
        return;
    }
    let writing = writing(&[table("t1", "表", &[&["甲"]]), paragraph("略。")]);
    writing.desk.click(By::Css(".table-block textarea"));
    writing.desk.press("End");
    composes_once(&writing, &["T 表: 甲", "P 略。"], &["T 表中: 甲", "P 略。"]);
}

#[test]
fn a_composition_given_up_by_escape_leaves_nothing() {
    if desktop::lacks() {
        return;
    }
    let writing = writing(&[paragraph("推行。")]);
    writing.desk.press("Control+End");
    let keyboard = writing.desk.keyboard();
    keyboard.strike("Control+Shift+u");
    keyboard.strike_all("4e");
    rests(&writing, "u4e");
    keyboard.strike("Escape");
    writing.reads(&["P 推行。"]);
    keyboard.strike_all("ok");
    writing.reads(&["P 推行。ok"]);
}
