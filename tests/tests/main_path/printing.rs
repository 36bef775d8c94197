//! Printing what the preview shows: the pages and nothing of the window.

use super::stage::{part, sample};
use end_to_end::desktop::{self, By, Options};
use serde_json::json;
use std::fs;
use std::process::Command;

/// The system's dialog is in nobody's hands here: it is only counted.
const WITHOUT_DIALOG: &str = "window.printings = 0; window.print = () => { window.printings += 1 }";

#[test]
fn the_pages_are_printed_and_nothing_of_the_window() {
    if desktop::lacks() {
        return;
    }
    let (desk, _) = sample(&Options::default());
    desk.run(WITHOUT_DIALOG, &[]);
    part(&desk, "预览");
    desk.find(By::Css(".preview .leaf"));
    desk.until("return /共 \\d+ 页/.test(document.querySelector('.preview .state')?.innerText)", &[]);
    desk.press("Control+p");
    desk.until("return window.printings === 1", &[]);
    let count = |within: &str| {
        let leaves = desk.run(&format!("return document.querySelectorAll('{within} .leaf').length"), &[]);
        leaves.as_u64().expect("a number")
    };
    let pages = count(".preview");
    assert!(pages > 3 && count(".for-printer") == pages, "{pages}");
    if let Some(pdf) = desk.printed() {
        let path = desk.home().join("printed.pdf");
        fs::write(&path, pdf).expect("written");
        let read = |program: &str, more: &[&str]| {
            let output = Command::new(program).arg(&path).args(more).output().expect("poppler is there");
            String::from_utf8_lossy(&output.stdout).into_owned()
        };
        let sheets = read("pdfinfo", &[]);
        assert!(
            sheets.lines().any(|line| line.split_whitespace().eq(["Pages:", &pages.to_string()])),
            "{sheets}"
        );
        let text = read("pdftotext", &["-"]);
        assert!(text.contains("质量标杆典型经验申报书") && !text.contains("显示比例"), "{text}");
    }
    desk.run("window.dispatchEvent(new Event('afterprint'))", &[]);
    assert_eq!(desk.run("return document.querySelectorAll('.for-printer').length", &[]), json!(0));
}

#[test]
fn the_summary_for_the_one_who_signs_is_shown_among_the_documents() {
    if desktop::lacks() {
        return;
    }
    let (desk, _) = sample(&Options::default());
    part(&desk, "预览");
    desk.click(By::Css("#tab-summary"));
    let shown = "return document.querySelector('.preview .holder')?.innerText.includes('由人确认的事项')";
    desk.until(shown, &[]);
    desk.find(By::Text("存为 Word…"));
    desk.screenshot(&desktop::screenshots("summary"));
}
