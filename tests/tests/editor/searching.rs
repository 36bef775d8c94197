//! Finding and replacing through all four sections.

use super::stage::{TEXT, Writing, doc, heading, paragraph, table};
use end_to_end::desktop::{self, By, Desk, Options};
use serde_json::json;

const FIELD: By = By::Css("[role=search] [aria-label='查找内容']");

const INSTEAD: By = By::Css("[role=search] [aria-label='替换为']");

/// Opens the bar by a key and looks for 六西格玛.
#[track_caller]
fn asks(desk: &Desk, key: &str) {
    desk.press(key);
    desk.until("return document.activeElement.ariaLabel === '查找内容'", &[]);
    desk.type_keys("六西格玛");
}

/// Three sections with 六西格玛 in heading, text, cell and caption.
fn three_sections() -> Writing {
    Writing::with("overview", &Options::default(), |all| {
        let experience = &mut all["experience"];
        experience["overview"] = doc(&[paragraph("推行六西格玛与SPC。六西格玛成效好。")]);
        experience["background"] = doc(&[heading(2, "六西格玛的由来"), paragraph("略。")]);
        experience["process"] = doc(&[table("t1", "六西格玛项目", &[&["六西格玛", "101项"]])]);
    })
}

#[track_caller]
fn counts(writing: &Writing, expected: &str) {
    writing.desk.until(
        "return document.querySelector('[role=search] .count').innerText === arguments[0]",
        &[json!(expected)],
    );
}

#[test]
fn enter_goes_from_hit_to_hit_through_the_sections() {
    if desktop::lacks() {
        return;
    }
    let writing = three_sections();
    let desk = &writing.desk;
    desk.press("Control+Home");
    asks(desk, "Control+f");
    counts(&writing, "5 处");
    assert_eq!(desk.find_all(By::Css(".ProseMirror .hit")).len(), 2, "marked in the text");
    for place in ["1 / 5 处", "2 / 5 处", "3 / 5 处", "4 / 5 处", "5 / 5 处", "1 / 5 处"] {
        desk.press("Enter");
        counts(&writing, place);
        assert_eq!(desk.find_all(By::Css(".ProseMirror .hit.current")).len(), 1, "{place}");
        assert!(desk.find(FIELD).has_focus(), "{place}");
    }
    desk.press("Shift+Enter");
    counts(&writing, "5 / 5 处");
    desk.find(By::Css(".section-text[data-path='experience.process']"));
    desk.press("Escape");
    desk.gone(FIELD);
    assert!(desk.find_all(By::Css(".ProseMirror .hit")).is_empty());
    // From the text too, where the cursor stays.
    desk.press("Control+f");
    desk.find(FIELD);
    desk.click(By::Css(".ProseMirror td"));
    desk.press("Escape");
    desk.gone(FIELD);
    assert!(desk.find(TEXT).has_focus());
}

#[test]
fn all_hits_of_all_sections_are_replaced_in_one_step() {
    if desktop::lacks() {
        return;
    }
    let mut writing = three_sections();
    let desk = &writing.desk;
    asks(desk, "Control+h");
    counts(&writing, "5 处");
    desk.click(INSTEAD);
    desk.type_keys("零缺陷");
    desk.click(By::Role("button", "全部替换"));
    desk.find(By::Text("已替换 5 处，可以一步撤销。"));
    counts(&writing, "没有找到");
    writing.reads(&["P 推行零缺陷与SPC。零缺陷成效好。"]);
    writing.open("background");
    writing.reads(&["H2 零缺陷的由来", "P 略。"]);
    writing.open("process");
    writing.reads(&["T 零缺陷项目: 零缺陷|101项"]);
    writing.desk.press("Control+z");
    writing.open("process");
    writing.reads(&["T 六西格玛项目: 六西格玛|101项"]);
    writing.open("background");
    writing.reads(&["H2 六西格玛的由来", "P 略。"]);
    writing.open("overview");
    writing.reads(&["P 推行六西格玛与SPC。六西格玛成效好。"]);
}

#[test]
fn one_hit_is_replaced_and_the_next_shown() {
    if desktop::lacks() {
        return;
    }
    let mut writing = three_sections();
    let desk = &writing.desk;
    asks(desk, "Control+h");
    desk.press("Enter");
    counts(&writing, "1 / 5 处");
    desk.click(INSTEAD);
    desk.type_keys("零缺陷");
    desk.click(By::Role("button", "替换"));
    counts(&writing, "1 / 4 处");
    writing.reads(&["P 推行零缺陷与SPC。六西格玛成效好。"]);
    desk.click(By::Role("button", "替换"));
    // The next is in the section after.
    desk.find(By::Css(".section-text[data-path='experience.background'] .hit.current"));
    writing.open("overview");
    writing.reads(&["P 推行零缺陷与SPC。零缺陷成效好。"]);
}
