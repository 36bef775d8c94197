//! Whole contents put into a draft, and every one of them found again.

use crate::draft::fixtures::*;
use crate::form::RichText;
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn putting_content_keeps_the_attachments() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    let attachments = draft.content().unwrap().attachments;
    draft.put(Content { organization: "乙公司".into(), ..content() }, AT).unwrap();
    let present = draft.content().unwrap();
    assert_eq!((present.organization.as_str(), present.attachments), ("乙公司", attachments));
    draft.put(draft.content().unwrap(), AT).unwrap();
    assert_eq!(draft.revisions().unwrap().len(), 3, "what changes nothing is no revision");
    assert!(matches!(draft.content_at(9), Err(DraftError::NoRevision(9))));
}

/// Paragraphs, headings, lists and tables, in the editor's JSON.
fn rich_text() -> impl Strategy<Value = RichText> {
    let marked = |text: String| json!({ "type": "text", "text": text, "marks": [{ "type": "bold" }] });
    let paragraph = move |text: String| match text.is_empty() {
        true => json!({ "type": "paragraph" }),
        false => json!({ "type": "paragraph", "content": [marked(text), { "type": "hardBreak" }] }),
    };
    let wrapped = move |kind: u8, text: String| -> Value {
        let inner = paragraph(text.clone());
        match kind {
            0 => inner,
            1 => json!({ "type": "heading", "attrs": { "level": 3 }, "content": inner["content"] }),
            2 => json!({ "type": "bulletList", "content": [{ "type": "listItem", "content": [inner] }] }),
            3 => {
                json!({ "type": "figure", "attrs": { "id": text, "attachment": "a1", "caption": text, "width": 80 } })
            }
            _ => json!({ "type": "table", "attrs": { "id": "t", "caption": text }, "content": [
                { "type": "tableRow", "content": [{ "type": "tableCell", "content": [inner] }] }] }),
        }
    };
    let block = (0u8..5, "[a-z甲乙丙\"\\\\~/]{0,6}").prop_map(move |(kind, text)| wrapped(kind, text));
    prop::collection::vec(block, 0..6)
        .prop_map(|blocks| serde_json::from_value(json!({ "type": "doc", "content": blocks })).unwrap())
}

/// Contents that differ in texts, rows and rich text.
pub(super) fn contents() -> impl Strategy<Value = Content> {
    let texts = prop::collection::vec(".{0,20}", 3);
    (texts, 0usize..10, prop::collection::vec(rich_text(), 2)).prop_map(|(texts, rows, sections)| {
        let mut content = content();
        content.benefits.truncate(rows);
        content.organization = texts[0].as_str().into();
        content.declaration.experience_name = texts[1].as_str().into();
        if let Some(row) = content.benefits.first_mut() {
            row.rank = texts[2].as_str().into();
        }
        let [overview, process] = <[_; 2]>::try_from(sections).unwrap();
        content.experience.overview = overview;
        content.experience.process = process;
        content
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn every_content_ever_held_comes_back_the_same(history in prop::collection::vec(contents(), 1..4)) {
        let folder = folder();
        let mut draft = new_in(&folder);
        let path = draft.path().to_path_buf();
        let mut expected = vec![(1, content())];
        for content in history {
            draft.put(content.clone(), AT).unwrap();
            let last = draft.revisions().unwrap().last().unwrap().id;
            expected.push((last, content));
        }
        drop(draft);
        let draft = Draft::open(&path).unwrap();
        prop_assert_eq!(&draft.content().unwrap(), &expected.last().unwrap().1);
        for (id, content) in expected {
            prop_assert_eq!(draft.content_at(id).unwrap(), content);
        }
    }
}
