//! This year's draft from last year's.

use super::stage::{content, draft_besides, drawn, part, sample, shows};
use biaogan::draft::{Draft, NewFile, Source};
use biaogan::edition::Editions;
use biaogan::form::Content;
use biaogan::roll::{Report, Rolled, roll};
use end_to_end::desktop::{self, By, Desk, Options};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const PHOTO: &[u8] = include_bytes!("../../../src-tauri/crates/core/src/evidence/samples/photo.jpg");
const AT: &str = "2025-05-06T09:30:00+08:00";

/// Makes an application of 2025 with values of 2022 to 2024; gives what becomes of it.
fn last_years(path: &Path) -> Report {
    let editions = Editions::built_in();
    let edition = |id| editions.get(id).expect("built in");
    let mut old = serde_json::to_value(Content::empty(edition("2025"))).expect("JSON");
    old["organization"] = json!("甲有限公司");
    old["filled_on"] = json!("2025-05-06");
    old["declaration"]["employees"] = json!("1286");
    old["benefits"][0]["rank"] = json!("3");
    old["benefits"][0]["values"] = json!({ "2022": "74.8", "2023": "79.6", "2024": "84.3" });
    old["evidence"] = json!([{ "id": "e1", "category": "iso9001", "title": "证书",
        "expires_on": "2026-03-01", "files": ["a1"] }]);
    let old: Content = serde_json::from_value(old).expect("content");
    let at = AT.parse().expect("a time");
    let file = NewFile { name: "证书.jpg".into(), id: None, source: Source::Bytes(PHOTO.into()) };
    let mut draft = Draft::create(path, &old, at).expect("made");
    draft.attach(&[file], at).expect("attached");
    roll(&draft.content().expect("content"), edition("2025"), edition("2026")).report
}

/// The report has these groups, each with as many lines as the core tells.
fn reports(desk: &Desk, report: &Report) {
    desk.find(By::Text("新草稿已生成"));
    let emptied = report.emptied.len() + report.dropped.len();
    let groups = [("需要更新", report.renew.len()), ("已清空", emptied), ("沿用", report.carried.len())];
    // What is not drawn yet reads as nothing.
    drawn(desk);
    let shown: Vec<String> =
        desk.find_all(By::Css("dialog details .title")).iter().map(|title| title.text()).collect();
    assert_eq!(shown, groups.map(|(title, count)| format!("{title} {count}项")));
    assert!(groups.iter().all(|(_, count)| *count > 0), "{shown:?}");
}

/// Chooses the draft `old` in the dialog and has the one of 2026 made of it.
fn make_of(desk: &Desk, old: &Path) {
    desk.click(By::Name("返回我的申报"));
    desk.click(By::Role("button", "由去年草稿生成"));
    let choice = format!("input[name=roll-source][value='{}']", old.display());
    desk.find(By::Css(&choice));
    drawn(desk);
    desk.click(By::Css(&choice));
    desk.click(By::Css("#roll-target option[value='2026']"));
    desk.click(By::Role("button", "生成新草稿"));
}

#[test]
fn this_years_draft_is_made_of_last_years() {
    if desktop::lacks() {
        return;
    }
    let (desk, example) = sample(&Options::default());
    let old = example.with_file_name("去年.biaogan");
    let report = last_years(&old);
    let bytes = fs::read(&old).expect("read");
    make_of(&desk, &old);
    reports(&desk, &report);
    for text in ["已过期，请换上有效的证书", "2024年本组织名次：3", "2022年：74.8"] {
        desk.find(By::Text(text));
    }
    let new = draft_besides(desk.home(), &[&example, &old]);
    desk.click(By::Role("button", "打开新草稿"));

    // Last year's values say so wherever they stand, until they are taken for this year's.
    shows(
        &desk,
        "[data-path='declaration.employees'] input, input[data-path='declaration.employees']",
        "1286",
    );
    let marked =
        "return [...document.querySelectorAll('.mark button[aria-label$=\"：确认沿用去年的内容\"]')].length";
    let count = desk.run(marked, &[]).as_u64().expect("a number");
    assert!(count > 0, "nothing is marked");
    desk.click(By::Css("button[aria-label^='员工总数'][aria-label$='确认沿用去年的内容']"));
    desk.until(&format!("{marked} === arguments[0]"), &[json!(count - 1)]);

    part(&desk, "经济和质量效益统计表");
    let cell = |year: &str| format!("td[data-path='benefits[0].values.{year}']");
    for (year, value) in [("2023", "79.6"), ("2024", "84.3")] {
        shows(&desk, &cell(year), value);
        assert_eq!(desk.find(By::Css(&format!("{} .mark", cell(year)))).text(), "去年");
    }
    shows(&desk, &cell("2025"), "");
    assert!(desk.find_all(By::Css(&format!("{} .mark", cell("2025")))).is_empty());
    shows(&desk, "td[data-path='benefits[0].rank'] .last-year", "去年：3");

    let made = content(&new);
    assert_eq!((&made["edition"], &made["organization"]), (&json!("2026"), &json!("甲有限公司")));
    assert_eq!(made["benefits"][0]["values"], json!({ "2023": "79.6", "2024": "84.3" }));
    assert_eq!(made["attachments"]["a1"]["name"], "证书.jpg");
    assert!(fs::read(&old).expect("read") == bytes, "the old draft is only read");
    assert_eq!(desk.sockets(), []);
}

/// The sample as it would have been a year earlier, with its files; gives what becomes of it.
fn last_years_sample(path: &Path) -> Rolled {
    let editions = Editions::built_in();
    let mut json = end_to_end::sample::content();
    let attached = json["attachments"].take();
    let years = (2019..=2029).map(|year| (year.to_string(), (year - 1).to_string()));
    let earlier = years.fold(json.to_string(), |json, (year, before)| json.replace(&year, &before));
    let old: Content = serde_json::from_str(&earlier).expect("content");
    let folder = end_to_end::sample::folder().join("files");
    let file = |(id, file): (&String, &Value)| NewFile {
        id: Some(id.clone()),
        ..NewFile::at(folder.join(file["name"].as_str().expect("a name")))
    };
    let files: Vec<NewFile> = attached.as_object().expect("files").iter().map(file).collect();
    let at = AT.parse().expect("a time");
    let mut draft = Draft::create(path, &old, at).expect("made");
    draft.attach(&files, at).expect("attached");
    let edition = |id| editions.get(id).expect("built in");
    roll(&draft.content().expect("content"), edition("2025"), edition("2026"))
}

/// The open marks of a draft, read while the program has it open.
fn open_marks(path: &Path) -> usize {
    let marks = Draft::open_read_only(path).expect("read").origins().expect("marks");
    marks.iter().filter(|mark| mark.is_open()).count()
}

/// How many places the button over the list tells.
const LISTED: &str =
    "Number(/\\d+/.exec(document.querySelector('[data-panel=lastYear]')?.textContent ?? '')?.[0] ?? 0)";

fn listed(desk: &Desk) -> u64 {
    desk.run(&format!("return {LISTED}"), &[]).as_u64().expect("a number")
}

fn picture(desk: &Desk, name: &str) {
    desk.screenshot(&desktop::screenshots(name));
}

/// The state of a part as the list on the left says it.
fn state(desk: &Desk, title: &str) -> String {
    let find = "return [...document.querySelectorAll('nav.parts .entry')].map((e) => e.getAttribute('aria-label')) \
                .find((label) => label.startsWith(arguments[0])) ?? ''";
    desk.run(find, &[json!(title)]).as_str().expect("a label").to_owned()
}

#[test]
fn the_year_turns_in_one_sitting() {
    if desktop::lacks() {
        return;
    }
    let (desk, example) = sample(&Options { size: (1366, 768), ..Options::default() });
    let old = example.with_file_name("去年.biaogan");
    let Rolled { marks, .. } = last_years_sample(&old);
    let open = marks.iter().filter(|mark| mark.is_open()).count() as u64;
    make_of(&desk, &old);
    desk.find(By::Text("并列在“去年内容待更新”里"));
    let new = draft_besides(desk.home(), &[&example, &old]);
    desk.click(By::Role("button", "打开新草稿"));

    // The list opens by itself, tells all there is, and no part is done.
    desk.find(By::Css("aside.last-year .row"));
    assert_eq!((listed(&desk), open_marks(&new) as u64), (open, open));
    for title in ["组织概况", "实施过程", "实施成效"] {
        assert!(state(&desk, title).contains("填写中"), "{}", state(&desk, title));
    }
    picture(&desk, "rolling-list");
    a_finding_leads_to_the_list(&desk);
    marks_in_the_text(&desk, &new);
    marks_of_evidence_and_tables(&desk);
    all_at_once(&desk, &new);
    the_list_is_reopened(&desk);
}

/// The finding of a part leads to the part in the list, which stands where the keyboard is.
fn a_finding_leads_to_the_list(desk: &Desk) {
    desk.click(By::Css("header.bar [data-panel=findings]"));
    desk.click(By::Css(".findings [role=tab]:last-child"));
    let finding = "[...document.querySelectorAll('.findings .finding')].filter((one) => one.innerText.includes('N023 '))[2]";
    desk.until(&format!("return Boolean({finding})"), &[]);
    desk.run(&format!("{finding}.click()"), &[]);
    let there = "const row = document.activeElement, list = row.closest('aside.last-year .list');
        const [inner, outer] = [row, list ?? row].map((one) => one.getBoundingClientRect());
        return Boolean(list && row.closest('[data-part=process]')) && inner.top >= outer.top && inner.bottom <= outer.bottom";
    desk.until(there, &[]);
    picture(desk, "rolling-from-a-finding");
}

fn marks_in_the_text(desk: &Desk, new: &Path) {
    desk.click(By::Css("aside.last-year section[aria-label='实施成效'] .row"));
    desk.find(By::Css(".section-text .last-year.renew"));
    desk.until("return document.querySelectorAll('.margin .mark').length > 5", &[]);
    picture(desk, "rolling-text");

    // What is changed is listed no more, and is again once the change is undone.
    let before = listed(desk);
    part(desk, "组织概况");
    let paragraph = ".section-text p.last-year";
    desk.until(&format!("return document.querySelectorAll('{paragraph}').length === 3"), &[]);
    desk.click(By::Css(paragraph));
    desk.type_keys("今");
    desk.until("return document.querySelectorAll('.section-text p.last-year').length === 2", &[]);
    assert_eq!(listed(desk), before - 1);
    desk.press("Control+z");
    desk.until("return document.querySelectorAll('.section-text p.last-year').length === 3", &[]);

    // In the margin one is taken for this year's.
    desk.click(By::Css(".margin button.mark:not(.renew)"));
    desk.until("return document.querySelectorAll('.section-text p.last-year').length === 2", &[]);
    assert_eq!(open_marks(new) as u64, before - 1);
    desk.press("Control+z");
    desk.until("return document.querySelectorAll('.section-text p.last-year').length === 3", &[]);
}

fn marks_of_evidence_and_tables(desk: &Desk) {
    part(desk, "证实性材料");
    desk.find(By::Text("没有覆盖2025年，请换上或补上新的材料"));
    desk.find(By::Text("去年的材料，沿用待确认"));
    picture(desk, "rolling-evidence");
    part(desk, "社会效益统计表");
    desk.find(By::Css("td[data-path='social[0].values.2024'] .mark"));
    picture(desk, "rolling-table");
    part(desk, "实施过程");
    desk.find(By::Css(".section-text td .last-year, .section-text th .last-year"));
    desk.run(
        "document.querySelector('.section-text td .last-year').scrollIntoView({ block: 'center' })",
        &[],
    );
    picture(desk, "rolling-text-table");
}

fn all_at_once(desk: &Desk, new: &Path) {
    let before = listed(desk);
    desk.click(By::Name("实施成效：全部沿用"));
    // What reads like last year's is asked about.
    desk.find(By::Text("处须更新：写着往年的年份"));
    picture(desk, "rolling-asked");
    desk.press("Escape");
    assert_eq!(listed(desk), before);
    desk.click(By::Name("实施成效：全部沿用"));
    agree(desk);
    desk.gone(By::Css("aside.last-year section[aria-label='实施成效']"));
    desk.until(
        "return document.querySelector('nav.parts [aria-label^=\"实施成效\"]').ariaLabel.includes('已完成')",
        &[],
    );
    desk.click(By::Css("aside.last-year .all"));
    agree(desk);
    desk.find(By::Text("都已更新或确认"));
    assert_eq!(open_marks(new), 0);
    picture(desk, "rolling-confirmed");
    desk.find(By::Css("[title^='撤销：全部确认沿用']"));
    desk.press("Control+z");
    desk.press("Control+z");
    desk.until(&format!("return {LISTED} === arguments[0]"), &[json!(before)]);
    assert_eq!(open_marks(new) as u64, before);
}

/// Takes what reads like last year's with the rest.
fn agree(desk: &Desk) {
    let all = By::Css("dialog.question footer .button:not(.main)");
    desk.find(all);
    drawn(desk);
    desk.click(all);
    desk.gone(By::Css("dialog.question"));
}

fn the_list_is_reopened(desk: &Desk) {
    desk.click(By::Name("收起去年内容待更新"));
    desk.gone(By::Css("aside.last-year"));
    desk.click(By::Css("[data-panel=lastYear]"));
    desk.find(By::Css("aside.last-year .row"));
    desk.click(By::Css("aside.last-year .filter:nth-of-type(2)"));
    let reasons = "return [...document.querySelectorAll('aside.last-year li')].every((row) => row.querySelector('.reason'))";
    desk.until(reasons, &[]);
    picture(desk, "rolling-renew");
    let violations: Vec<Value> = desk.axe().iter().map(|violation| json!(format!("{violation:?}"))).collect();
    assert_eq!(violations, Vec::<Value>::new());

    // The list of drafts says how much is left, and how far the rest is.
    let left = listed(desk);
    desk.click(By::Name("返回我的申报"));
    desk.find(By::Text(&format!("去年或导入的内容 {left} 处，待核对")));
    picture(desk, "rolling-home");
}
