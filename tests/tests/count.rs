//! `biaogan count`: texts, our own 典型经验, files that are none.

use biaogan::counting::count_document;
use biaogan::edition::Section;
use biaogan::form::rich_text::{Numbers, SectionCount};
use biaogan::ooxml::read_document;
use end_to_end::biaogan;
use end_to_end::case::{Case, edition};
use end_to_end::sample::export;
use serde_json::{Value, json};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Output, Stdio};

/// Runs the command on a file, with this on standard input.
fn count(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = biaogan();
    let command = command.arg("count").args(arguments).stdin(Stdio::piped());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // What is refused early is not read to its end.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn done(arguments: &[&str], input: &[u8]) -> String {
    let output = count(arguments, input);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(arguments: &[&str], input: &[u8], expected: &str) {
    let output = count(arguments, input);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), said.lines().count(), output.stdout.len()), (Some(2), 1, 0), "{said}");
    assert!(said.contains(expected), "{said}");
}

/// The 典型经验.docx of the sample with paragraphs that are hard to count.
fn experience(case: &Case) -> Vec<u8> {
    let exported = export(&case.json);
    let mut zip = zip::ZipArchive::new(fs::File::open(&exported.zip).unwrap()).unwrap();
    let mut bytes = Vec::new();
    zip.by_name("典型经验.docx").unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn hard() -> Case {
    let text = |text: &str| json!({ "type": "text", "text": text });
    let bold = |text: &str| json!({ "type": "text", "text": text, "marks": [{ "type": "bold" }] });
    let line_break = json!({ "type": "hardBreak" });
    let inline = json!([text("GB/"), bold("T 19580"), line_break, text("“5G+”±0.5℃；"), text("甲—乙…")]);
    Case::sample()
        .set("experience.background.content[9]", json!({ "type": "paragraph", "content": inline }))
        .append("results", "Cpk≥1.67，“零缺陷”·PDCA，①②，Ａ级，カンバン。")
}

#[test]
fn our_own_document_counts_like_its_content() {
    for case in [Case::sample(), hard()] {
        let document = read_document(Cursor::new(experience(&case))).unwrap();
        let counted = count_document(&document, edition());
        let content = case.content().experience;
        for section in Section::ALL {
            let expected = SectionCount::of(content.section(section), &Numbers::of(&content, &[]), edition());
            assert_eq!(counted.sections.get(&section), Some(&expected), "{}", section.key());
        }
    }
}

#[test]
fn a_document_is_counted_section_by_section() {
    let desk = tempfile::tempdir().unwrap();
    let file = desk.path().join("典型经验.docx");
    let bytes = experience(&Case::sample());
    fs::write(&file, &bytes).unwrap();
    let file = file.to_str().unwrap();
    let printed = done(&[file], b"");
    let beginnings = ["组织概况 ", "实施背景 ", "实施过程 ", "实施成效 ", "全文 "];
    assert_eq!(printed.lines().count(), 5);
    for (line, beginning) in printed.lines().zip(beginnings) {
        assert!(line.starts_with(beginning) && line.contains("字"), "{printed}");
    }
    let data: Value = serde_json::from_str(&done(&[file, "--json"], b"")).unwrap();
    assert_eq!(
        (&data["sections"][2]["section"], &data["sections"][2]["limit"]),
        (&json!("process"), &json!(8000))
    );
    assert!(data["sections"][3]["all"]["high"].as_u64() > data["sections"][3]["prose"]["high"].as_u64());
    assert_eq!(done(&["-"], &bytes), printed);
}

#[test]
fn a_text_is_counted_from_a_file_or_the_input() {
    let desk = tempfile::tempdir().unwrap();
    let file = desk.path().join("文 1.txt");
    fs::write(&file, "\u{FEFF}5G技术，提升15%\n").unwrap();
    assert_eq!(done(&[file.to_str().unwrap()], b""), "7字\n");
    assert_eq!(done(&["-"], "“SPC”图".as_bytes()), "2至4字\n");
    assert_eq!(done(&["-"], b""), "0字\n");
    // What Windows calls ANSI, and what it calls Unicode.
    assert_eq!(done(&["-"], b"\xB1\xEA\xB8\xCB"), "2字\n");
    assert_eq!(done(&["-"], b"\xFF\xFE\x28\x8D5\0"), "2字\n");
    let data: Value = serde_json::from_str(&done(&["-", "--json"], "“SPC”".as_bytes())).unwrap();
    assert_eq!(data, json!({ "low": 1, "high": 3 }));
}

#[test]
fn what_cannot_be_counted_is_refused_in_one_line() {
    let desk = tempfile::tempdir().unwrap();
    let path = |name: &str| desk.path().join(name).to_str().unwrap().to_owned();
    refused(&[&path("none.txt")], b"", "none.txt：找不到文件");
    refused(&["-"], b"\x00\x01\xFF\xFF", "标准输入：不是文本文件");
    refused(&["-"], b"{\\rtf1 x}", "标准输入：是RTF文件");
    refused(&["-"], b"%PDF-1.7", "标准输入：是PDF文件");
    refused(&["-"], "<?xml version='1.0'?><office:document/>".as_bytes(), "标准输入：是OpenDocument文件");
    fs::write(path("no.docx"), "no document").unwrap();
    refused(&[&path("no.docx")], b"", "no.docx：不是完好的 .docx 文件");
    let whole = experience(&Case::sample());
    fs::write(path("half.docx"), &whole[..whole.len() / 2]).unwrap();
    refused(&[&path("half.docx")], b"", "half.docx：不是完好的");
    fs::write(path("old.doc"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).unwrap();
    refused(&[&path("old.doc")], b"", "old.doc：是旧版");
    refused(&[Path::new(&path("")).to_str().unwrap()], b"", "读不出来");
    refused(&[], b"", "缺少");
}
