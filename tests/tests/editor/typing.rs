//! Headings, lists and marks by the keyboard alone.

use super::stage::{Writing, patiently};
use end_to_end::desktop::{self, By};

const OUTLINE: By = By::Css(".outline .open .headings button");
const HEADINGS: By = By::Css(".ProseMirror :is(h2, h3, h4)");

/// A screen reader comes to say this of them, with the numbers that the page gives them.
#[track_caller]
fn named(writing: &Writing, by: By, expected: &[&str]) {
    // Chromium leaves the counters of a style sheet out of names.
    if desktop::lacks_window() {
        return;
    }
    let names = || -> Vec<String> {
        let said = writing.desk.find_all(by);
        said.iter().map(|one| one.try_name().unwrap_or_default().split_whitespace().collect()).collect()
    };
    assert_eq!(patiently(names, |names| *names == expected), expected, "{by:?}");
}

#[test]
fn typed_numbers_make_headings_that_are_numbered_as_they_print() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::blank();
    let desk = &writing.desk;
    desk.type_keys("（一）质量基础\n正文一。\n### 体系\n#### 标准\n正文二。\n## 成果");
    writing.reads(&["H2 质量基础", "P 正文一。", "H3 体系", "H4 标准", "P 正文二。", "H2 成果"]);
    let printed = ["（一）质量基础", "1.体系", "（1）标准", "（二）成果"];
    named(&writing, OUTLINE, &printed);
    named(&writing, HEADINGS, &printed);

    // A new one before the others moves their numbers on; the outline leads there.
    desk.press("Control+Home");
    desk.type_keys("（一）概貌\n");
    writing.reads(&["H2 概貌", "H2 质量基础", "P 正文一。", "H3 体系", "H4 标准", "P 正文二。", "H2 成果"]);
    let printed = ["（一）概貌", "（二）质量基础", "1.体系", "（1）标准", "（三）成果"];
    named(&writing, OUTLINE, &printed);
    desk.click(By::Css(".outline .open .headings li:nth-child(4) button"));
    desk.press("End");
    desk.type_keys("化");
    writing.reads(&["H2 概貌", "H2 质量基础", "P 正文一。", "H3 体系", "H4 标准化", "P 正文二。", "H2 成果"]);
    desk.until(
        "return document.querySelector('.outline [aria-current=location]')?.innerText === '标准化'",
        &[],
    );
}

#[test]
fn the_level_of_a_heading_changes_by_keys() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::blank();
    let desk = &writing.desk;
    desk.type_keys("以诊断确定方向");
    for (key, line) in [("1", "H2"), ("2", "H3"), ("3", "H4"), ("0", "P")] {
        desk.press(&format!("Control+Alt+{key}"));
        writing.reads(&[&format!("{line} 以诊断确定方向")]);
    }
}

#[test]
fn lists_go_deeper_by_tab_and_back_by_shift_tab() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::blank();
    let desk = &writing.desk;
    desk.type_keys("- 人员\n方法\n设备");
    desk.press("Tab");
    writing.reads(&["- 人员", "- 方法", "  - 设备"]);
    desk.press("Shift+Tab");
    writing.reads(&["- 人员", "- 方法", "- 设备"]);
    // Tab has nowhere to go in the first item, and leaves the text alone.
    desk.press("Control+Home");
    desk.press("Tab");
    desk.type_keys("关键");
    writing.reads(&["- 关键人员", "- 方法", "- 设备"]);
    // Enter in an empty item ends the list.
    desk.press("Control+End");
    desk.type_keys("\n\n1. 诊断\n改进");
    writing.reads(&["- 关键人员", "- 方法", "- 设备", "1) 诊断", "1) 改进"]);
    desk.press("Control+Shift+8");
    writing.reads(&["- 关键人员", "- 方法", "- 设备", "- 诊断", "- 改进"]);
}

#[test]
fn marks_are_set_by_keys() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::blank();
    let desk = &writing.desk;
    for (chord, text) in [("b", "粗"), ("i", "斜"), ("u", "线")] {
        desk.press(&format!("Control+{chord}"));
        desk.type_keys(text);
        desk.press(&format!("Control+{chord}"));
        desk.type_keys("，");
    }
    desk.type_keys("CO");
    desk.press("Control+,");
    desk.type_keys("2");
    desk.press("Control+,");
    desk.type_keys("与m");
    desk.press("Control+.");
    desk.type_keys("3");
    desk.press("Control+.");
    desk.type_keys("。");
    writing.reads(&["P *粗*，/斜/，_线_，CO~2~与m^3^。"]);
    // The line has one style or the other; what is chosen by keys gets the mark, and loses it.
    desk.press("Shift+Home");
    desk.press("Control+b");
    writing.reads(&["P *粗，**/斜*/*，**_线*_*，CO**~2*~*与m**^3*^*。*"]);
    desk.press("Control+b");
    writing.reads(&["P 粗，/斜/，_线_，CO~2~与m^3^。"]);
    assert!(desk.find_all(By::Css("dialog[open], [role=dialog]")).is_empty(), "Ctrl+, is the text's here");
}
