//! What the checks find is finished: certain repairs by one click, a warning with its reason, one count everywhere.

use super::stage::{CREDIT_CODE, begin_new_draft, content, drawn, part, shows, stored, wait_for};
use biaogan::draft::{Draft, Operation};
use biaogan::edition::Editions;
use biaogan::form::Content;
use biaogan::rules::Tally;
use biaogan::settle::findings;
use chrono::DateTime;
use end_to_end::case::{day, edition};
use end_to_end::desktop::{self, By, Desk, Options, screenshots};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The sample with something changed in its JSON, open in the program.
pub(super) fn opened(change: impl FnOnce(&mut Value)) -> (TempDir, Desk, PathBuf) {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("申报.biaogan");
    let mut draft = Draft::create_sample(&path, &Editions::built_in(), DateTime::UNIX_EPOCH).expect("made");
    let mut json = serde_json::to_value(draft.content().expect("content")).expect("JSON");
    change(&mut json);
    let changed: Content = serde_json::from_value(json).expect("content");
    draft.change(Operation::Edit, DateTime::UNIX_EPOCH, |content| *content = changed).expect("changed");
    drop(draft);
    let arguments = vec![path.to_string_lossy().into_owned()];
    let desk = Desk::start(&Options { arguments, home: Some(home.path().into()), ..Options::default() });
    desk.find(CREDIT_CODE);
    (home, desk, path)
}

/// A code with a blank, a full rate, a typed number of a figure, a half-width comma.
fn slips(json: &mut Value) {
    json["declaration"]["credit_code"] = json!("91330100 ma00000x70");
    json["declaration"]["improvement_rate"] = json!("100");
    json["competitors"][0]["strengths"] = json!("质量稳,交期短");
    let text = json!([{ "type": "text", "text": "总体框架如图1所示。" }]);
    let blocks = json["experience"]["process"]["content"].as_array_mut().expect("blocks");
    blocks.push(json!({ "type": "paragraph", "content": text }));
}

/// The one count: as the core tells it over the file, in the bar, in the list, beside the parts, before the export.
#[track_caller]
fn counts_agree(desk: &Desk, path: &Path, bar: &str) {
    let tally = || {
        let draft = Draft::open_read_only(path).expect("readable");
        let content = draft.content().expect("content");
        Tally::of(&findings(&draft, &content, edition(), day("2026-05-08")).expect("checked"))
    };
    let open = || tally().open.to_string();
    wait_for("one count", || {
        let seen = desk.run(COUNTS, &[]);
        seen == json!([bar, format!("全部 {}", open()), open().parse::<usize>().unwrap_or_default()])
    });
}

const COUNTS: &str = "
const text = (found) => found?.innerText.trim();
const parts = [...document.querySelectorAll('nav.parts .count')].map((one) => Number(one.textContent));
return [text(document.querySelector('header.bar [aria-pressed] span')), text(document.querySelector('.findings [role=tab]:last-child')), parts.reduce((sum, one) => sum + one, 0)];";

fn finding(rule: &str) -> String {
    format!(
        "[...document.querySelectorAll('.findings .row')].find((row) => row.querySelector('.clause').textContent.startsWith('{rule} '))"
    )
}

#[track_caller]
fn press_in(desk: &Desk, rule: &str, button: &str) {
    let wanted = format!("const row = {}; return Boolean(row?.querySelector('{button}'));", finding(rule));
    desk.until(&wanted, &[]);
    desk.run(&format!("{}.querySelector('{button}').click()", finding(rule)), &[]);
}

fn picture(desk: &Desk, name: &str) {
    drawn(desk);
    desk.screenshot(&screenshots(&format!("settling/{name}")));
}

#[test]
fn slips_are_repaired_and_a_warning_stands_with_its_reason() {
    if desktop::lacks() {
        return;
    }
    let (_home, desk, path) = opened(slips);
    desk.click(By::Css(".findings [role=tab]:last-child"));
    // The slips, and a confirmation that rested on the code as it was.
    counts_agree(&desk, &path, "待处理 5");
    picture(&desk, "1-open");

    press_in(&desk, "N021", ".finding");
    desk.until("return getSelection().toString() === '图1'", &[]);
    picture(&desk, "2-the-very-word");
    press_in(&desk, "N021", ".fix .act");
    let last = |content: Value| {
        let blocks = content["experience"]["process"]["content"].as_array().expect("blocks").clone();
        blocks.last().expect("a block")["content"][1]["type"].clone()
    };
    wait_for("the reference", || last(content(&path)) == "crossReference");
    desk.until("return document.querySelector('[title^=\"撤销：自动改正\"]') !== null", &[]);
    desk.press("Control+z");
    wait_for("the words again", || last(content(&path)) != "crossReference");

    desk.click(By::Role("button", "全部改正"));
    stored(&path, "/declaration/credit_code", &json!("91330100MA00000X70"));
    stored(&path, "/competitors/0/strengths", &json!("质量稳，交期短"));
    wait_for("the reference", || last(content(&path)) == "crossReference");
    counts_agree(&desk, &path, "待核对 1");

    press_in(&desk, "F016", ".answer .act");
    desk.find(By::Text("核对警告"));
    desk.type_keys("全员参与，附签到表");
    picture(&desk, "3-the-reason");
    desk.press("Enter");
    stored(&path, "/acknowledged/F016-1/reason", &json!("全员参与，附签到表"));
    counts_agree(&desk, &path, "检查通过");
    desk.click(By::Css(".findings summary.acknowledged"));
    picture(&desk, "4-acknowledged");

    part(&desk, "导出与报送");
    shows(&desk, ".submission .fine", "没有妨碍正式报送的问题。检查通过；已核对 1");
    press_in(&desk, "F016", ".answer .act");
    counts_agree(&desk, &path, "待核对 1");
    shows(&desk, ".submission .fine", "没有妨碍正式报送的问题。可以导出，另有 1 条待核对：警告 1");
    picture(&desk, "5-taken-back");
    assert_eq!(desk.sockets(), []);
}

#[test]
fn the_very_word_is_selected_in_a_field_and_in_a_cell() {
    if desktop::lacks() {
        return;
    }
    let (_home, desk, _) = opened(|json| {
        json["declaration"]["contact"]["address"] = json!("杭州市虚屿区（TODO）8号");
        json["social"][0]["values"]["2025"] = json!("帮扶供方18家，TODO，培训96场。");
    });
    desk.click(By::Css(".findings [role=tab]:last-child"));
    for (place, name) in [("declaration.contact.address", "10-field"), ("social[0].values.2025", "11-cell")] {
        let row = format!(
            "[...document.querySelectorAll('.findings .row')].filter((row) => row.innerText.includes('TODO'))[{}]",
            usize::from(name == "11-cell")
        );
        desk.until(&format!("return Boolean({row})"), &[]);
        desk.run(&format!("{row}.querySelector('.finding').click()"), &[]);
        desk.until(SELECTED, &[json!(place)]);
        picture(&desk, name);
    }
}

/// The field that has the focus belongs to a place, and the word is selected in it.
const SELECTED: &str = "
const field = document.activeElement;
const place = field.closest('[data-path]')?.dataset.path;
return place === arguments[0] && field.value.slice(field.selectionStart, field.selectionEnd) === 'TODO';";

#[test]
fn a_new_draft_says_what_is_to_be_filled_in_and_nothing_is_red() {
    if desktop::lacks() {
        return;
    }
    let desk = Desk::start(&Options::default());
    begin_new_draft(&desk);
    desk.type_into(By::Css("input[placeholder='可以稍后填写']"), "91330100MA00000X71");
    desk.find(By::Text("第18位应为“0”"));
    picture(&desk, "6-a-wrong-code");
    desk.press("Control+a");
    desk.type_keys("91330100MA00000X70");
    desk.gone(By::Text("第18位应为“0”"));
    desk.click(By::Role("button", "新建并填写"));
    desk.find(CREDIT_CODE);
    desk.click(By::Css(".findings [role=tab]:last-child"));
    desk.find(By::Text("待填写"));
    picture(&desk, "7-to-be-filled-in");
    let red = "return [...document.querySelectorAll('.wrong, [aria-invalid]')].map((one) => one.outerHTML)";
    assert_eq!(desk.run(red, &[]), json!([]));

    desk.click(By::Css("[role=radiogroup][aria-label*='中央企业'] label:first-child input"));
    desk.until("return document.querySelector('.findings')?.innerText.includes('F005')", &[]);
    assert_eq!(desk.run(red, &[]), json!([]), "a neighbour that is expected now is no fault");
    picture(&desk, "8-a-neighbour");
    desk.type_into(By::Css("[data-path='declaration.employees']"), "许多");
    desk.until("return document.querySelectorAll('nav.parts .count.wrong').length === 1", &[]);
    picture(&desk, "9-one-is-wrong");
}
