//! Last year's Word files become this year's draft.

use super::stage::{content, draft_besides, drawn, sample, shows, take};
use end_to_end::desktop::{self, By, Desk, Options};
use end_to_end::sample;
use serde_json::{Value, json};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// What someone typed between the tables of last year's form: it has no place in it.
const ADDED: &str = "我公司另有专题片一部，请联系质量部索取。";

/// The package of the sample as it was a year earlier, with a line that someone typed between the tables.
fn last_years_package(folder: &Path) -> PathBuf {
    let years = (2019..=2029).map(|year| (year.to_string(), (year - 1).to_string()));
    let earlier =
        years.fold(sample::content().to_string(), |json, (year, before)| json.replace(&year, &before));
    let mut earlier: Value = serde_json::from_str(&earlier).unwrap();
    earlier["attachments"] = sample::content()["attachments"].take();
    let exported = sample::export(&earlier);
    let package = folder.join("去年的申报材料.zip");
    let add = |xml: &[u8]| {
        let xml = String::from_utf8(xml.to_vec()).unwrap();
        let line = format!("<w:p><w:r><w:t>{ADDED}</w:t></w:r></w:p><w:tbl>");
        xml.replacen("<w:tbl>", &line, 1).into_bytes()
    };
    let form = |docx: &[u8]| changed(docx, "word/document.xml", &add);
    fs::write(&package, changed(&fs::read(&exported.zip).unwrap(), "申报书.docx", &form)).unwrap();
    package
}

/// A zip with one of its entries changed.
fn changed(zip: &[u8], name: &str, change: &dyn Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let mut read = ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..read.len() {
        let mut entry = read.by_index(index).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        let entry_name = entry.name().unwrap().into_owned();
        let bytes = if entry_name == name { change(&bytes) } else { bytes };
        written.start_file(entry_name, SimpleFileOptions::default()).unwrap();
        written.write_all(&bytes).unwrap();
    }
    written.finish().unwrap().into_inner()
}

/// How many drafts a folder has; one that is open has its lock beside it.
fn drafts(folder: &Path) -> usize {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|end| end == "biaogan")).count()
}

/// The documents of a package, unpacked beside it.
fn documents_of(package: &Path) -> [PathBuf; 3] {
    let folder = package.with_extension("");
    ZipArchive::new(fs::File::open(package).unwrap()).unwrap().extract(&folder).unwrap();
    ["证实性材料.docx", "申报书.docx", "典型经验.docx"].map(|name| folder.join(name))
}

#[derive(PartialEq, Eq)]
enum Way {
    Dropped,
    Chosen,
}

/// Drops files on the window; in Chromium, where the shell hears of no drop, they are chosen.
fn bring(desk: &Desk, files: &[&Path]) -> Way {
    if !desk.is_in_chromium() {
        desk.drop_files(files);
        return Way::Dropped;
    }
    desk.answer_dialog(files);
    press(desk, "导入Word文件");
    Way::Chosen
}

fn press(desk: &Desk, name: &str) {
    desk.click(By::Role("button", name));
}

#[test]
fn last_years_word_files_become_this_years_draft() {
    if desktop::lacks() {
        return;
    }
    let (desk, example) = sample(&Options::default());
    let package = last_years_package(desk.home());
    let bytes = fs::read(&package).unwrap();
    desk.click(By::Name("返回我的申报"));

    // What was read is shown, and nothing is left behind by who thinks better of it.
    desk.answer_dialog([&package]);
    press(&desk, "导入Word文件");
    desk.find(By::Text("没有放进去 1项"));
    desk.find(By::Text(ADDED));
    drawn(&desk);
    desk.screenshot(&desktop::screenshots("import-report"));
    press(&desk, "不导入");
    desk.gone(By::Css("dialog.frame"));
    let before = drafts(example.parent().unwrap());

    // Its documents by themselves are one application as well.
    let documents = documents_of(&package);
    bring(&desk, &documents.each_ref().map(PathBuf::as_path));
    desk.find(By::Text("申报书.docx、典型经验.docx、证实性材料.docx（2025年）"));
    drawn(&desk);
    desk.screenshot(&desktop::screenshots("import-documents"));
    press(&desk, "不导入");
    desk.gone(By::Css("dialog.frame"));

    // Dropped on the window, it is taken over as this year's draft: it might have been meant to be checked.
    if bring(&desk, &[&package]) == Way::Dropped {
        take(&desk, "导入");
    }
    desk.find(By::Text("结转为2026年草稿"));
    press(&desk, "结转为2026年草稿");
    shows(
        &desk,
        "[data-path='declaration.employees'] input, input[data-path='declaration.employees']",
        sample::content()["declaration"]["employees"].as_str().unwrap(),
    );
    drawn(&desk);
    desk.screenshot(&desktop::screenshots("import-draft"));
    let made = content(&draft_besides(desk.home(), &[&example]));
    assert_eq!(
        (&made["edition"], &made["organization"]),
        (&json!("2026"), &sample::content()["organization"])
    );
    assert_eq!(made["benefits"][0]["values"]["2024"], sample::content()["benefits"][0]["values"]["2025"]);
    assert_eq!(drafts(example.parent().unwrap()), before + 1);
    assert!(fs::read(&package).unwrap() == bytes, "the package is only read");
    assert_eq!(desk.sockets(), []);
}
