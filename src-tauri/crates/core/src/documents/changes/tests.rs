//! What Word shows of the text: all of it accepted is the later text, all of it rejected the earlier one.

use super::*;
use crate::compare::{Changes, PrintedLine, printed_lines};
use crate::documents::Stage;
use crate::edition::{Edition, Editions, Section};
use crate::form::rich_text::RichText;
use crate::form::rich_text::tests::rich_text;
use crate::form::{Content, Experience};
use crate::ooxml::read::Block;
use crate::ooxml::{NoPictures, read_document, write_package};
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::LazyLock;

static EDITIONS: LazyLock<Editions> = LazyLock::new(Editions::built_in);

fn edition() -> &'static Edition {
    EDITIONS.latest()
}

fn with_text(process: RichText) -> Content {
    let experience = Experience { process, ..Experience::default() };
    Content { experience, organization: "甲<&>乙公司".into(), ..Content::empty(edition()) }
}

fn made(before: &Content, after: &Content) -> Parts {
    let (since_day, today) = ("2026-05-08".parse().unwrap(), "2026-05-12".parse().unwrap());
    let changes = Changes::of(before, after, edition());
    let report = ChangeReport { since: 1, since_day, number: 2, changes };
    let pages = BTreeMap::new();
    let sources = Sources { content: after, edition: edition(), pages: &pages, stage: Stage::Final, today };
    document(&sources, &report).unwrap()
}

/// Has what came gone and what went come, so that a reader who accepts all rejects all.
fn rejected(mut parts: Parts) -> Parts {
    let document = parts.files.iter_mut().find(|part| part.path == "word/document.xml").unwrap();
    let mut xml = String::from_utf8(document.bytes.clone()).unwrap();
    for (from, to) in [("w:ins", "w:was"), ("w:del", "w:ins"), ("w:was", "w:del")] {
        for end in [" ", ">", "/"] {
            xml = xml.replace(&format!("{from}{end}"), &format!("{to}{end}"));
        }
    }
    document.bytes = xml.replace("w:delText", "w:t").into_bytes();
    parts
}

/// The paragraphs of 实施过程, blanks left out.
fn process(parts: &Parts) -> Vec<String> {
    let bytes = write_package(parts, &NoPictures, Cursor::new(Vec::new())).unwrap().into_inner();
    let texts =
        read_document(Cursor::new(bytes)).unwrap().blocks.into_iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(squeezed(&paragraph.text())),
            _ => None,
        });
    let behind = texts.skip_while(|text| text != "三、实施过程").skip(1);
    behind.take_while(|text| text != "四、实施成效").collect()
}

/// Whether these paragraphs say this, but for the numbers of headings.
fn assert_says(paragraphs: &[String], said: &[String]) {
    let is_number = |text: &str| text.chars().all(|c| "（）一二三四五六七八九十1234567890.".contains(c));
    let says =
        |(paragraph, said): (&String, &String)| paragraph.strip_suffix(said.as_str()).is_some_and(is_number);
    assert!(
        paragraphs.len() == said.len() && paragraphs.iter().zip(said).all(says),
        "{paragraphs:#?} {said:#?}"
    );
}

/// Without blanks and what XML cannot hold.
fn squeezed(text: &str) -> String {
    let is_kept = |c: &char| !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    text.chars().filter(is_kept).collect()
}

fn said(content: &Content) -> Vec<String> {
    let lines = printed_lines(content, Section::Process, edition());
    lines.iter().map(PrintedLine::text).map(|text| squeezed(&text)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn accepted_it_is_the_later_text_and_rejected_the_earlier(
        before in rich_text(), after in rich_text(), keeps in 0usize..6,
    ) {
        let mut after = after;
        after.blocks.extend(before.blocks.iter().take(keeps).cloned());
        let (before, after) = (with_text(before), with_text(after));
        prop_assume!(said(&before) != said(&after));
        let parts = made(&before, &after);
        assert_says(&process(&parts), &said(&after));
        assert_says(&process(&rejected(parts)), &said(&before));
    }
}

#[test]
fn a_change_has_its_author_its_day_and_a_number_of_its_own() {
    let text = |said: &str| {
        let json = json!({ "type": "doc", "content": [
            { "type": "paragraph", "content": [{ "type": "text", "text": said }] }] });
        with_text(serde_json::from_value(json).unwrap())
    };
    let parts = made(&text("合格率为98.5%。"), &text("合格率为99.2%。"));
    let body = crate::documents::read_back::body(&parts);
    let mut ids = Vec::new();
    for name in ["w:ins", "w:del"] {
        let [change] = crate::documents::read_back::all(&body, name)[..] else { panic!("{name}") };
        assert_eq!(change.attribute("w:author"), Some("甲<&>乙公司"));
        assert_eq!(change.attribute("w:date"), Some("2026-05-12T00:00:00Z"));
        ids.push(change.attribute("w:id").map(str::to_owned));
        assert_eq!(change.all_text(), if name == "w:ins" { "99.2%" } else { "98.5%" });
    }
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn headings_have_the_numbers_of_the_later_text() {
    let text = |titles: &[&str]| {
        let heading = |title| json!({ "type": "heading", "attrs": { "level": 2 }, "content": [{ "type": "text", "text": title }] });
        let headings: Vec<_> = titles.iter().map(heading).collect();
        with_text(serde_json::from_value(json!({ "type": "doc", "content": headings })).unwrap())
    };
    let parts = made(&text(&["甲节", "旧节", "乙节"]), &text(&["甲节", "乙节", "新节"]));
    let numbered = ["（一）甲节", "（二）乙节", "（三）新节"];
    assert_eq!(process(&parts), numbered);
    let body = crate::documents::read_back::body(&parts);
    let inserted = crate::documents::read_back::all(&body, "w:ins").into_iter().map(|ins| ins.all_text());
    assert_eq!(inserted.collect::<String>(), "（三）新节");
    assert_eq!(process(&rejected(parts)), ["（一）甲节", "旧节", "（二）乙节"]);
}

#[test]
fn a_list_whose_first_item_begins_with_nothing_is_told() {
    let paragraph = |text: &[&str]| {
        let texts: Vec<_> = text.iter().map(|text| json!({ "type": "text", "text": text })).collect();
        json!({ "type": "paragraph", "content": texts })
    };
    let items = [vec![paragraph(&[]), paragraph(&["甲"])], vec![paragraph(&["乙"])]];
    let items: Vec<_> = items.iter().map(|item| json!({ "type": "listItem", "content": item })).collect();
    let list = json!({ "type": "orderedList", "content": items });
    let after = with_text(serde_json::from_value(json!({ "type": "doc", "content": [list] })).unwrap());
    assert_eq!(process(&made(&with_text(RichText::default()), &after)), ["甲", "乙"]);
}

#[test]
fn where_nothing_changed_one_line_says_so() {
    let content = with_text(RichText::default());
    let parts = made(&content, &content);
    let body = crate::documents::read_back::body(&parts);
    assert!(crate::documents::read_back::all(&body, "w:tbl").is_empty());
    let printed = crate::documents::read_back::printed(&body);
    assert!(printed.ends_with("与第1次报送（2026年5月8日）相比，没有改动。"), "{printed}");
}
