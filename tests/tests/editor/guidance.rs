//! What the notice wants of a section, and what the checks find in the text.

use super::stage::{Writing, heading, paragraph, table};
use biaogan::edition::Editions;
use end_to_end::desktop::{self, By};
use serde_json::json;

#[test]
fn each_section_shows_what_the_notice_wants_of_it() {
    if desktop::lacks() {
        return;
    }
    let editions = Editions::built_in();
    let labels = serde_json::to_value(&editions.latest().experience).expect("JSON");
    let mut writing = Writing::blank();
    for section in ["overview", "background", "process", "results"] {
        writing.open(section);
        let (wanted, limit) =
            (labels[section]["guidance"].as_str().expect("a text"), &labels[section]["limit"]);
        let shown = "return document.querySelector('section.guidance').innerText.includes(arguments[0])";
        writing.desk.until(shown, &[json!(wanted)]);
        writing.desk.until(shown, &[json!(format!("限 {limit} 字"))]);
    }
}

/// Waits until the marks in the text are these: what they stand on, and a word of what they say.
#[track_caller]
fn marks(writing: &Writing, expected: &[(&str, &str)]) {
    let body = "const marks = [...document.querySelectorAll('.ProseMirror .found')];
        return marks.length === arguments[0].length && arguments[0].every(([selector, said], index) => marks[index].matches(selector) && marks[index].title.includes(said))";
    writing.desk.until(body, &[json!(expected)]);
}

#[test]
fn findings_stand_in_the_text_and_go_when_they_are_mended() {
    if desktop::lacks() {
        return;
    }
    let blocks = [
        heading(2, "1. 使命、愿景和价值观"),
        paragraph("略述如此。"),
        table("t1", "", &[&["甲", "乙"]]),
        paragraph("略。"),
    ];
    let writing = Writing::of("overview", &blocks);
    let desk = &writing.desk;
    marks(&writing, &[("h2", "编号"), (".table-block", "标题")]);
    // The finding leads to its place.
    desk.click(By::Css(".ProseMirror h2"));
    desk.press("Home");
    for _ in 0..3 {
        desk.press("Delete");
    }
    marks(&writing, &[(".table-block", "标题")]);
    desk.click(By::Css(".table-block textarea"));
    desk.type_keys("质量方针");
    // Now it only wants to be referred to.
    marks(&writing, &[(".table-block", "引用")]);
    desk.click(By::Css(".ProseMirror > p"));
    desk.press("End");
    desk.click(By::Css(".tools [aria-label^='引用图表']"));
    desk.press("Enter");
    marks(&writing, &[]);
    writing.reads(&["H2 使命、愿景和价值观", "P 略述如此。{表1}", "T 质量方针: 甲|乙", "P 略。"]);
}
