//! Tables: made by the dialog, filled and changed by the keyboard.

use super::stage::{Writing, paragraph, table};
use end_to_end::desktop::{self, By};
use serde_json::json;

const STRIP: &str = "[role=toolbar][aria-label='表格']";

/// A click into a cell, counted from 1.
fn into(writing: &Writing, row: usize, column: usize) {
    let cell = format!(".ProseMirror tr:nth-child({row}) > :nth-child({column})");
    writing.desk.click(By::Css(&cell));
}

/// Presses a button of the strip for tables.
fn tool(writing: &Writing, name: &str) {
    let able = "const all = [...document.querySelectorAll(`${arguments[0]} button:not(:disabled)`)];
        return all.some((one) => one.innerText === arguments[1])";
    writing.desk.until(able, &[json!(STRIP), json!(name)]);
    writing.desk.click(By::Role("button", name));
}

#[test]
fn a_table_is_made_filled_and_left_by_the_keyboard_alone() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::blank();
    let desk = &writing.desk;
    desk.type_keys("各阶段如下。\n");
    desk.click(By::Css(".tools [aria-label='表格']"));
    desk.find(By::Role("dialog", "插入表格"));
    desk.press("Control+a");
    desk.type_keys("2\t");
    desk.press("Control+a");
    desk.type_keys("3\t\t推进阶段\n");
    desk.gone(By::Role("dialog", "插入表格"));
    desk.type_keys("阶段\t任务\t指标\t试点\t诊断\t1.33\t推广");
    writing.reads(&["P 各阶段如下。", "T 推进阶段: #阶段|#任务|#指标 / 试点|诊断|1.33 / 推广||", "P"]);
    desk.press("Shift+Tab");
    desk.type_keys("1.67");
    writing.reads(&["P 各阶段如下。", "T 推进阶段: #阶段|#任务|#指标 / 试点|诊断|1.67 / 推广||", "P"]);
    // Enter is a new line in the cell; the arrows lead out below.
    desk.press("Tab");
    desk.press("End");
    desk.type_keys("\n全面");
    desk.press("ArrowDown");
    desk.type_keys("正文在此。");
    writing.reads(&[
        "P 各阶段如下。",
        "T 推进阶段: #阶段|#任务|#指标 / 试点|诊断|1.67 / 推广+全面||",
        "P 正文在此。",
    ]);
}

#[test]
fn rows_and_columns_come_and_go() {
    if desktop::lacks() {
        return;
    }
    let writing =
        Writing::of("overview", &[table("t1", "表", &[&["甲", "乙"], &["丙", "丁"]]), paragraph("文")]);
    into(&writing, 1, 1);
    tool(&writing, "下方加行");
    writing.reads(&["T 表: 甲|乙 / | / 丙|丁", "P 文"]);
    tool(&writing, "上方加行");
    writing.reads(&["T 表: | / 甲|乙 / | / 丙|丁", "P 文"]);
    tool(&writing, "右侧加列");
    writing.reads(&["T 表: || / 甲||乙 / || / 丙||丁", "P 文"]);
    tool(&writing, "左侧加列");
    writing.reads(&["T 表: ||| / |甲||乙 / ||| / |丙||丁", "P 文"]);
    // The cursor is still in the cell that it was put into.
    tool(&writing, "删列");
    writing.reads(&["T 表: || / ||乙 / || / ||丁", "P 文"]);
    tool(&writing, "删行");
    writing.reads(&["T 表: || / || / ||丁", "P 文"]);
    // What is done without a pause may be one step; page and file agree at each.
    writing.undone_to(&["T 表: 甲|乙 / 丙|丁", "P 文"]);
}

#[test]
fn cells_are_merged_and_split_and_the_first_row_is_a_header() {
    if desktop::lacks() {
        return;
    }
    let writing =
        Writing::of("overview", &[table("t1", "表", &[&["甲", "乙"], &["丙", "丁"]]), paragraph("文")]);
    let desk = &writing.desk;
    into(&writing, 1, 1);
    desk.press("End");
    desk.press("Shift+ArrowRight");
    desk.find(By::Css(".ProseMirror .selectedCell:nth-child(2)"));
    tool(&writing, "合并");
    writing.reads(&["T 表: c2 甲+乙 / 丙|丁", "P 文"]);
    tool(&writing, "表头行");
    writing.reads(&["T 表: #c2 甲+乙 / 丙|丁", "P 文"]);
    into(&writing, 1, 1);
    tool(&writing, "拆分");
    writing.reads(&["T 表: #甲+乙|# / 丙|丁", "P 文"]);
    // Downwards too.
    into(&writing, 2, 1);
    tool(&writing, "下方加行");
    desk.press("End");
    desk.press("Shift+ArrowDown");
    desk.find(By::Css(".ProseMirror tr:last-child .selectedCell"));
    tool(&writing, "合并");
    writing.reads(&["T 表: #甲+乙|# / r2 丙|丁 /", "P 文"]);
}

#[test]
fn a_table_is_removed_by_its_button_and_comes_back_by_undoing() {
    if desktop::lacks() {
        return;
    }
    let writing =
        Writing::of("overview", &[paragraph("前"), table("t1", "人员", &[&["甲"]]), paragraph("后")]);
    into(&writing, 1, 1);
    tool(&writing, "删除表格");
    writing.reads(&["P 前", "P 后"]);
    writing.desk.press("Control+z");
    writing.reads(&["P 前", "T 人员: 甲", "P 后"]);
    // The strip can be reached without the mouse.
    into(&writing, 1, 1);
    writing.desk.press("Alt+F10");
    writing.desk.until("return document.activeElement.closest('.strip') !== null", &[]);
    writing.desk.press("ArrowRight");
    writing.desk.press("Enter");
    writing.reads(&["P 前", "T 人员: 甲 /", "P 后"]);
}
