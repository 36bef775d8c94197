use super::*;
use crate::edition::Editions;
use crate::ooxml::read::read_document;
use crate::ooxml::read::tests::{document, p, table};
use std::io::Cursor;

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
    for text in ["组织概况介绍", "本组织概况", "概况", "一、组织概况，如下所述"] {
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

#[test]
fn sections_are_found_in_every_usual_form() {
    for [overview, background, process, results] in [
        ["一，组织概况", "二，实施背景", "三，实施过程", "四，实施成效"],
        ["壹、组织概况", "贰、实施背景", "叁、实施过程", "肆、实施成效"],
        ["Ⅰ、组织概况", "Ⅱ、实施背景", "Ⅲ、实施过程", "Ⅳ、实施成效"],
        ["①组织概况", "②实施背景", "③实施过程", "④实施成效"],
        ["【组织概况】", "【实施背景】", "【实施过程】", "【实施成效】"],
        ["一、组织概况简介", "二、实施背景与意义", "三、实施过程及主要做法", "四、实施成效与推广"],
    ] {
        let body =
            [p("x", overview), p("x", "甲乙丙丁"), p("x", background), p("x", "甲乙丙"), p("x", process)];
        let more = [p("x", "甲乙丙丁戊己"), p("x", results), p("x", "甲乙")];
        check(&[body.concat(), more.concat()].concat(), &FOUR);
    }
}

const FOUR: [(&str, usize, usize); 4] =
    [("overview", 4, 4), ("background", 3, 3), ("process", 6, 6), ("results", 2, 2)];
const TITLES: [(&str, &str); 4] = [
    ("一、组织概况", "甲乙丙丁"),
    ("二、实施背景", "甲乙丙"),
    ("三、实施过程", "甲乙丙丁戊己"),
    ("四、实施成效", "甲乙"),
];

#[test]
fn a_heading_may_share_its_paragraph_with_text() {
    let broken = |(title, text)| format!("<w:p><w:r><w:t>{title}</w:t><w:br/><w:t>{text}</w:t></w:r></w:p>");
    check(&TITLES.map(broken).concat(), &FOUR);
    let run_in = |(title, text)| {
        format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{title}</w:t></w:r><w:r><w:t>。{text}</w:t></w:r></w:p>")
    };
    check(&TITLES.map(run_in).concat(), &FOUR);
}

#[test]
fn a_table_may_frame_the_text() {
    let cells = TITLES.map(|(title, text)| [p("x", title), p("x", text)].concat());
    let rows: Vec<Vec<&str>> = cells.iter().map(|cell| vec![cell.as_str()]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
    check(&table(&rows), &FOUR);
    let styled = TITLES.map(|(title, text)| [p("1", &title["一、".len()..]), p("x", text)].concat()).concat();
    check(&table(&[&[&styled]]), &FOUR);
}

#[test]
fn the_headings_that_stand_in_order_are_taken() {
    let four = TITLES.map(|(title, text)| [p("x", title), p("x", text)].concat()).concat();
    let later = [("overview", 4, 4), ("background", 3, 3), ("process", 6, 6), ("results", 10, 10)];
    check(&[four.clone(), p("x", "实施过程"), p("x", "甲乙丙丁")].concat(), &later);
    let list = TITLES.map(|(title, _)| p("x", title)).concat();
    check(&[list, four].concat(), &FOUR);
}

#[test]
fn what_the_figures_leave_out_is_told() {
    let text_box = "<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框内五个字</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>";
    let body =
        format!("<w:p><w:r><w:t>甲乙</w:t></w:r>{text_box}<w:r><w:t>丙丁</w:t></w:r></w:p><w:altChunk/>");
    let counted = counted(&body);
    assert_eq!((counted.whole.all.high, counted.text_boxes.high, counted.foreign), (4, 5, 1));
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
