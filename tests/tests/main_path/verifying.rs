//! The recommending bureau's morning: packages that others made are checked, listed, reported and written about.

use super::stage::{drawn, files, take};
use end_to_end::desktop::{self, By, Desk, Options};
use end_to_end::sample::{self, done};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder with the sample's own package, a file that is no package, and a draft of it with many wrong figures. What
/// is to be said of that one, the last, is so long that it may come after the end of the checking.
fn packages(home: &Path) -> PathBuf {
    let folder = home.join("收到的材料");
    let inner = folder.join("舟山");
    fs::create_dir_all(&inner).unwrap();
    let draft = home.join("示例.draft");
    done(&["demo", draft.to_str().unwrap()]);
    let out = home.join("示例");
    done(&["export", draft.to_str().unwrap(), "--to", out.to_str().unwrap(), "--today", "2026-05-08"]);
    let whole =
        files(&out).into_iter().find(|path| path.extension().is_some_and(|end| end == "zip")).unwrap();
    fs::copy(&whole, folder.join(whole.file_name().unwrap())).unwrap();
    let mut wrong = sample::content();
    wrong["organization"] = json!("丙机械有限公司");
    wrong["declaration"]["contact"]["mobile"] = json!("1380000000");
    for indicator in wrong["benefits"].as_array_mut().unwrap() {
        indicator["values"] = json!({ "2023": "若干", "2024": "若干", "2025": "若干" });
        indicator["industry_average"] = json!("若干");
    }
    let exported = sample::export(&wrong);
    fs::copy(&exported.zip, inner.join("丙机械有限公司.zip")).unwrap();
    fs::write(inner.join("丁轴承.zip"), b"PK").unwrap();
    folder
}

/// The names of the list, from top to bottom.
fn names(desk: &Desk) -> Vec<String> {
    let rows =
        "return [...document.querySelectorAll('table.packages .name')].map((one) => one.innerText.trim())";
    serde_json::from_value(desk.run(rows, &[])).unwrap()
}

fn press(desk: &Desk, name: &str) {
    desk.click(By::Role("button", name));
}

fn screenshot(desk: &Desk, name: &str) {
    drawn(desk);
    desk.screenshot(&desktop::screenshots(name));
}

#[test]
fn packages_of_others_are_checked_listed_reported_and_written_about() {
    if desktop::lacks() {
        return;
    }
    let desk = Desk::start(&Options::default());
    let folder = packages(desk.home());
    let before: Vec<(PathBuf, Vec<u8>)> =
        files(&folder).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    press(&desk, "进入我的申报");
    press(&desk, "检查材料包");

    // Called off, it ends behind the package that is looked at, which stays on the list. In Chromium one command waits
    // for the other.
    if !desk.is_in_chromium() {
        desk.answer_dialog([&folder]);
        press(&desk, "检查文件夹…");
        press(&desk, "取消");
        desk.find(By::Text("已取消，列出的是已经检查的1份"));
        desk.gone(By::Css("progress"));
        assert_eq!(names(&desk), [sample::content()["organization"].as_str().unwrap()]);
    }

    desk.answer_dialog([&folder]);
    press(&desk, "检查文件夹…");
    desk.find(By::Css("progress"));
    screenshot(&desk, "verify-progress");
    desk.find(By::Text("共3份：2份有错误"));

    // The worst first; a click on a head sorts by it, another one turns it.
    let (own, other, none) = (sample::content()["organization"].clone(), "丙机械有限公司", "丁轴承.zip");
    let own = own.as_str().unwrap();
    assert_eq!(names(&desk), [other, none, own]);
    press(&desk, "错误");
    assert_eq!(names(&desk), [own, none, other]);
    press(&desk, "申报组织");
    assert_eq!(names(&desk)[1..], [none, own]);
    press(&desk, "大小");
    assert_eq!(names(&desk)[2], none);

    // What was found in one, with its place.
    press(&desk, other);
    let shown = desk.find(By::Css(".findings")).text();
    for expected in ["手机", "F018", "草稿", "Z011"] {
        assert!(shown.contains(expected), "{expected}: {shown}");
    }
    let told = desk.run("return document.querySelectorAll('.findings li').length", &[]);
    assert!(told.as_u64() > Some(40), "{told}");
    screenshot(&desk, "verify-findings");

    let (page, letters) = (desk.home().join("检查报告.html"), desk.home().join("意见"));
    fs::create_dir(&letters).unwrap();
    desk.answer_dialog([&page]);
    press(&desk, "保存检查报告");
    desk.click(By::Role("menuitem", "网页：清单和给各单位的意见…"));
    desk.find(By::Text("检查报告已保存"));
    let page = fs::read_to_string(&page).unwrap();
    assert!(page.contains("共3份，没有问题的1份") && page.contains("【错误】"), "{page}");
    desk.answer_dialog([&letters]);
    press(&desk, "保存给各单位的意见…");
    desk.find(By::Text("已写好给2家单位的意见"));
    let mut written: Vec<String> =
        files(&letters).iter().map(|path| path.file_name().unwrap().to_string_lossy().into()).collect();
    written.sort();
    assert_eq!(written, ["丁轴承-初核意见.docx", "丙机械有限公司-初核意见.docx"]);
    screenshot(&desk, "verify-saved");

    // One that is dropped may be meant to be checked; what stands on the screen does not go unasked.
    if !desk.is_in_chromium() {
        desk.drop_files(&[&folder.join("舟山/丁轴承.zip")]);
        desk.find(By::Text("导入还是检查"));
        screenshot(&desk, "verify-question");
        press(&desk, "检查");
        take(&desk, "检查");
        desk.find(By::Text("共1份：1份有错误"));
        assert_eq!(desk.run("return document.querySelectorAll('.findings').length", &[]), Value::from(0));
    }
    let after: Vec<(PathBuf, Vec<u8>)> =
        files(&folder).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    assert!(before == after, "packages are only read");
    assert_eq!(desk.sockets(), []);
}
