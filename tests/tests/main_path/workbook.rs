//! The tables go to the finance department as a workbook, and come back filled in.

use super::stage::{content, part, sample, stored};
use end_to_end::desktop::{self, By, Options, screenshots};
use end_to_end::sample::done;
use serde_json::{Value, json};
use std::fs;

const DIALOG: By = By::Css("dialog.frame");

#[test]
fn the_tables_go_out_as_a_workbook_and_come_back_as_one_step() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = sample(&Options::default());
    part(&desk, "经济和质量效益统计表");
    let written = desk.home().join("财务.xlsx");
    desk.answer_dialog([&written]);
    desk.click(By::Role("button", "填报表"));
    desk.screenshot(&screenshots("workbook-menu"));
    desk.click(By::Role("menuitem", "导出填报表…"));
    desk.until("return document.body.innerText.includes('填报表已保存')", &[]);
    assert!(fs::metadata(&written).expect("the workbook").len() > 0);

    let before = content(&path);
    let mut after = before.clone();
    after["benefits"][2]["values"]["2025"] = json!("20331");
    after["social"][0]["values"]["2023"] = json!("帮扶供方12家");
    let mut typed = after.clone();
    typed["benefits"][7]["values"]["2023"] = json!("约99");
    let filled = workbook_of(desk.home(), &typed);
    desk.answer_dialog([&filled]);
    desk.click(By::Role("button", "填报表"));
    desk.click(By::Role("menuitem", "从填报表导入…"));
    desk.find(DIALOG);
    desk.screenshot(&screenshots("workbook-preview"));
    let shown = desk.run("return document.querySelector('dialog.frame').innerText", &[]);
    let shown = shown.as_str().expect("its text");
    for expected in
        ["将改动 2 处", "利润总额 2025年", "20331", "没有读懂或要核对 1 处", "D10", "约99", "不是数字"]
    {
        assert!(shown.contains(expected), "{expected}: {shown}");
    }
    desk.click(By::Role("button", "导入"));
    desk.gone(DIALOG);
    stored(&path, "", &after);
    desk.find(By::Css("header.bar button[title*='导入表格']"));
    desk.screenshot(&screenshots("workbook-filled"));
    desk.press("Control+z");
    stored(&path, "", &before);
}

/// A workbook as it comes back with these values in it.
fn workbook_of(folder: &std::path::Path, content: &Value) -> std::path::PathBuf {
    let at = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let [draft, json, file] = [at("other.draft"), at("other.json"), at("填好.xlsx")];
    done(&["new", &draft, "--organization", "甲公司"]);
    fs::write(&json, content.to_string()).expect("written");
    done(&["put", &draft, &json]);
    done(&["xlsx", &draft, "--to", &file]);
    file.into()
}
