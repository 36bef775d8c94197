//! This year's draft from last year's.

use super::stage::{content, draft_besides, drawn, part, sample, shows};
use biaogan::draft::{Draft, NewFile, Source};
use biaogan::edition::Editions;
use biaogan::form::Content;
use biaogan::roll::{Report, roll};
use end_to_end::desktop::{self, By, Desk, Options};
use serde_json::json;
use std::fs;
use std::path::Path;

const PHOTO: &[u8] = include_bytes!("../../../src-tauri/crates/core/src/evidence/samples/photo.jpg");

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
    let at = "2025-05-06T09:30:00+08:00".parse().expect("a time");
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
    for text in ["已过期，请换上有效的证书", "2024年本组织名次：3", "2022年：74.8"] {
        desk.find(By::Text(text));
    }
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
    desk.click(By::Name("返回我的申报"));
    desk.click(By::Role("button", "由去年草稿生成"));
    let choice = format!("input[name=roll-source][value='{}']", old.display());
    desk.find(By::Css(&choice));
    drawn(&desk);
    desk.click(By::Css(&choice));
    desk.click(By::Css("#roll-target option[value='2026']"));
    desk.click(By::Role("button", "生成新草稿"));
    reports(&desk, &report);
    let new = draft_besides(desk.home(), &[&example, &old]);
    desk.click(By::Role("button", "打开新草稿"));

    // Last year's values say so wherever they stand, until they are taken for this year's.
    shows(
        &desk,
        "[data-path='declaration.employees'] input, input[data-path='declaration.employees']",
        "1286",
    );
    let marked =
        "return [...document.querySelectorAll('button[aria-label$=\"：确认沿用去年的内容\"]')].length";
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
