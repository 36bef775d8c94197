//! Whole documents, from docx-rs to the zip.

mod sample;

use std::collections::BTreeSet;
use std::io::{self, Cursor, Read, Write};

use super::extras::{Extra, Extras};
use super::finish::finish;
use super::xml::{Element, Limits, parse};
use super::*;

struct TestMedia;

impl MediaSource for TestMedia {
    fn copy_to(&self, source: &str, out: &mut dyn Write) -> io::Result<u64> {
        let bytes: &[u8] = match source {
            "f1" => include_bytes!("testdata/f1.png"),
            "f2" => include_bytes!("testdata/f2.png"),
            "f3" => include_bytes!("testdata/f3.png"),
            "f4" => include_bytes!("testdata/f4.png"),
            "f5" => include_bytes!("testdata/f5.png"),
            "f6" => include_bytes!("testdata/f6.png"),
            "f7" => include_bytes!("testdata/f7.png"),
            "f8" => include_bytes!("testdata/f8.png"),
            "f6.jpeg" => include_bytes!("testdata/f6.jpeg"),
            _ => return Err(io::ErrorKind::NotFound.into()),
        };
        out.write_all(bytes)?;
        Ok(bytes.len() as u64)
    }
}

fn properties() -> Properties {
    Properties {
        title: "样例 <&>\"'".to_owned(),
        creator: "测试".to_owned(),
        company: "某某有限公司".to_owned(),
        created: "2026-05-01T08:00:00Z".to_owned(),
    }
}

fn sample() -> Parts {
    sample::document().finish(&properties()).unwrap()
}

fn tree(parts: &Parts, path: &str) -> Element {
    let part = parts.files.iter().find(|p| p.path == path).unwrap_or_else(|| panic!("{path}"));
    parse(&part.bytes, Limits::default()).unwrap()
}

fn count(root: &Element, name: &str) -> usize {
    let mut found = 0;
    root.visit(&mut |e| found += usize::from(e.name == name));
    found
}

#[test]
fn the_sample_is_a_package_that_can_be_read_again() {
    let parts = sample();
    let mut file = tempfile::tempfile().unwrap();
    write_package(&parts, &TestMedia, &mut file).unwrap();
    let mut zip = zip::ZipArchive::new(file).unwrap();
    assert_eq!(zip.by_index(0).unwrap().name().unwrap(), "[Content_Types].xml");
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        let name = entry.name().unwrap().into_owned();
        if name.ends_with(".xml") || name.ends_with(".rels") {
            parse(&bytes, Limits::default()).unwrap();
            assert_eq!(entry.compression(), zip::CompressionMethod::Deflated, "{name}");
        } else {
            assert_eq!(entry.compression(), zip::CompressionMethod::Stored, "{name}");
        }
    }
    // For looking at it in Word, WPS or LibreOffice.
    if let Some(path) = std::env::var_os("OOXML_SAMPLE") {
        write_package(&parts, &TestMedia, std::fs::File::create(path).unwrap()).unwrap();
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let zip = || write_package(&sample(), &TestMedia, Cursor::new(Vec::new())).unwrap().into_inner();
    let first = zip();
    // docx-rs counts some ids through the whole process.
    docx_rs::Hyperlink::new("https://example.com", docx_rs::HyperlinkType::External);
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(first == zip());
}

#[test]
fn only_needed_parts_are_there() {
    let paths: Vec<String> = sample().files.into_iter().map(|f| f.path).collect();
    for absent in ["comments", "footnotes", "custom", "taskpanes", "webextension"] {
        assert!(!paths.iter().any(|p| p.contains(absent)), "{absent}");
    }
    assert_eq!(paths.iter().collect::<BTreeSet<_>>().len(), paths.len());
}

#[test]
fn every_drawing_has_its_own_number_and_a_description() {
    let parts = sample();
    let mut seen = BTreeSet::new();
    for part in parts.files.iter().filter(|p| p.path.ends_with(".xml")) {
        tree(&parts, &part.path).visit(&mut |e| {
            if e.name == "wp:docPr" {
                assert!(seen.insert(e.attribute("id").unwrap().to_owned()), "{}", part.path);
                assert!(!e.attribute("descr").unwrap().is_empty());
            }
        });
    }
    assert_eq!(seen.len(), 13);
    assert_eq!(parts.media.len(), 9, "a source used twice is stored once");
}

#[test]
fn extras_stand_in_their_places_and_leave_no_tag() {
    let parts = sample();
    let body = tree(&parts, "word/document.xml");
    assert_eq!(count(&body, "w14:checkbox"), 2);
    assert_eq!(count(&body, "w:dropDownList"), 3);
    assert_eq!(count(&body, "w:tblHeader"), 2);
    assert_eq!(count(&body, "c:chart"), 2);
    assert_eq!(count(&body, "w:sdt"), 5);
    assert_eq!(count(&body, "w:docGrid"), 0);
    body.visit(&mut |e| assert!(!e.attribute("w:val").unwrap_or("").starts_with("biaogan:")));
    let ignorable = body.attribute("mc:Ignorable").unwrap();
    assert!(ignorable.split(' ').all(|p| body.attribute(&format!("xmlns:{p}")).is_some()));
}

#[test]
fn odd_text_comes_through_unchanged() {
    for text in ["", "<&>\"'", "😀𠀀", "&amp;", "]]>", "  ", "\u{FFFF}\u{1}\u{0}", "a\r\nb"] {
        let boxed =
            CheckBox { title: text.into(), tag: text.into(), state: Tick::Ticked, size_half_points: None };
        let listed = sample::drop_down(&[text], text);
        let paragraph = Paragraph::new().run(Run::new().text(text)).check_box(boxed).drop_down(listed);
        let mut document = sample::empty();
        document.add(paragraph);
        let parts = document.finish(&properties()).unwrap();
        let kept: String = text.chars().filter(|c| xml::is_allowed(*c) && !"\r\n".contains(*c)).collect();
        assert!(tree(&parts, "word/document.xml").all_text().starts_with(&kept), "{text:?}");
    }
}

#[test]
fn every_part_with_text_goes_through_the_finish() {
    let mut document =
        Document { header: Some(Paragraph::new().run(Run::new().text("“页眉”"))), ..sample::empty() };
    document.add(Paragraph::new().run(Run::new().text("“质量”").bold()));
    let parts = document.finish(&properties()).unwrap();
    for path in ["word/document.xml", "word/header1.xml"] {
        let root = tree(&parts, path);
        root.visit(&mut |e| {
            assert!(e.attribute("w14:paraId").is_none(), "{path}: a number of the process");
            assert!(e.name != "w:rFonts" || e.attribute("w:hint") == Some("eastAsia"), "{path}");
        });
        assert_eq!(count(&root, "w:rFonts"), 1, "{path}");
    }
}

#[test]
fn a_picture_that_is_printed_as_png_and_as_jpeg_is_two_files() {
    let picture = |format| Picture { format, ..sample::picture("f1", 1, 180_000) };
    let mut document = sample::empty();
    for format in [PictureFormat::Png, PictureFormat::Jpeg, PictureFormat::Png] {
        document.add(Paragraph::new().picture(picture(format)));
    }
    let media = document.finish(&properties()).unwrap().media;
    let paths: Vec<&str> = media.iter().map(|media| media.path.as_str()).collect();
    assert_eq!(paths, ["word/media/image1.png", "word/media/image2.jpeg"]);
}

#[test]
fn a_table_says_once_what_it_is() {
    let mut document = sample::empty();
    document
        .add(Table::new(&[1000], vec![Row::new(vec![Cell::new(1000).block(Paragraph::new())])]).alt("目录"));
    let body = tree(&document.finish(&properties()).unwrap(), "word/document.xml");
    let mut said = Vec::new();
    body.visit(&mut |e| {
        if matches!(&*e.name, "w:tblCaption" | "w:tblDescription") {
            said.push((e.name.clone(), e.attribute("w:val").unwrap_or_default().to_owned()));
        }
    });
    assert_eq!(said, [("w:tblDescription".to_owned(), "目录".to_owned())]);
}

#[test]
fn misplaced_tags_are_errors() {
    let mut extras = Extras::default();
    let tags = [extras.add(Extra::HeaderRow), extras.add(Extra::TableAlt("表".into()))];
    let docx = |at: usize| {
        let paragraph = docx_rs::Paragraph::new().add_structured_data_tag(tags[at].clone());
        docx_rs::Docx::new().add_paragraph(paragraph)
    };
    let found = finish(docx(0), Extras::default(), &properties());
    assert!(matches!(found, Err(Error::UnknownTag { .. })));
    let found = finish(docx(1), extras, &properties());
    assert!(matches!(found, Err(Error::TagOutsideTable { .. })));
    let mut extras = Extras::default();
    extras.add(Extra::HeaderRow);
    let found = finish(docx(0), extras, &properties());
    assert!(matches!(found, Err(Error::TagOutsideTable { .. })));
}

#[test]
fn sections_keep_their_own_footers_and_links_their_targets() {
    use docx_rs::{Docx, Footer, Hyperlink, HyperlinkType, Paragraph, Run, Section};
    let run = |text: &str| Run::new().add_text(text);
    let link = |to: &str| Hyperlink::new(to, HyperlinkType::External).add_run(run(to));
    let page = |text: &str| {
        let footer = Footer::new().add_paragraph(Paragraph::new().add_run(run(text)));
        Section::new().add_paragraph(Paragraph::new().add_run(run(text))).footer(footer)
    };
    let docx = (0..11)
        .fold(Docx::new(), |docx, at| docx.add_section(page(&format!("第{at}节"))))
        .add_paragraph(Paragraph::new().add_hyperlink(link("https://a/?x=1&y=2")));
    let parts = finish(docx, Extras::default(), &properties()).unwrap();
    let body = tree(&parts, "word/document.xml");
    let rels = tree(&parts, "word/_rels/document.xml.rels");
    let target = |id: &str| {
        let found = rels.elements().find(|r| r.attribute("Id") == Some(id)).unwrap();
        found.attribute("Target").unwrap().to_owned()
    };
    let mut footers = Vec::new();
    body.visit(&mut |e| match e.name.as_str() {
        "w:footerReference" => {
            let path = format!("word/{}", target(e.attribute("r:id").unwrap()));
            footers.push(tree(&parts, &path).all_text());
        }
        "w:hyperlink" => assert_eq!(target(e.attribute("r:id").unwrap()), "https://a/?x=1&y=2"),
        _ => {}
    });
    assert_eq!(footers, (0..11).map(|at| format!("第{at}节")).collect::<Vec<_>>());
}
