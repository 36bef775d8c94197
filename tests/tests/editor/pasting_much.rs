//! A whole chapter pasted at once.

use super::stage::{Writing, patiently};
use end_to_end::desktop::{self, By};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// 20 times a heading, three paragraphs and a table of eight rows, as Word writes them; over 8000 characters.
fn chapter() -> String {
    let mut html =
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><!--StartFragment-->".to_owned();
    let sentence = "质量管理是企业的生命线，公司把零缺陷作为目标，".repeat(6);
    for part in 1..=20 {
        let _ = write!(html, "<h2><span style='font-family:楷体'>第{part}阶段的部署<o:p></o:p></span></h2>");
        for _ in 0..3 {
            let _ = write!(
                html,
                "<p class=MsoNormal style='text-indent:28.0pt'><span style='font-family:宋体'>{sentence}</span></p>"
            );
        }
        let _ =
            write!(html, "<p class=MsoCaption>表{part} 第{part}阶段</p><table class=MsoTableGrid border=1>");
        for row in 1..=8 {
            let _ = write!(html, "<tr>{}</tr>", format!("<td><p class=MsoNormal>格{row}</p></td>").repeat(5));
        }
        html += "</table>";
    }
    html + "<!--EndFragment--></body></html>"
}

/// How long the page took to show so many tables after a key.
#[track_caller]
fn took(writing: &Writing, key: &str, tables: usize) -> Duration {
    let begun = Instant::now();
    writing.desk.press(key);
    writing.desk.until(
        "return document.querySelectorAll('.ProseMirror .table-block').length === arguments[0]",
        &[json!(tables)],
    );
    begun.elapsed()
}

#[test]
fn eight_thousand_characters_and_twenty_tables_are_pasted_at_once() {
    if desktop::lacks() {
        return;
    }
    let mut writing = Writing::of("process", &[]);
    let before = writing.json();
    writing.desk.copy("略", Some(&chapter()));
    writing.focus();
    let shown = took(&writing, "Control+v", 20);
    assert!(shown < Duration::from_secs(8), "{shown:?}");
    writing.saved();
    let pasted = writing.json();
    assert_eq!(of_type(&pasted, "table"), 20);
    assert_eq!(of_type(&pasted, "heading"), 20);
    assert!(pasted.to_string().chars().filter(|c| ('一'..='龥').contains(c)).count() > 8000);
    is_usable(&writing);
    writing.desk.press("Control+z");
    let undone = patiently(|| writing.json(), |now| *now == pasted);
    assert!(undone == pasted, "what was typed after it goes first");

    took(&writing, "Control+z", 0);
    let undone = patiently(|| writing.json(), |now| *now == before);
    assert_eq!(undone, before, "one step takes it away");
    took(&writing, "Control+y", 20);
    let redone = patiently(|| writing.json(), |now| *now == pasted);
    assert!(redone == pasted, "and one brings it back to the letter");
    writing.open("results");
    writing.open("process");
    writing.saved();
    assert!(writing.json() == pasted, "going away and coming back changes nothing");
}

fn of_type(section: &Value, kind: &str) -> usize {
    section["content"].as_array().expect("blocks").iter().filter(|block| block["type"] == kind).count()
}

/// Keys answer at once in the midst of it, and the outline counts.
#[track_caller]
fn is_usable(writing: &Writing) {
    let desk = &writing.desk;
    desk.click(By::Css(".outline .open .headings li:nth-child(10) button"));
    desk.press("End");
    let begun = Instant::now();
    desk.type_keys("以及落实");
    desk.until(
        "return document.querySelectorAll('.ProseMirror h2')[9].textContent.endsWith('以及落实')",
        &[],
    );
    assert!(begun.elapsed() < Duration::from_secs(3), "four keys took {:?}", begun.elapsed());
    writing.saved();
    let counted = desk.until("return document.querySelector('.outline .open .length b')?.innerText", &[]);
    let counted: usize = counted.as_str().and_then(|text| text.parse().ok()).unwrap_or_default();
    assert!(counted > 8000, "{counted}");
}
