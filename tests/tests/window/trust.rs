//! The small things: what has the keyboard is drawn so, menus are Chinese, steps and rows have names, opening is no
//! change.

use super::desk::{TABLES, part_with};
use end_to_end::desktop::{self, By, Desk, Options};
use end_to_end::stage::{CREDIT_CODE, content, drawn, new_draft, part, sample, stored, take, wait_for};
use serde_json::{Value, json};

/// Cells that are drawn as selected without having the keyboard, or the other way round.
const MISDRAWN: &str = "
const drawn = [...document.querySelectorAll('.cell.focused')]
const has = document.activeElement?.closest?.('td.cell') ?? null
return drawn.length === (has ? 1 : 0) && (drawn[0] ?? null) === has
  && [...document.querySelectorAll('.cell:not(.focused)')].every((cell) => getComputedStyle(cell).boxShadow === 'none')";

#[test]
fn a_cell_that_is_drawn_as_selected_has_the_keyboard() {
    if desktop::lacks() {
        return;
    }
    let (desk, _) = sample(&Options::default());
    for table in TABLES {
        part_with(&desk, table);
        desk.until(MISDRAWN, &[]);
        desk.click(By::Css(&format!("{}.cell", table.1)));
        desk.until(MISDRAWN, &[]);
        desk.press("Tab");
        desk.until(MISDRAWN, &[]);
        desk.click(By::Css("h2.sheet-title"));
        desk.until(MISDRAWN, &[]);
    }
    part_with(&desk, TABLES[1]);
    desk.click(By::Css("td[data-path='benefits[1].values.2024']"));
    desk.click(By::Role("button", "本行"));
    desk.press("Escape");
    desk.until(MISDRAWN, &[]);
    assert_eq!(desk.run("return document.activeElement.tagName", &[]), "TEXTAREA");
}

fn menu(desk: &Desk) -> Vec<String> {
    desk.find(By::Css("[role=menu]"));
    let labels = "return [...document.querySelectorAll('[role=menu] button')].map((one) => one.querySelector('span:nth-child(2)').innerText)";
    let labels = desk.run(labels, &[]);
    labels.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn choose(desk: &Desk, label: &str) {
    let at = menu(desk).iter().position(|one| one == label).expect("an item");
    desk.click(By::Css(&format!("[role=menu] button:nth-child({} of button)", at + 1)));
    desk.gone(By::Css("[role=menu]"));
}

#[test]
fn the_menu_of_a_field_and_of_the_text_is_chinese_and_cuts_copies_and_pastes() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = sample(&Options::default());
    desk.click(CREDIT_CODE);
    desk.press("Control+a");
    desk.right_click(CREDIT_CODE);
    assert_eq!(menu(&desk), ["剪切", "复制", "粘贴", "全选"]);
    desk.screenshot(&desktop::screenshots("menu-field"));
    choose(&desk, "剪切");
    stored(&path, "/declaration/credit_code", &json!(""));
    desk.right_click(CREDIT_CODE);
    choose(&desk, "粘贴");
    stored(&path, "/declaration/credit_code", &json!("91330100MA00000X70"));

    part(&desk, "组织概况");
    desk.copy("甲乙", Some("<p>甲<b>乙</b></p>"));
    desk.click(By::Css(".ProseMirror[contenteditable=true] p"));
    desk.press("Control+End");
    desk.right_click(By::Css(".ProseMirror > p:last-of-type"));
    assert_eq!(menu(&desk), ["剪切", "复制", "粘贴", "粘贴为纯文本", "全选"]);
    desk.screenshot(&desktop::screenshots("menu-text"));
    choose(&desk, "粘贴");
    let has = |part: &str| content(&path)["experience"]["overview"].to_string().contains(part);
    wait_for("pasted with its form", || has("乙") && has("bold"));
    desk.until("return document.querySelector('header.bar button[title^=\"撤销：粘贴\"]')", &[]);
    desk.right_click(By::Css(".ProseMirror > p:last-of-type"));
    choose(&desk, "粘贴为纯文本");
    wait_for("pasted as text", || has("甲乙"));
}

#[test]
fn opening_is_no_change_and_the_sample_is_not_undone() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = sample(&Options::default());
    desk.until("return document.querySelector('header.bar button[title=\"没有可撤销的修改\"]')", &[]);
    desk.press("Control+z");
    drawn(&desk);
    assert_eq!(content(&path)["attachments"].as_object().expect("files").len(), 19);
    let edited = || biaogan::draft::Draft::open_read_only(&path).expect("open").changed_at().expect("a time");
    let before = edited();
    let listed = |desk: &Desk| {
        desk.click(By::Name("返回我的申报"));
        desk.find(By::Css("table.drafts"));
        desk.run("return document.querySelector('table.drafts tbody td:nth-of-type(3)').title", &[])
    };
    let first = listed(&desk);
    desk.click(By::Css("table.drafts button.name"));
    desk.find(CREDIT_CODE);
    part(&desk, "证实性材料");
    desk.find(By::Css("article[data-item] img"));
    drawn(&desk);
    assert_eq!(listed(&desk), first);
    assert_eq!(edited(), before);
}

#[test]
fn steps_and_rows_have_names_and_one_part_comes_back() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = sample(&Options::default());
    part(&desk, "经济和质量效益统计表");
    let name = content(&path)["benefits"][0]["name"].as_str().expect("a name").to_owned();
    desk.copy("1\t2", None);
    desk.click(By::Css("td[data-path='benefits[0].values.2023']"));
    desk.press("Control+v");
    let undo = |label: &str| {
        desk.until("return document.querySelector('header.bar button[title^=\"撤销：\"]')?.title.includes(arguments[0])", &[json!(label)]);
    };
    undo(&format!("粘贴 经济和质量效益统计表 {name}"));
    desk.press("Alt+ArrowDown");
    undo("移动");
    desk.press("Control+Shift+-");
    undo("删除");
    part(&desk, "基本信息");
    desk.click(CREDIT_CODE);
    desk.press("End");
    desk.type_keys("9");
    undo("填写");
    stored(&path, "/declaration/credit_code", &json!("91330100MA00000X709"));

    desk.click(By::Css("header.bar button[title='修改记录']"));
    desk.click(By::Role("button", "命名当前状态"));
    desk.type_into(By::Css("dialog.question input"), "删除之后");
    take(&desk, "保存");
    part(&desk, "经济和质量效益统计表");
    desk.click(By::Css("td[data-path='benefits[3].values.2024']"));
    desk.press("Delete");
    part(&desk, "基本信息");
    desk.click(CREDIT_CODE);
    desk.press("End");
    desk.type_keys("8");
    stored(&path, "/declaration/credit_code", &json!("91330100MA00000X7098"));
    let before = content(&path)["benefits"].clone();
    assert_eq!(before[3]["values"]["2024"], "");

    desk.click(By::Css("header.bar button[title='修改记录']"));
    desk.click(By::Css(".states button.point"));
    let row = before[3]["name"].as_str().expect("a name").to_owned();
    desk.find(By::Text(&format!("{row} 2024年")));
    desk.screenshot(&desktop::screenshots("history-rows"));
    desk.click(By::Name("把“经济和质量效益统计表”恢复成当时的内容"));
    take(&desk, "恢复这一部分");
    desk.find(By::Text("已恢复“经济和质量效益统计表”"));
    assert_ne!(content(&path)["benefits"][3]["values"]["2024"], "");
    assert_eq!(content(&path)["declaration"]["credit_code"], "91330100MA00000X7098", "the others stay");
    undo("恢复");
}

#[test]
fn all_conditions_are_confirmed_at_once_and_the_list_does_not_jump() {
    if desktop::lacks() {
        return;
    }
    let desk = Desk::start(&Options::default());
    let path = new_draft(&desk);
    part(&desk, "资格条件");
    desk.find(By::Css("main.part ol li"));
    let tops = "return [...document.querySelectorAll('main.part ol li')].map((one) => Math.round(one.getBoundingClientRect().top))";
    let before = desk.run(tops, &[]);
    desk.click(By::Css("main.part ol li input[type=checkbox]"));
    desk.find(By::Text("还有"));
    drawn(&desk);
    desk.screenshot(&desktop::screenshots("confirm-one"));
    assert_eq!(desk.run(tops, &[]), before);
    desk.click(By::Css("main.part .lead button"));
    desk.type_into(By::Css("dialog.question input"), "王工");
    desk.screenshot(&desktop::screenshots("confirm-all"));
    desk.click(By::Css("dialog.question .button.main"));
    desk.find(By::Text("已全部确认"));
    drawn(&desk);
    desk.screenshot(&desktop::screenshots("confirmed-all"));
    assert_eq!(desk.run(tops, &[]), before);
    let all = || content(&path)["confirmations"].clone();
    wait_for("confirmed", || {
        all()
            .as_object()
            .is_some_and(|all| all.len() > 3 && all.values().all(|one| one["confirmed_on"] == "2026-05-08"))
    });
    assert!(all().to_string().contains("王工"));
}

#[test]
fn keys_begin_an_application_and_change_the_size_of_the_letters_for_good() {
    if desktop::lacks() {
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let (desk, _) = sample(&Options::at(home.path()));
    let size = || desk.run("return parseFloat(getComputedStyle(document.documentElement).fontSize)", &[]);
    assert_eq!(size(), 16.0);
    desk.press("Control+=");
    desk.until("return parseFloat(getComputedStyle(document.documentElement).fontSize) > 18", &[]);
    desk.press("Control+-");
    desk.press("Control+-");
    desk.until("return parseFloat(getComputedStyle(document.documentElement).fontSize) < 15", &[]);
    desk.press("Control+0");
    desk.until("return parseFloat(getComputedStyle(document.documentElement).fontSize) === 16", &[]);
    desk.press("Control+=");
    desk.until("return parseFloat(getComputedStyle(document.documentElement).fontSize) > 18", &[]);
    desk.press("Control+n");
    desk.find(By::Css("input[placeholder^='申报组织全称']"));
    desk.screenshot(&desktop::screenshots("new-by-key"));
    drop(desk);
    let desk = Desk::start(&Options::at(home.path()));
    desk.until("return parseFloat(getComputedStyle(document.documentElement).fontSize) > 18", &[]);
}

#[test]
fn a_deleted_draft_is_named_so_that_no_other_is_meant() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = sample(&Options::default());
    desk.click(By::Name("返回我的申报"));
    desk.right_click(By::Css("table.drafts tbody tr"));
    desk.click(By::Text("移到回收站"));
    let question = desk.find(By::Css("dialog.question .said"));
    let said = question.text();
    desk.screenshot(&desktop::screenshots("delete-question"));
    let file = path.file_name().expect("a name").to_string_lossy().into_owned();
    for part in ["浙江虚屿精密轴承股份有限公司", "2026年", &file, "最近修改：", "清空回收站之前都可以恢复"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn the_passed_deadline_stands_in_the_draft_and_the_preview_is_printed() {
    if desktop::lacks() {
        return;
    }
    let (desk, _) = sample(&Options { today: "2026-12-01".into(), ..Options::default() });
    desk.find(By::Css("header.bar .deadline.past"));
    desk.screenshot(&desktop::screenshots("deadline-passed"));
    part(&desk, "预览");
    desk.until("return document.querySelectorAll('.holder .leaf').length > 0 && !document.querySelector('[aria-busy=true]')", &[]);
    let stand_in = "window.print = () => { window.printed = [document.querySelectorAll('.for-printer .leaf').length, document.querySelectorAll('.holder .leaf').length] }";
    desk.run(stand_in, &[]);
    desk.click(By::Role("button", "打印…"));
    let printed = desk.until("return window.printed", &[]);
    assert_eq!(printed[0], printed[1]);
    assert!(printed[0].as_u64() > Some(3));
    desk.run("window.dispatchEvent(new Event('afterprint'))", &[]);
    assert!(desk.find_all(By::Css(".for-printer")).is_empty());
}

#[test]
fn a_national_application_has_two_mails_to_tick_off() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = sample(&Options::default());
    part(&desk, "资格条件");
    desk.click(By::Css("main.part .track:last-of-type input"));
    wait_for("the track", || content(&path)["track"] == "national");
    desk.find(By::Text("报送至 中国质量协会"));
    part(&desk, "导出与报送");
    let ticks = [
        ("邮件已发送给中国质量协会质量标杆工作办公室", "emailed_on"),
        ("邮件已发送给浙江省经济和信息化厅产业处", "also_emailed_on"),
    ];
    for (tick, _) in ticks {
        desk.find(By::Name(tick));
    }
    drawn(&desk);
    desk.run("document.querySelector('.receiver').scrollIntoView({ block: 'center' })", &[]);
    desk.screenshot(&desktop::screenshots("national-mails"));
    for (tick, key) in ticks {
        desk.click(By::Name(tick));
        stored(&path, &format!("/submission/{key}"), &json!("2026-05-08"));
    }
}
