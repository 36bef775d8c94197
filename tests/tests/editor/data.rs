//! A figure of the tables in the text.

use super::charts::{change_cell, three_years};
use super::stage::Writing;
use end_to_end::desktop::{self, By, Options};
use end_to_end::stage::stored;
use serde_json::json;

/// A section with this year's 设备综合效率 in it, put in through the dialog.
fn with_figure() -> Writing {
    let writing = Writing::with("results", &Options::default(), three_years);
    let desk = &writing.desk;
    desk.press("Control+End");
    desk.click(By::Css(".tools [aria-label='统计表数据']"));
    desk.find(By::Role("dialog", "插入统计表数据"));
    desk.type_keys("综合效率");
    desk.gone(By::Name("插入产品合格率2025年99.2%"));
    desk.click(By::Name("插入设备综合效率2025年87.3%"));
    desk.type_keys("。");
    writing.reads(&["P 效率提升。设备综合效率2025年[87.3%]。"]);
    writing
}

#[test]
fn a_figure_follows_its_cell_and_both_go_back_in_one_step() {
    if desktop::lacks() {
        return;
    }
    let mut writing = with_figure();
    change_cell(&mut writing, "91.6");
    writing.reads(&["P 效率提升。设备综合效率2025年[91.6%]。"]);
    writing.desk.press("Control+z");
    stored(&writing.path, "/benefits/5/values/2025", &json!("87.3"));
    writing.open("results");
    writing.reads(&["P 效率提升。设备综合效率2025年[87.3%]。"]);
    writing.desk.press("Control+y");
    stored(&writing.path, "/benefits/5/values/2025", &json!("91.6"));
    writing.open("results");
    writing.reads(&["P 效率提升。设备综合效率2025年[91.6%]。"]);
}

#[test]
fn a_figure_made_plain_text_stays_as_it_is() {
    if desktop::lacks() {
        return;
    }
    let mut writing = with_figure();
    let desk = &writing.desk;
    desk.click(By::Css(".ProseMirror .data"));
    desk.find(By::Css("[role=toolbar][aria-label='统计表数据']"));
    desk.click(By::Role("button", "转为普通文字"));
    writing.reads(&["P 效率提升。设备综合效率2025年87.3%。"]);
    change_cell(&mut writing, "91.6");
    writing.reads(&["P 效率提升。设备综合效率2025年87.3%。"]);
}

#[test]
fn a_figure_goes_with_the_text_that_is_copied() {
    if desktop::lacks() {
        return;
    }
    let mut writing = with_figure();
    let desk = &writing.desk;
    desk.press("Control+a");
    desk.press("Control+c");
    desk.press("ArrowRight");
    desk.press("Control+v");
    let line = "P 效率提升。设备综合效率2025年[87.3%]。";
    writing.reads(&[line, line]);
    change_cell(&mut writing, "91.6");
    let line = "P 效率提升。设备综合效率2025年[91.6%]。";
    writing.reads(&[line, line]);
}
