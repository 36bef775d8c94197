//! Any figures, references and evidence, exported and brought in again, are the same in the same order.

use super::any::{content, words};
use super::own::{differences, there_and_back};
use crate::draft::{Draft, NewFile, Source, read_files};
use crate::edition::EvidenceCategory;
use crate::form::rich_text::{Block, Figure, Flow, Inline, Marks};
use crate::form::{Content, Evidence, Text};
use chrono::DateTime;
use proptest::prelude::*;
use serde_json::Value;
use std::ops::ControlFlow;
use std::path::Path;

/// A picture that is like no other one.
fn picture(number: usize) -> NewFile {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 80, 60);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().unwrap();
    let pixels = (0..80 * 60).flat_map(|at| [(at % 80) as u8, 40 + number as u8, (at / 80 * 3) as u8]);
    writer.write_image_data(&pixels.collect::<Vec<_>>()).unwrap();
    drop(writer);
    let name = format!("{number}.png");
    NewFile { name, id: Some(format!("a{number}")), source: Source::Bytes(bytes) }
}

/// In which section, its caption, its width, and whether the text refers to it.
type Drawn = (usize, String, u8, bool);
/// Its category, its title, how many pages, the day and the note.
type Item = (EvidenceCategory, String, usize, Option<u8>, String);

fn drawn() -> impl Strategy<Value = Drawn> {
    (0..4usize, words(), 20..=100u8, any::<bool>())
}

fn item() -> impl Strategy<Value = Item> {
    let categories = prop::sample::select(vec![
        EvidenceCategory::Iso9001,
        EvidenceCategory::Honor,
        EvidenceCategory::Patent,
        EvidenceCategory::Financial,
        EvidenceCategory::Other,
    ]);
    let note = prop_oneof![Just(String::new()), words()];
    (categories, words(), 1..4usize, prop::option::of(1..29u8), note)
}

/// Puts figures behind the sections and pages into the evidence; gives their files.
fn illustrate(content: &mut Content, figures: &[Drawn], items: &[Item]) -> Vec<NewFile> {
    let mut files = Vec::new();
    let text = |text: &str| Inline::Text(text.into(), Marks::default());
    let named = |id: &Text| Inline::CrossReference(id.clone(), Marks::default());
    let referring = |id: &Text| Block::Flow(Flow::Paragraph(vec![text("见"), named(id), text("。")]));
    for (number, (section, caption, width, is_named)) in figures.iter().enumerate() {
        files.push(picture(files.len() + 1));
        let id = Text::from(format!("f{}", number + 1));
        let blocks = &mut content.experience.texts_mut()[*section].blocks;
        if *is_named {
            blocks.push(referring(&id));
        }
        let attachment = format!("a{}", files.len()).into();
        let caption = caption.as_str().into();
        blocks.push(Block::Figure(Figure { id, attachment, caption, width: *width }));
    }
    for (number, (category, title, pages, day, note)) in items.iter().enumerate() {
        let from = files.len() + 1;
        files.extend((from..from + pages).map(picture));
        let id = Text::from(format!("e{}", number + 1));
        content.experience.results.blocks.push(referring(&id));
        content.evidence.push(Evidence {
            id,
            purpose: if note.is_empty() { "".into() } else { format!("{title}{number}的数据").into() },
            category: *category,
            title: format!("{title}{number}").into(),
            issued_on: day.and_then(|day| format!("2025-06-{day:02}").parse().ok()),
            note: note.as_str().into(),
            files: (from..from + pages).map(|id| format!("a{id}").into()).collect(),
            ..Evidence::default()
        });
    }
    files
}

/// The bytes of all figures and pages, by their hash, as they stand one after another.
fn hashes(content: &Content) -> Vec<Text> {
    let blocks = content.experience.sections().flat_map(|(_, text)| &text.blocks);
    let figures = blocks.filter_map(|block| match block {
        Block::Figure(figure) => Some(&figure.attachment),
        _ => None,
    });
    let pages = content.evidence.iter().flat_map(|item| &item.files);
    figures.chain(pages).map(|id| content.attachments[id.as_str()].sha256.clone()).collect()
}

/// A figure is printed narrower than asked for where it then fits on the page.
fn forget_widths(json: &mut Value) {
    match json {
        Value::Object(fields) => {
            fields.remove("width");
            fields.values_mut().for_each(forget_widths);
        }
        Value::Array(items) => items.iter_mut().for_each(forget_widths),
        _ => {}
    }
}

fn draft_of(path: &Path, content: &Content, files: &[NewFile]) -> Draft {
    let accepted = read_files(files, path, &mut |_| ControlFlow::Continue(())).unwrap();
    Draft::create_imported(path, content, accepted, &[], DateTime::UNIX_EPOCH).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn any_pictures_come_back_in_their_order(
        content in content(),
        figures in prop::collection::vec(drawn(), 0..6),
        items in prop::collection::vec(item(), 0..5),
    ) {
        let desk = tempfile::tempdir().unwrap();
        let mut content = content;
        let files = illustrate(&mut content, &figures, &items);
        let draft = draft_of(&desk.path().join("own.biaogan"), &content, &files);
        let (mut given, mut came, report) = there_and_back(desk.path(), &draft);
        [&mut given, &mut came].into_iter().for_each(forget_widths);
        let mut found = Vec::new();
        differences(&given, &came, String::new(), &mut found);
        prop_assert!(found.is_empty() && report.unplaced.is_empty(), "{}\n{report}", found.join("\n"));
        let back = Draft::open_read_only(&desk.path().join("back.biaogan")).unwrap().content().unwrap();
        prop_assert_eq!(hashes(&draft.content().unwrap()), hashes(&back));
    }
}
