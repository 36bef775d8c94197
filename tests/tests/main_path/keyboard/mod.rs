//! The way of an application by keyboard alone: no click, and no focus that the test sets.

mod hands;

use super::stage::{content, only_draft, shows, stored, wait_for};
use end_to_end::desktop::{self, By, Desk, Options};
use end_to_end::sample;
use hands::Hands;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const NAME: &str = "杭州虚屿轴承有限公司";

#[test]
fn a_draft_is_made_filled_in_and_exported_by_keyboard_alone() {
    if desktop::lacks() {
        return;
    }
    let desk = Desk::start(&Options::default());
    let hands = Hands::on(&desk);
    new_draft(&hands);
    let path = only_draft(desk.home());
    basics(&hands, &path);
    qualification(&hands, &path);
    table(&hands, &path);
    text(&hands, &path);
    evidence(&hands, &path);
    signed_page(&hands, &path);
    let to = tempfile::tempdir().expect("a folder");
    export(&hands, to.path());
    home_and_back(&hands);
    hands.could_see_the_focus();
    assert_eq!(desk.sockets(), []);
}

/// From the page that greets through the dialog.
fn new_draft(hands: &Hands) {
    hands.desk.find(By::Role("button", "新建申报"));
    hands.tab(3, "新建申报");
    hands.press("Enter");
    hands.is_at("组织名称");
    hands.types(NAME);
    hands.tab(1, "统一社会信用代码");
    hands.types("91330100MA00000X70");
    hands.tab(2, "省级质量标杆征集");
    hands.press("ArrowDown");
    hands.press("ArrowUp");
    hands.tab(2, "新建并填写");
    hands.press("Enter");
    hands.is_at("基本信息");
}

/// Fields, a date, a choice, a searchable list, a plain list.
fn basics(hands: &Hands, path: &Path) {
    hands.tab(2, "填表日期");
    hands.types("2026-05-06");
    stored(path, "/filled_on", &json!("2026-05-06"));
    hands.tab(1, "统一社会信用代码");
    hands.tab(1, "是");
    hands.press("ArrowRight");
    stored(path, "/declaration/central_enterprise", &json!(false));
    hands.tab(2, "行业分类");
    hands.types("通用设备");
    hands.press("Enter");
    stored(path, "/declaration/industry", &json!("制造业 > 通用设备制造业"));
    hands.tab(1, "组织类型");
    hands.press("ArrowDown");
    stored(path, "/declaration/organization_type", &json!("国有企业"));
}

/// To the next part, a tick.
fn qualification(hands: &Hands, path: &Path) {
    hands.press("Control+PageDown");
    hands.is_at("资格条件");
    hands.tab(3, "在中华人民共和国境内合法注册与经营，具有独立法人资格。");
    hands.press("Space");
    stored(path, "/confirmations/Q001/confirmed_on", &json!("2026-05-08"));
}

/// Cells: typed, copied, pasted, undone; then out of the table.
fn table(hands: &Hands, path: &Path) {
    hands.press("Control+PageDown");
    hands.press("Control+PageDown");
    hands.is_at("经济和质量效益统计表");
    hands.tab(4, "资产总额 项目");
    hands.press("ArrowRight");
    hands.press("ArrowRight");
    hands.types("186350\t198720\t214860");
    let row = json!({ "2023": "186350", "2024": "198720", "2025": "214860" });
    // Else typing and pasting would be one step to undo.
    stored(path, "/benefits/0/values", &row);
    hands.press("Shift+Tab");
    hands.press("Shift+Tab");
    hands.press("Shift+ArrowRight");
    hands.press("Shift+ArrowRight");
    hands.press("Control+c");
    hands.press("ArrowDown");
    hands.press("Control+v");
    stored(path, "/benefits/1/values", &row);
    hands.press("Control+z");
    stored(path, "/benefits/1/values", &json!({}));
    stored(path, "/benefits/0/values", &row);
    hands.press("F6");
    hands.look();
}

/// A heading, a paragraph, a table by the “/” menu, its caption and cells; its tools and back; on below it.
fn text(hands: &Hands, path: &Path) {
    (0..4).for_each(|_| hands.press("Control+PageDown"));
    hands.is_at("组织概况");
    hands.press("Control+Alt+1");
    hands.types("公司简介\n我们做轴承。\n/biaoge");
    hands.desk.find(By::Role("option", "表格"));
    hands.press("Enter");
    hands.is_at("行数");
    hands.press("Control+a");
    hands.types("2");
    hands.tab(1, "列数");
    hands.press("Control+a");
    hands.types("2");
    hands.press("Enter");
    hands.is_at("表题");
    hands.types("人员\n");
    hands.is_at("组织概况");
    hands.types("岗位\t人数\t质量工程师\t118");
    hands.desk.find(By::Role("button", "上方加行"));
    hands.press("Alt+F10");
    hands.is_at("上方加行");
    hands.press("Escape");
    hands.is_at("组织概况");
    hands.press("ArrowDown");
    hands.types("后面的话");
    hands.desk.find(By::Text("后面的话"));
    let cell = "/experience/overview/content/2/content/1/content/1/content/0/content/0/text";
    stored(path, cell, &json!("118"));
    stored(path, "/experience/overview/content/2/attrs/caption", &json!("人员"));
    stored(path, "/experience/overview/content/3/content/0/text", &json!("后面的话"));
    let blocks = content(path)["experience"]["overview"]["content"].clone();
    let kinds: Vec<&Value> = blocks.as_array().expect("blocks").iter().map(|block| &block["type"]).collect();
    assert_eq!(kinds, ["heading", "paragraph", "table", "paragraph"]);
}

/// A file by the dialog, its title and a day.
fn evidence(hands: &Hands, path: &Path) {
    (0..4).for_each(|_| hands.press("Control+PageDown"));
    hands.is_at("证实性材料");
    hands.desk.answer_dialog([file("ISO9001质量管理体系认证证书.jpg")]);
    hands.tab(2, "ISO 9001质量管理体系认证证书：添加文件");
    hands.press("Enter");
    hands.desk.find(By::Css("article[data-item]"));
    hands.is_at("ISO 9001质量管理体系认证证书：添加文件");
    hands.tab(2, "第1件 名称");
    hands.press("Control+a");
    hands.types("认证证书");
    stored(path, "/evidence/0/title", &json!("认证证书"));
    hands.tab(4, "有效期至");
    hands.types("2028-06-15");
    stored(path, "/evidence/0/expires_on", &json!("2028-06-15"));
    hands.tab(1, "2023");
    hands.press("Space");
    stored(path, "/evidence/0/years", &json!(["2023"]));
}

/// A scan takes the page's place.
fn signed_page(hands: &Hands, path: &Path) {
    hands.press("Control+PageDown");
    hands.is_at("签章页");
    hands.desk.answer_dialog([file("承诺书签字盖章页.jpg")]);
    hands.tab(3, "添加扫描件 拖到这里，或点击选择");
    hands.press("Enter");
    hands.is_at("承诺书签字盖章页.jpg 第1页，放大查看");
    wait_for("the scan is in the draft", || content(path)["signed_pages"]["pledge"][0].is_string());
}

fn export(hands: &Hands, to: &Path) {
    (0..2).for_each(|_| hands.press("Control+PageDown"));
    hands.is_at("导出与报送");
    hands.desk.answer_dialog([to]);
    // A Tab for each part in which something stands in the way.
    hands.tab(13, "选择文件夹");
    hands.press("Enter");
    hands.desk.find(By::Text(&to.to_string_lossy()));
    hands.is_at("选择文件夹");
    hands.tab(1, "生成草稿材料");
    hands.press("Enter");
    hands.is_at("材料已生成");
    assert!(to.join(format!("{NAME}（草稿）.zip")).is_file());
}

/// By the panes to the bar, home, and into the draft again.
fn home_and_back(hands: &Hands) {
    hands.press("F6");
    hands.look();
    hands.press("F6");
    hands.is_at("返回我的申报");
    hands.press("Enter");
    hands.is_at(NAME);
    hands.press("Enter");
    hands.is_at("基本信息");
    shows(hands.desk, "[data-path='declaration.credit_code']", "91330100MA00000X70");
}

fn file(name: &str) -> PathBuf {
    sample::folder().join("files").join(name)
}
