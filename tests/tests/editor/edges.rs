//! Enter, Backspace and the arrows where a heading, a table or a figure begins and ends.

use super::stage::{Writing, heading, paragraph, patiently, table};
use end_to_end::desktop::{self, By};
use serde_json::json;
use std::thread::sleep;
use std::time::Duration;

const CELLS: &[&[&str]] = &[&["甲", "乙"], &["丙", "丁"]];

#[test]
fn backspace_makes_a_heading_a_paragraph_wherever_it_stands() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::of("overview", &[heading(2, "首"), paragraph("文"), heading(3, "次")]);
    let desk = &writing.desk;
    desk.press("Control+Home");
    desk.press("Backspace");
    writing.reads(&["P 首", "P 文", "H3 次"]);
    desk.click(By::Css(".ProseMirror h3"));
    desk.press("Home");
    desk.press("Backspace");
    writing.reads(&["P 首", "P 文", "P 次"]);
    // Once more joins it to the line before, as between any paragraphs.
    desk.press("Backspace");
    writing.reads(&["P 首", "P 文次"]);
}

#[test]
fn enter_after_a_heading_begins_a_paragraph_and_within_one_parts_it() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::of("overview", &[heading(2, "策划部署")]);
    let desk = &writing.desk;
    desk.press("Control+End");
    desk.type_keys("\n正文");
    writing.reads(&["H2 策划部署", "P 正文"]);
    desk.press("Control+Home");
    desk.press("ArrowRight");
    desk.press("ArrowRight");
    desk.press("Enter");
    writing.reads(&["H2 策划", "H2 部署", "P 正文"]);
    // In front of a heading Enter makes room above it.
    desk.press("Control+Home");
    desk.press("Enter");
    writing.reads(&["P", "H2 策划", "H2 部署", "P 正文"]);
}

#[test]
fn a_text_that_begins_with_a_table_has_a_cursor_as_soon_as_it_has_the_focus() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::of("overview", &[table("t1", "表", CELLS), paragraph("后")]);
    let desk = &writing.desk;
    // By Enter from the title above it, as by Tab.
    desk.type_into(By::Css(".experience .title textarea"), "实施零缺陷管控的经验\n");
    desk.until(
        "return document.activeElement.matches('.ProseMirror') && getSelection().anchorNode !== null",
        &[],
    );
    desk.type_keys("之");
    writing.reads(&["T 表: 之甲|乙 / 丙|丁", "P 后"]);
}

#[test]
fn backspace_after_a_table_leaves_the_table_whole() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::of("overview", &[table("t1", "表", CELLS), paragraph("后")]);
    let desk = &writing.desk;
    desk.press("Control+End");
    desk.press("Home");
    desk.press("Backspace");
    desk.type_keys("之");
    let table = "T 表: 甲|乙 / 丙|丁";
    writing.saved();
    let seen = writing.stored();
    assert!(seen.iter().any(|line| line.starts_with("T 表: 甲|乙 / 丙|丁")), "{seen:?}");
    writing.reads(&[&format!("{table}之"), "P 后"]);
}

#[test]
fn delete_before_a_table_leaves_the_table_whole() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::of("overview", &[paragraph("前"), table("t1", "表", CELLS), paragraph("后")]);
    let desk = &writing.desk;
    desk.press("Control+Home");
    desk.press("End");
    desk.press("Delete");
    writing.reads(&["P 前", "T 表: 甲|乙 / 丙|丁", "P 后"]);
    desk.press("Control+End");
    desk.press("Backspace");
    writing.reads(&["P 前", "T 表: 甲|乙 / 丙|丁", "P"]);
    desk.press("Backspace");
    writing.saved();
    assert!(writing.stored().contains(&"T 表: 甲|乙 / 丙|丁".to_owned()), "{:?}", writing.stored());
}

#[test]
fn a_table_that_is_all_there_is_can_be_written_around() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::of("overview", &[table("t1", "表", CELLS)]);
    let desk = &writing.desk;
    desk.click(By::Css(".ProseMirror tr:last-child td:last-child"));
    desk.press("ArrowDown");
    desk.type_keys("后");
    writing.reads(&["T 表: 甲|乙 / 丙|丁", "P 后"]);
    desk.click(By::Css(".ProseMirror tr:first-child td:first-child"));
    desk.press("ArrowUp");
    desk.type_keys("前");
    writing.reads(&["P 前", "T 表: 甲|乙 / 丙|丁", "P 后"]);
}

/// Clicks the first figure until it is chosen: the page may scroll away under the mouse.
fn choose(writing: &Writing) {
    let chosen = || writing.desk.run("return document.querySelector('.figure-block.selected') !== null", &[]);
    let click = || {
        writing.desk.click(By::Css(".figure-block .missing"));
        // Clicks closer to each other are a double one.
        (0..15).any(|_| {
            sleep(Duration::from_millis(40));
            chosen() == true
        })
    };
    assert!(patiently(click, |chosen| *chosen), "the figure is not chosen by clicks");
}

#[test]
fn what_is_typed_while_a_figure_is_chosen_goes_below_it() {
    if desktop::lacks() {
        return;
    }
    let figure = |id: &str, caption: &str| json!({ "type": "figure", "attrs": { "id": id, "attachment": "", "caption": caption, "width": 80 } });
    let writing = Writing::of("overview", &[figure("f1", "首"), figure("f2", "次")]);
    let desk = &writing.desk;
    choose(&writing);
    desk.type_keys("说明");
    writing.reads(&["F 首 80%", "P 说明", "F 次 80%"]);
    // Enter while it is chosen makes room: in front of the first, behind another.
    choose(&writing);
    desk.press("Enter");
    desk.type_keys("前");
    writing.reads(&["P 前", "F 首 80%", "P 说明", "F 次 80%"]);
    desk.press("Control+End");
    desk.type_keys("后");
    writing.reads(&["P 前", "F 首 80%", "P 说明", "F 次 80%", "P 后"]);
}

#[test]
fn backspace_behind_a_figure_chooses_it_before_it_goes() {
    if desktop::lacks() {
        return;
    }
    let figure = json!({ "type": "figure", "attrs": { "id": "f1", "attachment": "", "caption": "框架", "width": 80 } });
    let writing = Writing::of("overview", &[figure, paragraph("后")]);
    let desk = &writing.desk;
    desk.press("Control+End");
    desk.press("Home");
    desk.press("Backspace");
    desk.find(By::Css(".figure-block.selected"));
    writing.reads(&["F 框架 80%", "P 后"]);
    desk.press("Backspace");
    writing.reads(&["P 后"]);
    desk.press("Control+z");
    writing.reads(&["F 框架 80%", "P 后"]);
}
