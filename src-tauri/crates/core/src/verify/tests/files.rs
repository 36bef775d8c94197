//! Files that are not what their names say, and what is no package.

use super::{EDITIONS, FORM, Files, PROOF, Package, SAMPLE, STORY, ids, told, verified, zipped};
use crate::rules::Severity;
use crate::verify::{packages, verify};
use chrono::DateTime;
use std::fs;
use std::path::Path;

/// Moves a document of the package to another name.
fn rename(package: &mut Package, from: &str, to: &str) {
    let bytes = package.files.remove(from).unwrap();
    package.files.insert(to.into(), bytes);
}

#[test]
fn a_document_under_the_name_of_another_is_told_and_not_read() {
    let mut swapped = Package::sample();
    let (form, story) = (swapped.files[FORM].clone(), swapped.files[STORY].clone());
    swapped.files.insert(FORM.into(), story.clone());
    swapped.files.insert(STORY.into(), form);
    let verdict = swapped.verified();
    told(&verdict, "Z022", FORM);
    told(&verdict, "Z022", STORY);
    let mut twice = Package::sample();
    twice.files.insert(PROOF.into(), story);
    let verdict = twice.verified();
    assert_eq!(ids(&verdict), ["Z022"], "{:#?}", verdict.findings);
    assert!(
        verdict.findings[0].message.contains("里装的是典型经验，不是证实性材料"),
        "{:#?}",
        verdict.findings
    );
}

#[test]
fn documents_of_other_names_are_found_and_told() {
    let renamed = |names: [&str; 3]| {
        let mut package = Package::sample();
        [FORM, STORY, PROOF].into_iter().zip(names).for_each(|(from, to)| rename(&mut package, from, to));
        package.verified()
    };
    let by_words = renamed(["1.质量标杆申报书（盖章）.docx", "2.典型经验材料.docx", "3.证明材料.docx"]);
    assert_eq!((ids(&by_words), by_words.findings.len()), (vec!["Z023"], 3), "{:#?}", by_words.findings);
    assert!(
        by_words.findings[0].message.contains("应名为“申报书.docx”，现为“1.质量标杆申报书（盖章）.docx”")
    );
    assert_eq!(ids(&renamed(["申报书", "典型经验.DOCX", "证实性材料.docx.docx"])), ["Z023"]);
    let by_content = renamed(["终稿1.docx", "终稿2.docx", PROOF]);
    assert_eq!(ids(&by_content), ["Z023"], "{:#?}", by_content.findings);
}

#[test]
fn what_programs_left_in_a_package_is_passed_over() {
    let mut package = Package::sample();
    for name in ["~$申报书.docx", "Thumbs.db", "desktop.ini", "__MACOSX/._申报书.docx", ".DS_Store"] {
        package.files.insert(name.into(), b"x".to_vec());
    }
    assert_eq!(package.verified().findings, []);
}

#[test]
fn what_is_no_zip_is_told_in_one_line() {
    let only = |name: &str, bytes: &[u8], words: &str| {
        let verdict = verified(name, bytes);
        assert_eq!(ids(&verdict), ["Z001"], "{:#?}", verdict.findings);
        assert!(verdict.findings[0].message.contains(words), "{:#?}", verdict.findings);
    };
    only("申报书.docx", &SAMPLE.1[FORM], "这是一个Word文档，不是压缩包；请选 .zip 或文件夹");
    only("甲.zip", b"Rar!\x1a\x07\x01\0", "是RAR格式，改扩展名没有用");
    only("甲.zip", b"7z\xbc\xaf\x27\x1c", "是7z格式，改扩展名没有用");
    let inner = Files::from([("甲.zip".to_owned(), zipped(&SAMPLE.1))]);
    let verdict = verified("甲.zip", &zipped(&inner));
    assert_eq!((ids(&verdict), verdict.findings.len()), (vec!["Z003", "Z004"], 2), "{:#?}", verdict.findings);
}

#[test]
fn what_lies_in_a_folder_and_is_no_zip_is_told() {
    let desk = tempfile::tempdir().unwrap();
    fs::write(desk.path().join("甲.rar"), b"Rar!\x1a\x07\x01\0").unwrap();
    fs::write(desk.path().join("说明.docx"), b"PK").unwrap();
    for folder in ["乙", "丙", "丁"] {
        fs::create_dir(desk.path().join(folder)).unwrap();
        for name in [FORM, STORY] {
            fs::write(desk.path().join(folder).join(name), b"PK").unwrap();
        }
    }
    // These were unpacked from what is checked.
    fs::write(desk.path().join("丙.zip"), b"PK").unwrap();
    fs::write(desk.path().join("丁/丁.zip"), b"PK").unwrap();
    let found = packages(&[desk.path().to_owned()]).unwrap();
    let names: Vec<String> =
        found.iter().map(|path| path.strip_prefix(desk.path()).unwrap().display().to_string()).collect();
    assert_eq!(names, ["丁/丁.zip", "丙.zip", "乙", "甲.rar"]);
    let today = "2026-05-08".parse().unwrap();
    let unchecked = |path: &Path| {
        let verdict = verify(path, &EDITIONS, DateTime::UNIX_EPOCH, today).unwrap();
        assert!(verdict.count(Severity::Error) > 0, "{:#?}", verdict.findings);
        verdict.unchecked()
    };
    let all: Vec<Option<&str>> = found.iter().map(|path| unchecked(path)).collect();
    assert_eq!(all, [None, None, Some("未打包的文件夹"), Some("不是zip")]);
}

#[test]
fn what_rests_on_another_document_is_not_judged_without_it() {
    for document in [FORM, PROOF] {
        let mut package = Package::sample();
        package.files.remove(document);
        let verdict = package.verified();
        assert_eq!(ids(&verdict), ["Z003"], "{:#?}", verdict.findings);
    }
}
