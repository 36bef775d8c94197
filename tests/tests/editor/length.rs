//! 字数 beside the text.

use super::stage::{Writing, paragraph, patiently, table};
use end_to_end::desktop::{self, By};

/// Waits until the bar of the open section says this.
#[track_caller]
fn says(writing: &Writing, expected: &str) {
    let body =
        "return document.querySelector('.outline .open .length')?.innerText.replace(/\\s+/g, ' ').trim()";
    let said = patiently(|| writing.desk.run(body, &[]), |said| said == expected);
    assert_eq!(said, expected);
}

#[test]
fn the_count_follows_as_one_types_in_both_ways_of_counting() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::blank();
    let desk = &writing.desk;
    says(&writing, "0 / 500");
    // Word counts “TQM” as one word or as three, after the font hint of the quotes.
    desk.type_keys("采用“TQM”方法");
    says(&writing, "5–7 / 500");
    assert_eq!(
        desk.find(By::Css(".outline .open .bar")).attribute("aria-label"),
        "字数 5–7，限 500；不含图表 5–7。两个数是 Word 对引号、破折号等标点的两种计法"
    );
    writing.reads(&["P 采用“TQM”方法"]);
    writing.undone_to(&["P"]);
    says(&writing, "0 / 500");
}

#[test]
fn tables_with_their_captions_count_and_the_text_alone_is_told() {
    if desktop::lacks() {
        return;
    }
    // Besides the text (4): 表1, the caption, two cells: 2 + 3 + 2 + 1.
    let writing =
        Writing::of("overview", &[paragraph("质量基础"), table("t1", "人员数", &[&["人数", "360"]])]);
    says(&writing, "12 / 500 不含图表 4");
    writing.reads(&["P 质量基础", "T 人员数: 人数|360"]);
}

#[test]
fn a_section_that_is_too_long_says_by_how_much() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::of("overview", &[paragraph(&"质".repeat(499))]);
    let desk = &writing.desk;
    says(&writing, "499 / 500");
    desk.press("Control+End");
    desk.type_keys("量好。");
    says(&writing, "502 / 500超 2 字");
    desk.find(By::Css(".outline .open .length.over"));
    let full = "const bar = document.querySelector('.outline .open .bar'); return bar.firstChild.offsetWidth === bar.offsetWidth";
    desk.until(full, &[]);
    desk.press("Backspace");
    desk.press("Backspace");
    says(&writing, "500 / 500");
    assert!(desk.find_all(By::Css(".outline .open .length.over")).is_empty());
}
