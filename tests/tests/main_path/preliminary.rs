//! A year begun before its notice is out: rolled to the 预备版, worked on, moved over once the notice is installed.

use super::stage::{content, draft_besides, drawn, part, sample, take};
use biaogan::draft::Draft;
use end_to_end::desktop::{self, By, Desk, Options};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// The notice of the year, with what it changes.
const NOTICE: &str = r#"
id = "2027"
based_on = "2026"
year = 2027
deadline = "2027-05-18"
[notice]
number = "浙经信产业〔2027〕1号"
title = "关于开展2027年浙江省制造业质量标杆征集和全国质量标杆推荐工作的通知"
issuer = "浙江省经济和信息化厅"
issued_on = "2027-03-30"
contact = "0571-87050807"
[tracks.provincial]
mail_to = "zhiliang2027@example.cn"
[experience.overview]
limit = 400
[lists]
organization_sizes = ["特大型", "中型", "小型", "微型"]
"#;

fn picture(desk: &Desk, name: &str) {
    desk.screenshot(&desktop::screenshots(name));
}

/// Rolls the draft that is open to the edition that is suggested; gives the new draft's file.
fn rolled(desk: &Desk, example: &Path) -> std::path::PathBuf {
    desk.click(By::Name("返回我的申报"));
    desk.click(By::Role("button", "由去年草稿生成"));
    let chosen = "document.querySelector('#roll-target')?.selectedOptions[0]?.text.trim()";
    desk.until(&format!("return {chosen} === '2027年草稿（预备，通知未发布）'"), &[]);
    drawn(desk);
    picture(desk, "preliminary-roll");
    desk.click(By::Role("button", "生成新草稿"));
    desk.find(By::Text("新草稿已生成"));
    let new = draft_besides(desk.home(), &[example]);
    desk.click(By::Role("button", "打开新草稿"));
    desk.find(By::Text("预备版，通知未发布"));
    new
}

/// Nothing final, and none of last year's addresses to copy.
fn cannot_be_sent(desk: &Desk) {
    part(desk, "导出与报送");
    desk.find(By::Text("2027年的通知还没有发布，申报截止日期未定"));
    desk.find(By::Text("请勿使用，以正式通知为准"));
    let last =
        "[...document.querySelectorAll('main details')].find((one) => one.innerText.includes('导出与报送'))";
    desk.run(&format!("{last}.open = true"), &[]);
    desk.find(By::Text("2027年的正式通知还没有用上"));
    assert_eq!(desk.run("return document.querySelector('main').innerText.includes('boyi_star')", &[]), false);
    picture(desk, "preliminary-submission");
}

fn install(desk: &Desk) {
    let file = desk.home().join("2027年通知.toml");
    fs::write(&file, NOTICE).expect("written");
    desk.answer_dialog([&file]);
    desk.press("Control+,");
    desk.click(By::Text("从文件安装…"));
    // A notice may come from anyone: where it sends applications elsewhere, that is asked.
    desk.find(By::Text("收件邮箱：boyi_star@163.com 改为 zhiliang2027@example.cn"));
    drawn(desk);
    picture(desk, "preliminary-install");
    take(desk, "安装");
    desk.find(By::Text("已安装2027年度的通知"));
    drawn(desk);
    picture(desk, "preliminary-settings");
    desk.press("Escape");
}

fn title(desk: &Desk) -> String {
    desk.find(By::Css("header.bar .edition")).text()
}

#[test]
fn a_year_is_begun_before_its_notice_is_out() {
    if desktop::lacks() {
        return;
    }
    let (desk, example) = sample(&Options { today: "2026-11-30".into(), ..Options::default() });
    let new = rolled(&desk, &example);
    cannot_be_sent(&desk);
    install(&desk);

    // What the notice changes is told before; nothing has happened yet.
    desk.click(By::Role("button", "查看变化并转到正式通知…"));
    desk.find(By::Text("“500”改为“400”"));
    desk.find(By::Text("取消“大型”"));
    drawn(&desk);
    picture(&desk, "preliminary-changes");
    assert_eq!(content(&new)["edition"], "2027预备");
    let before = content(&new);
    desk.click(By::Role("button", "转到正式通知"));
    desk.find(By::Text("已转到正式通知"));
    desk.gone(By::Text("2027年的正式通知已安装。"));
    assert!(title(&desk).contains("2027年5月18日截止"), "{}", title(&desk));
    let mut after = content(&new);
    assert_eq!(after["edition"].take(), json!("2027"));
    desk.find(By::Text("zhiliang2027@example.cn"));
    desk.find(By::Text("报送前请与官方发布的通知核对"));
    part(&desk, "基本信息");
    desk.find(By::Text("不在列表中"));
    picture(&desk, "preliminary-moved");

    // Undone, it is the preliminary edition's again.
    desk.press("Control+z");
    desk.find(By::Text("2027年的正式通知已安装。"));
    assert!(title(&desk).contains("预备版"), "{}", title(&desk));
    assert_eq!(content(&new), before);
    desk.press("Control+y");
    desk.until("return document.querySelector('header.bar .edition').innerText.includes('5月18日截止')", &[]);
    let opened = Draft::open_read_only(&new).expect("read").content().expect("content");
    assert_eq!(&*opened.edition, "2027");
    let violations: Vec<Value> = desk.axe().iter().map(|violation| json!(format!("{violation:?}"))).collect();
    assert_eq!(violations, Vec::<Value>::new());
}
