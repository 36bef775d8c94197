//! A year begun before its notice is out: rolled to the 预备版, worked on, moved over once the notice is installed.

use super::package::{into_folder, makes};
use super::stage::{content, draft_besides, drawn, part, sample, shows, take};
use biaogan::draft::Draft;
use end_to_end::desktop::{self, By, Desk, Options};
use end_to_end::docx::open_package;
use end_to_end::next_year::{NOTICE, as_the_notice_asks, worked_on};
use end_to_end::sample::{done, folder};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// After the deadline of 2026, and before the notice of 2027 is known to the program.
const TODAY: &str = "2027-05-08";
const NAME: &str = "浙江虚屿精密轴承股份有限公司";

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

/// Goes back to the list and lets the year's work be done on the draft; opens it again.
fn work(desk: &Desk, new: &Path) {
    desk.click(By::Name("返回我的申报"));
    desk.find(By::Role("button", "由去年草稿生成"));
    let (path, files) = (new.to_string_lossy(), folder().join("files"));
    let work = worked_on(&content(new));
    for (id, file) in &work.files {
        done(&["attach", &path, "--id", id, &files.join(file).to_string_lossy()]);
    }
    put(desk, new, &work.content);
    done(&["carried", &path, "--confirm", "all"]);
    open(desk, new);
}

fn put(desk: &Desk, draft: &Path, content: &Value) {
    let file = desk.home().join("c.json");
    fs::write(&file, content.to_string()).expect("written");
    // The command line knows the notices that the window has installed.
    let data = desk.home().join(".local/share/biaogan");
    let mut put = end_to_end::biaogan();
    let output = put.env("BIAOGAN_DATA", data).arg("put").args([draft, &file]).output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Opens a draft from the list.
fn open(desk: &Desk, draft: &Path) {
    desk.click(By::Css(&format!("tr[data-path='{}'] .name", draft.display())));
    desk.find(By::Css("header.bar .edition"));
}

/// The choice of what the form shows.
fn shown(which: &str) -> String {
    format!(".notice-form label:has(input[value={which}])")
}

const LIMIT: &str = "input[data-path='experience.overview.limit']";
/// What 行业引领 asks for, which the sample grades.
const CRITERION: &str = "[data-path='criteria'] tr:nth-child(4) td:nth-child(2) textarea";

/// Reads the official notice into the form, corrects a slip, answers what is doubtful, hands it on, and installs it.
fn install(desk: &Desk) {
    let (file, handed) = (desk.home().join("2027年通知.txt"), desk.home().join("2027年通知.toml"));
    fs::write(&file, NOTICE).expect("written");
    desk.answer_dialog([&file]);
    desk.press("Control+,");
    desk.click(By::Role("button", "读取通知文件…"));
    desk.find(By::Text("通知里有新的表“数字化水平统计表”"));
    shows(desk, LIMIT, "600");
    drawn(desk);
    picture(desk, "notice-form");
    desk.click(By::Css(&shown("doubtful")));
    desk.find(By::Text("数控化率"));
    drawn(desk);
    picture(desk, "notice-form-doubtful");
    while let Some(checked) = desk.find_all(By::Role("button", "核对过了")).first() {
        checked.click();
        drawn(desk);
    }
    desk.click(By::Css(&shown("changed")));
    desk.type_into(By::Css(LIMIT), "x");
    desk.find(By::Text("应为整数，如 500"));
    picture(desk, "notice-form-wrong");
    desk.press("Backspace");
    desk.gone(By::Text("应为整数，如 500"));
    // The experts look for something else, too.
    desk.click(By::Css(&shown("all")));
    desk.type_into(By::Css(CRITERION), "引领行业质量管理。");
    desk.click(By::Role("button", "预览空表"));
    desk.find(By::Css("dialog .leaf"));
    drawn(desk);
    picture(desk, "notice-form-preview");
    desk.press("Escape");
    desk.answer_dialog([&handed]);
    desk.click(By::Role("button", "导出给同事…"));
    desk.find(By::Text("通知文件已导出"));
    assert!(fs::read_to_string(&handed).expect("the file").contains("based_on = \"2026\""));
    let violations: Vec<String> = desk.axe().iter().map(ToString::to_string).collect();
    assert!(violations.is_empty(), "{}", violations.join("\n"));
    desk.click(By::Role("button", "安装2027年通知"));
    // A notice may come from anyone: where it sends applications elsewhere, that is asked.
    desk.find(By::Text("收件邮箱：boyi_star@163.com 改为 zlbg@example.cn"));
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
    let (desk, example) = sample(&Options { today: TODAY.into(), ..Options::default() });
    let new = rolled(&desk, &example);
    cannot_be_sent(&desk);
    work(&desk, &new);
    install(&desk);
    moves_over(&desk, &new);
    is_sent(&desk, &new);
    is_dropped(&desk);
    assert_eq!(desk.sockets(), []);
}

/// A colleague gets the file that was handed on, and drops it on the window: here it is there already.
fn is_dropped(desk: &Desk) {
    if desk.is_in_chromium() {
        return;
    }
    desk.click(By::Name("返回我的申报"));
    desk.find(By::Role("button", "由去年草稿生成"));
    desk.drop_files(&[&desk.home().join("2027年通知.toml")]);
    desk.find(By::Text("已有2027年度的通知，安装后由它代替。"));
    picture(desk, "notice-dropped");
    take(desk, "安装");
    desk.find(By::Text("已安装2027年度的通知"));
}

/// What the notice changes is told before; it is one step, and undone as one.
fn moves_over(desk: &Desk, new: &Path) {
    desk.click(By::Role("button", "查看变化并转到正式通知…"));
    desk.find(By::Text("数控化率"));
    desk.find(By::Text("通知改了这一条的文字，自评“一般”是按原来的文字写的"));
    drawn(desk);
    picture(desk, "preliminary-touched");
    // Of many changes the list is folded.
    desk.click(By::Text("通知的变化"));
    desk.find(By::Text("“500”改为“600”"));
    desk.find(By::Text("征集标准 行业引领"));
    drawn(desk);
    picture(desk, "preliminary-changes");
    let before = content(new);
    assert_eq!(before["edition"], "2027预备");
    desk.click(By::Role("button", "转到正式通知"));
    desk.find(By::Text("已转到正式通知"));
    desk.gone(By::Text("2027年的正式通知已安装。"));
    assert!(title(desk).contains("2027年6月10日截止"), "{}", title(desk));
    let after = content(new);
    assert_eq!((&after["edition"], &after["experience"]), (&json!("2027"), &before["experience"]));

    desk.press("Control+z");
    desk.find(By::Text("2027年的正式通知已安装。"));
    assert!(title(desk).contains("预备版"), "{}", title(desk));
    assert_eq!(content(new), before);
    desk.press("Control+y");
    desk.until("return document.querySelector('header.bar .edition').innerText.includes('6月10日截止')", &[]);
    let opened = Draft::open_read_only(new).expect("read").content().expect("content");
    assert_eq!(&*opened.edition, "2027");
}

/// Fills in what the notice asks for besides, and makes the final package.
fn is_sent(desk: &Desk, new: &Path) {
    part(desk, "经济和质量效益统计表");
    desk.find(By::Text("数控化率"));
    picture(desk, "preliminary-moved");
    desk.click(By::Name("返回我的申报"));
    desk.find(By::Role("button", "由去年草稿生成"));
    put(desk, new, &as_the_notice_asks(content(new)));
    open(desk, new);
    part(desk, "导出与报送");
    desk.find(By::Text("zlbg@example.cn"));
    desk.find(By::Text("没有妨碍正式报送的问题"));
    let to = tempfile::tempdir().expect("a folder");
    into_folder(desk, to.path());
    let zip = to.path().join(format!("{NAME}.zip"));
    makes(desk, "生成正式材料", &zip);
    picture(desk, "preliminary-sent");
    let form = &open_package(&zip)["申报书.docx"];
    let lines = form.lines().join("\n");
    for text in ["2027年质量标杆典型经验申报书", "推动重点产业提质增效", "邮政编码", "数控化率"]
    {
        assert!(lines.contains(text), "{text}");
    }
}
