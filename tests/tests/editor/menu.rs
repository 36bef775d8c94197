//! The menu by “/”, and writing with the whole screen.

use super::stage::{TEXT, Writing};
use end_to_end::desktop::{self, By};

const MENU: By = By::Css("[role=listbox][aria-label='插入']");

#[test]
fn the_menu_by_a_slash_makes_what_is_chosen_and_leaves_no_trace_of_its_letters() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::blank();
    let desk = &writing.desk;
    desk.type_keys("/");
    desk.find(MENU);
    desk.press("ArrowDown");
    desk.press("Enter");
    desk.gone(MENU);
    desk.type_keys("质量基础\n");
    writing.reads(&["H2 质量基础", "P"]);
    // A Chinese keyboard types 、 with that key; letters choose.
    desk.type_keys("、lb");
    assert_eq!(
        desk.find(By::Css(".menu [aria-selected=true]")).attribute("title"),
        "项目符号（Ctrl+Shift+8）"
    );
    desk.press("Enter");
    desk.type_keys("人员");
    writing.reads(&["H2 质量基础", "- 人员"]);
    desk.type_keys("\n\n/bg");
    desk.find(MENU);
    desk.press("Enter");
    desk.find(By::Role("dialog", "插入表格"));
    desk.press("Escape");
    writing.reads(&["H2 质量基础", "- 人员", "P"]);
}

#[test]
fn escape_closes_the_menu_and_what_was_typed_stays() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::blank();
    let desk = &writing.desk;
    desk.type_keys("/");
    desk.find(MENU);
    desk.press("Escape");
    desk.gone(MENU);
    desk.type_keys("m为单位");
    assert!(desk.find_all(MENU).is_empty());
    writing.reads(&["P /m为单位"]);
    // In the middle of a line a slash is a slash.
    desk.type_keys("，r/min");
    assert!(desk.find_all(MENU).is_empty());
    writing.reads(&["P /m为单位，r/min"]);
}

#[test]
fn the_text_takes_the_whole_window_and_gives_it_back() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::blank();
    let desk = &writing.desk;
    let covers = "const box = document.querySelector('.experience').getBoundingClientRect();
        return box.left === 0 && box.top === 0 && box.width === innerWidth && box.height === innerHeight;";
    desk.type_keys("全");
    desk.press("F11");
    desk.until(covers, &[]);
    desk.type_keys("屏");
    assert!(desk.find(TEXT).has_focus());
    desk.press("Escape");
    desk.until(&format!("return !(() => {{ {covers} }})()"), &[]);
    desk.type_keys("写作");
    writing.reads(&["P 全屏写作"]);
    desk.press("F11");
    desk.until(covers, &[]);
    desk.press("F11");
    desk.until(&format!("return !(() => {{ {covers} }})()"), &[]);
}
