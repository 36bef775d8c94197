//! Our own package, and the same with one fault each.

mod files;

use super::{Verdict, verify};
use crate::draft::Draft;
use crate::edition::Editions;
use crate::package::{Existing, Request, Stage, export_draft};
use chrono::DateTime;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;
use std::sync::LazyLock;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

type Files = BTreeMap<String, Vec<u8>>;

static EDITIONS: LazyLock<Editions> = LazyLock::new(Editions::built_in);

/// The sample application as a package: its name and its documents.
static SAMPLE: LazyLock<(String, Files)> = LazyLock::new(|| {
    let desk = tempfile::tempdir().unwrap();
    let draft =
        Draft::create_sample(&desk.path().join("s.biaogan"), &EDITIONS, DateTime::UNIX_EPOCH).unwrap();
    let content = draft.content().unwrap();
    let request = Request {
        edition: EDITIONS.get(&content.edition).unwrap(),
        stage: Stage::Final,
        today: "2026-05-08".parse().unwrap(),
        folder: desk.path(),
        existing: Existing::Replace,
        report: &[],
    };
    let exported = export_draft(&draft, &content, &request, &mut |_| ControlFlow::Continue(())).unwrap();
    let name = exported.zip.file_name().unwrap().to_string_lossy().into_owned();
    (name, files(&fs::read(&exported.zip).unwrap()))
});

fn files(zip: &[u8]) -> Files {
    let mut archive = ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut files = Files::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        files.insert(entry.name().unwrap().into_owned(), bytes);
    }
    files
}

fn zipped(files: &Files) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(name, stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A package in the making.
struct Package {
    name: String,
    files: Files,
}

impl Package {
    fn sample() -> Package {
        let (name, files) = SAMPLE.clone();
        Package { name, files }
    }

    /// The same with one text of a part of a document replaced, wherever it stands.
    fn edit(&mut self, document: &str, part: &str, from: &str, to: &str) {
        let mut parts = files(&self.files[document]);
        let text = String::from_utf8(parts[part].clone()).unwrap();
        assert!(text.contains(from), "{document} {part}: {from}");
        parts.insert(part.to_owned(), text.replace(from, to).into_bytes());
        self.files.insert(document.to_owned(), zipped(&parts));
    }

    fn verified(&self) -> Verdict {
        verified(&self.name, &zipped(&self.files))
    }
}

fn verified(name: &str, zip: &[u8]) -> Verdict {
    let desk = tempfile::tempdir().unwrap();
    let path = desk.path().join(name);
    fs::write(&path, zip).unwrap();
    verify(&path, &EDITIONS, DateTime::UNIX_EPOCH, "2026-05-08".parse().unwrap()).unwrap()
}

#[test]
fn nothing_is_told_of_our_own_sample() {
    let verdict = Package::sample().verified();
    assert_eq!(verdict.applicant, "浙江虚屿精密轴承股份有限公司");
    assert!(!verdict.direction.is_empty());
    assert_eq!(verdict.findings, []);
}

const FORM: &str = "申报书.docx";
const STORY: &str = "典型经验.docx";
const PROOF: &str = "证实性材料.docx";
const TEXT: &str = "word/document.xml";
const STYLES: &str = "word/styles.xml";

/// The ids that are told of a package, each once.
fn ids(verdict: &Verdict) -> Vec<&str> {
    let mut ids: Vec<&str> = verdict.findings.iter().map(|told| told.rule).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// Checks that a fault is told under this id at this place, and that no more than the same fault is told.
#[track_caller]
fn check(id: &str, place: &str, break_it: impl FnOnce(&mut Package)) {
    let mut package = Package::sample();
    break_it(&mut package);
    told(&package.verified(), id, place);
}

#[track_caller]
fn told(verdict: &Verdict, id: &str, place: &str) {
    let is_it = |told: &super::Told| told.rule == id && told.place.contains(place);
    assert!(verdict.findings.iter().any(is_it), "{id} {place}: {:#?}", verdict.findings);
}

/// Checks that a text of a document, changed so, is told.
#[track_caller]
fn edited(document: &str, part: &str, from: &str, to: &str, id: &str, place: &str) {
    check(id, place, |package| package.edit(document, part, from, to));
}

#[test]
fn faults_of_the_zip_are_told() {
    check("Z003", PROOF, |package| drop(package.files.remove(PROOF)));
    check("Z004", "说明.txt", |package| drop(package.files.insert("说明.txt".into(), b"x".to_vec())));
    check("Z004", "旧.zip", |package| drop(package.files.insert("旧.zip".into(), b"PK".to_vec())));
    check("Z006", STORY, |package| {
        let story = package.files.remove(STORY).unwrap();
        package.files.insert(format!("材料/{STORY}"), story);
    });
    check("Z002", "最终版.zip", |package| package.name = "最终版.zip".into());
    check("Z007", STORY, |package| package.files.get_mut(STORY).unwrap().truncate(5_000));
    check("Z007", FORM, |package| {
        let old = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 600]].concat();
        package.files.insert(FORM.into(), old);
    });
    let whole = zipped(&SAMPLE.1);
    told(&verified("甲.zip", &whole[..whole.len() / 2]), "Z001", "压缩包");
    told(&verified("甲.zip", b"Rar!"), "Z001", "压缩包");
    let strange: Files = (0..500).map(|at| (format!("{at}{}", "甲".repeat(2_000)), Vec::new())).collect();
    let verdict = verified("甲.zip", &zipped(&strange));
    told(&verdict, "Z004", "压缩包");
    assert!(verdict.findings.len() < 30 && verdict.findings.iter().all(|told| told.message.len() < 1_000));
}

#[test]
fn names_in_gbk_are_read_and_told() {
    let mut package = Package::sample();
    let form = package.files.remove(FORM).unwrap();
    package.files.insert("AAAAAA.docx".into(), form);
    let (gbk, ..) = encoding_rs::GBK.encode("申报书");
    let zip = zipped(&package.files);
    let mut renamed = zip.clone();
    for at in memchr::memmem::find_iter(&zip, b"AAAAAA.docx") {
        renamed[at..at + 6].copy_from_slice(&gbk);
    }
    let verdict = verified(&package.name, &renamed);
    told(&verdict, "Z005", FORM);
    assert_eq!(verdict.findings.len(), 1, "{:#?}", verdict.findings);
}

#[test]
fn what_was_left_in_a_document_is_told() {
    let deleted =
        "<w:body><w:p><w:del w:id=\"900\" w:author=\"a\"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>";
    edited(STORY, TEXT, "<w:body>", deleted, "Z010", STORY);
    let draft = "<w:p><w:r><w:t>草稿</w:t></w:r></w:p></w:ftr>";
    edited(FORM, "word/footer1.xml", "</w:ftr>", draft, "Z011", FORM);
    edited(STORY, STYLES, "</w:styles>", "", "Z008", STORY);
}

#[test]
fn what_does_not_look_as_asked_is_told() {
    edited(STORY, TEXT, "w:w=\"11906\" w:h=\"16838\"", "w:w=\"16838\" w:h=\"11906\"", "Z012", STORY);
    edited(PROOF, TEXT, "w:w=\"11906\" w:h=\"16838\"", "w:w=\"12240\" w:h=\"15840\"", "Z012", PROOF);
    edited(STORY, STYLES, "黑体", "楷体", "Z013", "题目");
    let body = "<w:jc w:val=\"both\"/></w:pPr><w:rPr><w:sz w:val=\"28\"/>";
    edited(STORY, STYLES, body, &body.replace("28", "24"), "Z014", "组织概况第1段");
    edited(STORY, STYLES, "宋体", "仿宋", "Z014", "目录");
    edited(STORY, STYLES, "w:line=\"240\"", "w:line=\"360\"", "Z015", "目录");
    edited(
        STORY,
        STYLES,
        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>",
        "",
        "Z016",
        "实施背景",
    );
    edited(STORY, STYLES, "<w:b/><w:bCs/><w:sz w:val=\"24\"/>", "<w:sz w:val=\"24\"/>", "Z017", "图1");
    check("Z018", "表1", |package| {
        let mut parts = files(&package.files[STORY]);
        let text = String::from_utf8(parts[TEXT].clone()).unwrap();
        let named = text.find("w:name=\"_RefTable0001\"").unwrap();
        let begin = text[..named].rfind("<w:p>").unwrap();
        let table = begin + text[begin..].find("<w:tbl>").unwrap();
        let end = table + text[table..].find("</w:tbl>").unwrap() + "</w:tbl>".len();
        let swapped = [&text[..begin], &text[table..end], &text[begin..table], &text[end..]].concat();
        parts.insert(TEXT.into(), swapped.into_bytes());
        package.files.insert(STORY.into(), zipped(&parts));
    });
    let number = "<w:t xml:space=\"preserve\">1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:bookmarkEnd";
    edited(STORY, TEXT, number, &number.replace(">1<", ">3<"), "Z019", "图3");
}

/// The sample's 典型经验 with lines before its text.
fn with_lines(lines: &[&str]) -> Package {
    let mut package = Package::sample();
    let line = |text: &&str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let lines: String = lines.iter().map(line).collect();
    package.edit(STORY, TEXT, "<w:body>", &format!("<w:body>{lines}"));
    package
}

#[test]
fn what_stands_above_the_title_is_not_taken_for_it() {
    let verdict = with_lines(&["附件2", "质量标杆典型经验"]).verified();
    assert!(!ids(&verdict).contains(&"Z013"), "{:#?}", verdict.findings);
}

#[test]
fn a_typed_list_of_contents_is_not_taken_for_the_sections() {
    let typed = ["目录", "一、组织概况……1", "二、实施背景……2", "三、实施过程……3", "四、实施成效……8"];
    let mut package = with_lines(&typed);
    let body = "<w:jc w:val=\"both\"/></w:pPr><w:rPr><w:sz w:val=\"28\"/>";
    package.edit(STORY, STYLES, body, &body.replace("28", "24"));
    told(&package.verified(), "Z014", "组织概况第1段");
}

#[test]
fn faults_of_the_form_are_told_by_the_rules_of_the_desk() {
    edited(FORM, TEXT, "91330100MA00000X70", "91330100MA00000X71", "F002", "统一社会信用代码");
    edited(FORM, TEXT, "13800000001", "1380000000", "F018", "手机");
    edited(FORM, TEXT, "310018", "31001", "F021", "邮编");
    edited(FORM, TEXT, "zhiliang@example.com", "zhiliang.example.com", "F019", "邮箱");
    edited(FORM, TEXT, ">98.6", ">198.6", "F015", "普及率");
    edited(FORM, TEXT, ">186350", ">十八万", "Y003", "资产总额 2023年");
    edited(FORM, TEXT, ">1286", ">1268", "C003", "组织概况");
    edited(STORY, TEXT, "188240万元", "198240万元", "C002", "组织概况 第2段");
    let long = format!("成立于2004年{}", "很长的一段话。".repeat(100));
    edited(STORY, TEXT, "成立于2004年", &long, "N003", "组织概况");
    check("S001", "签章页", |package| {
        let mut parts = files(&package.files[FORM]);
        let text = String::from_utf8(parts[TEXT].clone()).unwrap();
        let (begin, end) = (text.find("<w:drawing>").unwrap(), text.find("</w:drawing>").unwrap());
        let without = [&text[..begin], &text[end + "</w:drawing>".len()..]].concat();
        parts.insert(TEXT.into(), without.into_bytes());
        package.files.insert(FORM.into(), zipped(&parts));
    });
    check("V001", "", |package| {
        package.edit(PROOF, TEXT, "ISO 9001", "某项");
        package.edit(PROOF, TEXT, "质量管理体系认证", "其他");
    });
}

#[test]
fn many_packages_give_a_list_and_a_letter_to_each() {
    let desk = tempfile::tempdir().unwrap();
    let folder = desk.path().join("杭州");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("甲&乙.zip"), b"PK").unwrap();
    fs::write(desk.path().join(&SAMPLE.0), zipped(&SAMPLE.1)).unwrap();
    fs::write(desk.path().join("说明.txt"), b"x").unwrap();
    let thrown_away = desk.path().join("$RECYCLE.BIN");
    fs::create_dir(&thrown_away).unwrap();
    fs::write(thrown_away.join("甲.zip"), b"PK").unwrap();
    let found = super::packages(&[desk.path().to_owned()]).unwrap();
    assert_eq!(found.len(), 2);
    let (page, book) = (desk.path().join("r.html"), desk.path().join("r.xlsx"));
    let mut reports = [super::Report::begin(&page).unwrap(), super::Report::begin(&book).unwrap()];
    let today = "2026-05-08".parse().unwrap();
    let mut letters = super::Letters::begin(desk.path(), today).unwrap();
    for package in &found {
        let verdict = verify(package, &EDITIONS, DateTime::UNIX_EPOCH, today).unwrap();
        // One applicant may have sent two packages.
        (0..2).for_each(|_| letters.add(&verdict).unwrap());
        reports.iter_mut().for_each(|report| report.add(verdict.clone()).unwrap());
    }
    reports.into_iter().for_each(|report| report.finish().unwrap());
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("共2份，没有问题的1份") && page.contains("甲&amp;乙.zip"), "{page}");
    assert!(page.contains("【错误】压缩包：不是完好的zip文件，请重新打包后报送。"), "{page}");
    let sheets = files(&fs::read(book).unwrap());
    let texts = String::from_utf8(sheets["xl/sharedStrings.xml"].clone()).unwrap();
    assert!(texts.contains("Z001") && texts.contains("浙江虚屿精密轴承股份有限公司"), "{texts}");
    let written = letters.finish().unwrap().unwrap();
    assert_eq!((written.folder, written.count), (desk.path().join("初核意见2026-05-08"), 2));
    let letter = files(&fs::read(desk.path().join("初核意见2026-05-08/甲&乙-初核意见（2）.docx")).unwrap());
    let text = String::from_utf8(letter[TEXT].clone()).unwrap();
    assert!(
        text.contains("甲&amp;乙.zip：") && text.contains("Z001") && text.contains("2026年5月8日"),
        "{text}"
    );
    let wrong = super::Report::begin(&desk.path().join("r.doc")).err().unwrap().to_string();
    assert!(wrong.contains(".html 或 .xlsx"), "{wrong}");
}
