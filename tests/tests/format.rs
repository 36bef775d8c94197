//! The format rules of 附件2 二, measured in the written document.

use biaogan::ooxml::xml::Element;
use end_to_end::docx::{Document, find, paragraphs, text};
use end_to_end::look::{Styles, style_id};
use end_to_end::sample;

fn experience() -> Document {
    sample::export(&sample::content()).documents.remove("典型经验.docx").unwrap()
}

/// Checks the looks of every run in paragraphs of these styles that prints something.
fn check(document: &Document, styles: &[&str], font: &str, size: &str, bold: bool) {
    let sheet = Styles::of(document);
    let mut seen = 0;
    paragraphs(&document.body(), &mut |paragraph| {
        if !styles.contains(&style_id(paragraph).unwrap_or("Normal")) {
            return;
        }
        find(paragraph, "w:r", &mut |run| {
            if run.child("w:t").is_none() {
                return;
            }
            seen += 1;
            let look = sheet.look(paragraph, run);
            let own_bold = run.child("w:rPr").is_some_and(|properties| properties.child("w:b").is_some());
            assert_eq!(look.east_asia.as_deref(), Some(font), "{}", text(paragraph));
            assert_eq!(look.ascii.as_deref(), Some("Times New Roman"), "{}", text(paragraph));
            assert_eq!(look.size.as_deref(), Some(size), "{}", text(paragraph));
            assert!(look.bold == bold || own_bold, "{}", text(paragraph));
        });
    });
    assert!(seen > 0, "no {styles:?}");
}

#[test]
fn fonts_and_sizes_are_those_of_the_notice() {
    let document = experience();
    check(&document, &["Title"], "黑体", "36", false);
    check(&document, &["Heading1"], "黑体", "32", false);
    check(&document, &["Heading2"], "楷体", "28", true);
    check(&document, &["Heading3", "Heading4"], "宋体", "28", true);
    check(&document, &["BodyText", "ListParagraph"], "宋体", "28", false);
    check(&document, &["TOCHeading", "TOC1", "TOC2", "TOC3"], "宋体", "28", false);
    check(&document, &["Caption"], "宋体", "24", true);
}

#[test]
fn paragraphs_are_spaced_and_aligned_as_the_notice_says() {
    let document = experience();
    let styles = Styles::of(&document);
    paragraphs(&document.body(), &mut |paragraph| {
        let property = |name: &str, attribute: &str| {
            styles
                .paragraph_property(paragraph, name)
                .and_then(|found| found.attribute(attribute).map(str::to_owned))
        };
        match style_id(paragraph).unwrap_or("Normal") {
            "Title" | "Caption" => assert_eq!(property("w:jc", "w:val").as_deref(), Some("center")),
            "BodyText" => {
                assert_eq!(property("w:spacing", "w:line").as_deref(), Some("240"));
                assert_eq!(property("w:spacing", "w:lineRule").as_deref(), Some("auto"));
                assert_eq!(property("w:ind", "w:firstLineChars").as_deref(), Some("200"));
                assert_eq!(property("w:jc", "w:val").as_deref(), Some("both"));
            }
            _ => {}
        }
    });
}

#[test]
fn every_document_is_upright_a4_with_the_margins_and_without_a_grid_of_lines() {
    for (name, document) in sample::export(&sample::content()).documents {
        find(&document.body(), "w:sectPr", &mut |section| {
            let size = section.child("w:pgSz").unwrap();
            assert_eq!(
                (size.attribute("w:w"), size.attribute("w:h")),
                (Some("11906"), Some("16838")),
                "{name}"
            );
            assert_ne!(size.attribute("w:orient"), Some("landscape"));
            let margins = section.child("w:pgMar").unwrap();
            // 附件2 二 for the 典型经验; the others have the width that tables and scans need.
            let wanted = match name.as_str() {
                "申报书.docx" => [25.0, 25.0, 20.0, 20.0],
                "证实性材料.docx" => [15.0, 18.0, 15.0, 15.0],
                _ => [37.0, 35.0, 28.0, 26.0],
            };
            for (side, millimetres) in ["w:top", "w:bottom", "w:left", "w:right"].into_iter().zip(wanted) {
                let twips: f64 = margins.attribute(side).unwrap().parse().unwrap();
                assert!((twips / 1440.0 * 25.4 - millimetres).abs() < 0.05, "{name} {side}");
            }
            let grid = section.child("w:docGrid").and_then(|grid| grid.attribute("w:type"));
            assert!(matches!(grid, None | Some("default")), "{name}");
        });
    }
}

#[test]
fn headings_are_numbered_by_a_list_tied_to_their_styles() {
    let document = experience();
    let numbering = document.xml("word/numbering.xml");
    let mut formats = Vec::new();
    find(&numbering, "w:lvl", &mut |level| {
        let Some(style) = level.child("w:pStyle").and_then(|style| style.attribute("w:val")) else { return };
        let value = |name: &str| level.child(name).unwrap().attribute("w:val").unwrap().to_owned();
        formats.push((style.to_owned(), value("w:numFmt"), value("w:lvlText")));
    });
    let wanted = [
        ("Heading1", "chineseCountingThousand", "%1、"),
        ("Heading2", "chineseCountingThousand", "（%2）"),
        ("Heading3", "decimal", "%3."),
        ("Heading4", "decimal", "（%4）"),
    ];
    let wanted = wanted.map(|(style, format, text)| (style.into(), format.into(), text.into()));
    assert_eq!(formats, wanted);
    let styles = Styles::of(&document);
    let mut headings = Vec::new();
    paragraphs(&document.body(), &mut |paragraph| {
        if style_id(paragraph) == Some("Heading1") {
            let level = styles.paragraph_property(paragraph, "w:outlineLvl").unwrap();
            assert_eq!(level.attribute("w:val"), Some("0"));
            assert!(styles.paragraph_property(paragraph, "w:numPr").is_some());
            headings.push(text(paragraph));
        }
    });
    assert_eq!(headings, ["组织概况", "实施背景", "实施过程", "实施成效"]);
}

/// The children of the body, as what they are: a table, a drawing, a caption, or other text.
fn outline(body: &Element) -> Vec<(&'static str, String)> {
    let kind = |child: &Element| {
        let mut drawn = false;
        find(child, "w:drawing", &mut |_| drawn = true);
        match style_id(child) {
            _ if child.name == "w:tbl" => ("table", String::new()),
            _ if drawn => ("drawing", String::new()),
            Some("Caption") => ("caption", text(child)),
            _ => ("text", text(child)),
        }
    };
    body.elements().map(kind).collect()
}

#[test]
fn captions_stand_below_figures_and_above_tables_and_are_numbered_by_kind() {
    let outline = outline(&experience().body());
    let (mut figures, mut tables) = (0, 0);
    for (index, (kind, _)) in outline.iter().enumerate() {
        match *kind {
            "drawing" => {
                figures += 1;
                assert_eq!(outline[index + 1].0, "caption");
                assert!(
                    outline[index + 1].1.starts_with(&format!("图{figures} ")),
                    "{}",
                    outline[index + 1].1
                );
            }
            "table" => {
                tables += 1;
                assert_eq!(outline[index - 1].0, "caption");
                assert!(
                    outline[index - 1].1.starts_with(&format!("表{tables} ")),
                    "{}",
                    outline[index - 1].1
                );
            }
            _ => {}
        }
    }
    assert_eq!((figures, tables), (6, 4));
}

/// Field instructions with the text of their cached results.
fn fields(document: &Document) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut open: Vec<(String, String, bool)> = Vec::new();
    find(&document.body(), "w:r", &mut |run| {
        for child in run.elements() {
            match (child.name.as_str(), child.attribute("w:fldCharType")) {
                ("w:fldChar", Some("begin")) => open.push(Default::default()),
                ("w:fldChar", Some("separate")) => open.last_mut().unwrap().2 = true,
                ("w:fldChar", Some("end")) => {
                    let (instruction, result, _) = open.pop().unwrap();
                    fields.push((instruction.trim().to_owned(), result));
                }
                ("w:instrText", _) => open.last_mut().unwrap().0 += &child.all_text(),
                ("w:t", _) => {
                    open.iter_mut().filter(|field| field.2).for_each(|field| field.1 += &child.all_text())
                }
                _ => {}
            }
        }
    });
    assert!(open.is_empty());
    fields
}

#[test]
fn numbers_references_and_contents_are_fields_with_the_right_results() {
    let document = experience();
    let fields = fields(&document);
    let of = |kind: &str| fields.iter().filter(|field| field.0.starts_with(kind)).collect::<Vec<_>>();
    let numbers: Vec<&str> = of("SEQ 图").iter().map(|field| field.1.as_str()).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "6"]);
    assert_eq!(of("SEQ 表").len(), 4);
    let references: Vec<&str> = of("REF ").iter().map(|field| field.1.as_str()).collect();
    assert_eq!(references, ["图1", "表1", "表2", "图2", "图3", "表3", "图4", "图5", "表4", "图6"]);
    let contents = of("TOC ");
    assert_eq!(contents.len(), 1);
    assert!(
        contents[0].1.starts_with("一、组织概况2二、实施背景2（一）经验产生的背景2"),
        "{}",
        contents[0].1
    );
    let mut marks = Vec::new();
    find(&document.body(), "w:bookmarkStart", &mut |mark| {
        marks.push(mark.attribute("w:name").unwrap().to_owned())
    });
    for (instruction, _) in of("PAGEREF ").into_iter().chain(of("REF ")) {
        let target = instruction.split_whitespace().nth(1).unwrap();
        assert!(marks.iter().any(|mark| mark == target), "{instruction} refers to nothing");
    }
}

#[test]
fn charts_are_native_with_the_tables_figures_and_a_workbook() {
    let document = experience();
    let charts: Vec<&String> =
        document.parts.keys().filter(|part| part.starts_with("word/charts/chart")).collect();
    assert_eq!(charts.len(), 4);
    let workbooks = document.parts.keys().filter(|part| part.ends_with(".xlsx")).count();
    assert_eq!(workbooks, 4);
    let first = document.xml(charts[0]);
    let mut values = Vec::new();
    find(&first, "c:val", &mut |value| find(value, "c:v", &mut |cell| values.push(cell.all_text())));
    assert_eq!(values, ["74.8", "79.6", "84.3", "72.5", "84.3"]);
}

#[test]
fn header_rows_repeat_and_rows_do_not_break() {
    let exported = sample::export(&sample::content());
    for document in [exported.application(), exported.experience(), exported.evidence()] {
        let mut headers = 0;
        find(&document.body(), "w:tr", &mut |row| {
            let has =
                |name: &str| row.child("w:trPr").is_some_and(|properties| properties.child(name).is_some());
            headers += usize::from(has("w:tblHeader"));
        });
        assert!(headers > 0);
    }
}
