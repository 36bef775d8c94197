//! Where a claim is proved: said with the evidence and confirmed, pointed to in the text, and shown to the one who
//! signs beside the criteria of the notice.

use super::stage::{part, sample, stored, wait_for};
use end_to_end::desktop::{self, By, Desk, Options};
use end_to_end::stage::{content, drawn};
use serde_json::{Value, json};
use std::path::Path;

#[test]
fn a_proof_is_confirmed_and_the_text_points_to_it_wherever_it_is_moved() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = sample(&Options::default());
    confirms(&desk, &path);
    refers(&desk);
    moves_away(&desk);
    part(&desk, "实施成效");
    reads(&desk, "证实性材料第6项");
    desk.screenshot(&desktop::screenshots("proof-reference"));
    grades(&desk, &path);
    previews(&desk);
}

fn seen(desk: &Desk, selector: &str) {
    desk.find(By::Css(selector));
    desk.run("document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })", &[json!(selector)]);
    drawn(desk);
}

/// Says what the financial statement proves, and confirms one of the rows that are offered.
fn confirms(desk: &Desk, path: &Path) {
    part(desk, "证实性材料");
    let purpose = "[data-path='evidence[6].purpose']";
    seen(desk, purpose);
    desk.click(By::Css(purpose));
    desk.press("Control+a");
    desk.type_keys("近三年主要经济指标");
    stored(path, "/evidence/6/purpose", &json!("近三年主要经济指标"));
    let proves = |words: &str| {
        let all = content(path)["evidence"][6]["proves"].as_array().cloned().unwrap_or_default();
        all.into_iter().find(|one| one["words"] == words)
    };
    desk.click(By::Css("[data-path='evidence[6].proves'] [aria-label='去掉：利润总额']"));
    wait_for("it is taken off", || proves("利润总额").is_none());
    desk.click(By::Css("[data-path='evidence[6].proves'] [aria-label='确认证明：利润总额']"));
    wait_for("it is confirmed", || {
        proves("利润总额").is_some_and(|one| one["place"] == json!(["benefits", { "row": "total_profit" }]))
    });
    desk.screenshot(&desktop::screenshots("proof-evidence"));
}

/// Points to it in the text.
fn refers(desk: &Desk) {
    part(desk, "实施成效");
    desk.click_behind(".ProseMirror", "占三年利润合计的10.4%");
    desk.click(By::Css("[role=toolbar] button[aria-label^='引用图表']"));
    desk.type_into(By::Css("dialog input[role=combobox]"), "经济效益证明");
    desk.find(By::Css("dialog [role=option][aria-selected=true]"));
    desk.screenshot(&desktop::screenshots("proof-dialog"));
    desk.press("Enter");
    desk.gone(By::Css("dialog"));
    reads(desk, "证实性材料第7项");
}

/// Waits until a reference in the text reads so.
fn reads(desk: &Desk, expected: &str) {
    let body =
        "return [...document.querySelectorAll('.reference')].some((one) => one.innerText === arguments[0])";
    desk.until(body, &[json!(expected)]);
}

/// An item before it goes to the end of the list.
fn moves_away(desk: &Desk) {
    part(desk, "证实性材料");
    let honour = "[data-path='evidence[3].category'] option[value=other]";
    desk.click(By::Css(honour));
    let last = "return [...document.querySelectorAll('[data-item=e4]')][0]?.dataset.path === 'evidence[8]'";
    desk.until(last, &[]);
}

/// Grades a criterion, takes it back with one step, and grades it again.
fn grades(desk: &Desk, path: &Path) {
    part(desk, "资格条件");
    let grade = "[data-path='criteria.leading.grade']";
    seen(desk, grade);
    let gives = |key: &str| desk.click(By::Css(&format!("{grade} button.{key}")));
    gives("lacking");
    stored(path, "/criteria/leading/grade", &json!("lacking"));
    desk.press("Control+z");
    wait_for("the grade is taken back", || content(path)["criteria"]["leading"]["grade"] == "fair");
    gives("full");
    stored(path, "/criteria/leading/grade", &json!("full"));
    desk.screenshot(&desktop::screenshots("criteria-card"));
    desk.click(By::Css("[data-path='criteria.leading'] .answer"));
    desk.find(By::Css(".ProseMirror"));
}

/// Both directions are printed.
fn previews(desk: &Desk) {
    part(desk, "预览");
    let shows = |words: &[&str]| {
        let body = "const shown = document.querySelector('.preview .holder')?.textContent ?? '';
            return arguments[0].every((words) => shown.includes(words))";
        let words: Vec<Value> = words.iter().map(|words| json!(words)).collect();
        desk.until(body, &[json!(words)]);
    };
    desk.click(By::Css("#tab-evidence"));
    shows(&["证明内容", "近三年主要经济指标"]);
    desk.screenshot(&desktop::screenshots("proof-catalogue"));
    desk.click(By::Css("#tab-summary"));
    shows(&["材料证明什么", "对照征集标准和申报条件", "证实性材料第6项"]);
    desk.screenshot(&desktop::screenshots("proof-summary"));
}
