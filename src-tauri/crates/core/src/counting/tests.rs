use super::*;
use crate::edition::Editions;
use crate::ooxml::{ReadError, read_document};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
const STYLES: &str = r#"
    <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="a5"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style>
    <w:style w:type="paragraph" w:styleId="20"><w:name w:val="toc 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="a6"><w:name w:val="caption"/></w:style>"#;

fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> Vec<u8> {
    document_with("styles.xml", body)
}

/// A document that leads to its styles by this target.
fn document_with(styles: &str, body: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    docx(&[
        ("_rels/.rels", &relation("r1", "officeDocument", "/text/main.xml")),
        ("text/_rels/main.xml.rels", &relation("r1", "styles", styles)),
        ("text/main.xml", &format!("<w:document {W}><w:body>{body}</w:body></w:document>")),
        ("text/styles.xml", &format!("<w:styles {W}>{STYLES}</w:styles>")),
    ])
}

/// A paragraph of a style.
fn p(style: &str, text: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
}

fn counted(body: &str) -> DocumentCount {
    let document = read_document(Cursor::new(document(body))).unwrap();
    count_document(&document, Editions::built_in().latest())
}

/// The sections found, each with its characters, all and prose.
#[track_caller]
fn check(body: &str, expected: &[(&str, usize, usize)]) {
    let counted = counted(body);
    let found: Vec<_> = Section::ALL
        .iter()
        .filter_map(|section| Some((section.key(), counted.sections.get(section)?)))
        .map(|(key, count)| (key, count.all.high, count.prose.high))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn sections_are_found_by_the_style_of_their_headings() {
    let body =
        [p("20", "组织概况"), p("1", "组织概况"), p("x", "甲乙"), p("a5", "实施背景"), p("x", "丙")].concat();
    check(&body, &[("overview", 2, 2), ("background", 1, 1)]);
    let level = r#"<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>实施成效</w:t></w:r></w:p>"#;
    check(&format!("{}{level}{}", p("x", "实施成效"), p("x", "甲乙丙")), &[("results", 3, 3)]);
}

#[test]
fn sections_are_found_by_the_text_of_their_headings() {
    for title in [
        "一、组织概况",
        "1. 组织概况",
        "（一）组织概况（500字以内）",
        "第一部分 组织概况",
        " 组 织 概 况：",
        "组织概况",
    ] {
        check(&[p("x", title), p("x", "甲乙")].concat(), &[("overview", 2, 2)]);
    }
    for text in ["组织概况介绍", "本组织概况", "概况"] {
        check(&[p("x", text), p("x", "甲乙")].concat(), &[]);
    }
    // A typed 目录 comes first.
    let body = [
        p("x", "组织概况"),
        p("x", "实施背景"),
        p("x", "组织概况"),
        p("x", "甲"),
        p("x", "实施背景"),
        p("x", "乙丙"),
    ];
    check(&body.concat(), &[("overview", 1, 1), ("background", 2, 2)]);
}

#[test]
fn tables_and_captions_are_told_from_prose() {
    let table =
        format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p("x", "甲乙"), p("x", "98.5"));
    let body =
        [p("1", "实施过程"), p("a6", "表1 数据"), table, p("x", "图1 框架"), p("x", "图1所示的模式。")];
    check(&body.concat(), &[("process", 19, 8)]);
}

#[test]
fn what_is_printed_counts_and_nothing_else() {
    let body = r#"<w:p><w:r><w:t>实施过程</w:t></w:r></w:p>
        <w:p><w:r><w:t>甲</w:t><w:br/><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>
        <w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins>
        <w:r><w:instrText>REF f1</w:instrText></w:r><w:fldSimple w:instr="REF x"><w:r><w:t>图1</w:t></w:r></w:fldSimple>
        <w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>控</w:t></w:r></w:sdtContent></w:sdt>
        <w:r><w:drawing><w:t>框</w:t></w:drawing></w:r></w:p>"#;
    check(body, &[("process", 7, 7)]);
}

#[test]
fn a_document_without_the_headings_is_counted_as_a_whole() {
    let counted = counted(&[p("x", "甲乙丙"), p("x", "5G技术")].concat());
    assert!(counted.sections.is_empty());
    assert_eq!(counted.whole.all.high, 6);
}

/// What the refusal says.
fn refused(bytes: &[u8]) -> String {
    read_document(Cursor::new(bytes)).expect_err("refused").to_string()
}

#[test]
fn damaged_files_are_refused_in_one_line() {
    let whole = document(&p("x", "甲"));
    assert!(refused(&whole[..whole.len() / 2]).contains("不是完好的 .docx"));
    assert!(refused(b"").contains("不是完好的 .docx"));
    assert!(refused(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1]).contains("旧版 .doc"));
    assert!(refused(&docx(&[("a.txt", "a")])).contains("没有正文"));
    assert!(refused(&docx(&[("word/document.xml", "<w:document><w:body>")])).contains("已损坏"));
    let deep = "<a>".repeat(300);
    assert!(refused(&docx(&[("word/document.xml", &deep)])).contains("已损坏"));
}

#[test]
fn styles_are_found_from_the_folder_of_the_text_and_from_the_top() {
    for styles in ["styles.xml", "/text/styles.xml"] {
        let bytes = document_with(styles, &p("x", "甲"));
        assert!(read_document(Cursor::new(bytes)).unwrap().styles.is_some(), "{styles}");
    }
}

#[test]
fn an_entry_that_swells_is_stopped() {
    let whole = format!("<w:document {W}><w:body/></w:document>");
    let largest = format!("{}{whole}", " ".repeat((16 << 20) - whole.len()));
    read_document(Cursor::new(docx(&[("word/document.xml", &largest)]))).unwrap();
    let bytes = docx(&[("word/document.xml", &" ".repeat((16 << 20) + 1))]);
    assert!(bytes.len() < 100_000);
    let error = read_document(Cursor::new(bytes)).unwrap_err();
    assert!(matches!(error, ReadError::TooLong(_)), "{error}");
}

#[test]
fn every_byte_may_be_wrong() {
    let whole = document(&p("x", "甲"));
    for at in 0..whole.len() {
        for bit in [1, 0x80] {
            let mut bytes = whole.clone();
            bytes[at] ^= bit;
            if let Ok(document) = read_document(Cursor::new(bytes)) {
                count_document(&document, Editions::built_in().latest());
            }
        }
    }
}
