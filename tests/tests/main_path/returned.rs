//! An application that came back: what was changed since is told in the window and saved; so is the 反馈包.

use super::stage::{content, part, stored, wait_for};
use end_to_end::desktop::{By, Desk, screenshots};
use end_to_end::docx::{Document, entries, find};
use end_to_end::validate;
use serde_json::json;
use std::fs::{self, File};
use std::path::Path;

const CELL: &str = "competitors[0].strengths";
const TITLE: &str = "evidence[3].title";

/// Changes a cell, a paragraph and an item's title of the sample that was sent, and saves what changed.
pub fn changes_are_told(desk: &Desk, draft: &Path, to: &Path) {
    part(desk, "主要竞争对手和标杆名录");
    desk.type_into(By::Css(&format!("td[data-path='{CELL}']")), "质量稳定，交期较短\n");
    stored(draft, "/competitors/0/strengths", &json!("质量稳定，交期较短"));
    part(desk, "证实性材料");
    let title = format!("[data-path='{TITLE}']");
    desk.find(By::Css(&title));
    desk.run("document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })", &[json!(title)]);
    desk.click(By::Css(&title));
    desk.press("Control+a");
    desk.type_keys("区政府质量奖（正奖）证书");
    stored(draft, "/evidence/3/title", &json!("区政府质量奖（正奖）证书"));
    part(desk, "实施背景");
    let paragraph = ".ProseMirror[contenteditable=true] > p";
    desk.find(By::Css(paragraph));
    desk.click(By::Css(paragraph));
    desk.press("End");
    desk.type_keys("退回后补充。");
    let typed = || content(draft)["experience"]["background"].to_string().contains("退回后补充。");
    wait_for("the paragraph", typed);

    part(desk, "导出与报送");
    desk.find(By::Text("改动 3 处"));
    let section = "document.querySelector('section.changes')";
    desk.run(&format!("{section}.scrollIntoView({{ block: 'center' }})"), &[]);
    desk.screenshot(&screenshots("changes"));
    let violations: Vec<String> = desk.axe().iter().map(ToString::to_string).collect();
    assert!(violations.is_empty(), "{}", violations.join("\n"));
    let file = to.join("修改说明.docx");
    desk.answer_dialog([&file]);
    desk.click(By::Css("section.changes button"));
    desk.find(By::Text("已保存修改说明"));
    let document = Document { parts: entries(File::open(&file).expect("written")) };
    let mut inserted = Vec::new();
    find(&document.body(), "w:ins", &mut |change| inserted.push(change.all_text()));
    assert_eq!(inserted, ["退回后补充。"]);
    let text = document.squeezed();
    for said in ["第2次报送修改说明", "质量稳定，交期较短", "区政府质量奖（正奖）证书"]
    {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    validate::documents(&[file]);
}

/// Shows the 反馈包 and saves what is shown.
pub fn feedback_is_saved(desk: &Desk, to: &Path) {
    desk.press("Control+,");
    desk.click(By::Role("button", "保存反馈包…"));
    desk.until("return document.querySelector('dialog pre')?.innerText.includes('错误记录')", &[]);
    desk.screenshot(&screenshots("feedback"));
    let shown = desk.run("return document.querySelector('dialog pre').textContent", &[]);
    let shown = shown.as_str().expect("a text").to_owned();
    assert!(shown.contains("窗口程序（WebView ") && !shown.contains("虚屿"), "{shown}");
    let file = to.join("反馈包.txt");
    desk.answer_dialog([&file]);
    desk.click(By::Role("button", "保存…"));
    desk.find(By::Text("已保存反馈包"));
    assert_eq!(fs::read_to_string(&file).expect("written"), shown);
    desk.press("Escape");
}
