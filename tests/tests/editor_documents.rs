//! Any document that the editor can make is accepted by the core, kept as it is, exported, valid, and read back the
//! same.
//!
//! The documents are what random sessions at the editor leave (ui/src/experience/sessions); the written file and the
//! editor's JSON are read into the same plain [`outline`], by two readers that know nothing of the core's writer.
//! `BIAOGAN_SESSIONS=1000` takes more of them than the sixty of an ordinary run.

mod applications;
mod captions;
mod expected;
mod numbering;
mod outline;
mod printed;
mod runs;
mod sessions;
mod table;

use applications::Applications;
use end_to_end::validate;
use serde_json::{Value, json};

#[test]
fn what_the_editor_makes_is_kept_printed_and_read_back_the_same() {
    let count = std::env::var("BIAOGAN_SESSIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(60);
    let Some(documents) = sessions::documents(count) else { return };
    assert_eq!(documents.len(), count);
    let applications = Applications::new();
    let mut written = Vec::new();
    for (index, sections) in documents.chunks(4).enumerate() {
        let exported = applications.export(index, sections);
        let found = printed::outline(&exported.experience);
        let wanted = expected::outline(sections, applications.titles());
        outline::assert_same(&wanted, &found, &exported.seeds, sections);
        written.extend(exported.files);
    }
    validate::documents(&written);
}

/// A paragraph of pieces and their marks.
fn paragraph(pieces: &[(&str, &[&str])]) -> Value {
    let mark = |mark: &&str| json!({ "type": mark });
    let text = |(text, marks): &(&str, &[&str])| match marks.is_empty() {
        true => json!({ "type": "text", "text": text }),
        false => json!({ "type": "text", "text": text, "marks": marks.iter().map(mark).collect::<Vec<_>>() }),
    };
    json!({ "type": "paragraph", "content": pieces.iter().map(text).collect::<Vec<_>>() })
}

#[test]
fn both_readers_tell_what_is_there() {
    let cell = |kind: &str, columns: usize, rows: usize, text: &str| json!({ "type": kind, "attrs": { "colspan": columns, "rowspan": rows }, "content": [paragraph(&[(text, &[])])] });
    let item = |content: Value| json!({ "type": "listItem", "content": content });
    let mut reference = paragraph(&[("见", &[])]);
    let target = json!({ "type": "crossReference", "attrs": { "target": "t1" } });
    reference["content"].as_array_mut().expect("pieces").push(target);
    let section = json!({ "type": "doc", "content": [
        { "type": "heading", "attrs": { "level": 2 }, "content": [{ "type": "text", "text": "做法" }] },
        paragraph(&[("合格率", &["bold", "superscript"]), ("提高", &[])]),
        { "type": "orderedList", "content": [
            item(json!([paragraph(&[("甲", &[])]), { "type": "bulletList", "content": [item(json!([paragraph(&[("丙", &[])])]))] }])),
            item(json!([paragraph(&[("乙", &[])])]))] },
        { "type": "table", "attrs": { "id": "t1", "caption": "两年" }, "content": [
            { "type": "tableRow", "content": [cell("tableHeader", 2, 1, "头"), cell("tableHeader", 1, 2, "右")] },
            { "type": "tableRow", "content": [cell("tableCell", 1, 1, "一"), cell("tableCell", 1, 1, "二")] }] },
        reference] });
    let applications = Applications::new();
    let sections = [section];
    let found = printed::outline(&applications.export(0, &sections).experience);
    let wanted = [
        "# 一、组织概况",
        "## （一）做法",
        "p [b^]合格率[]提高",
        "item 0 1) 甲",
        "item 1 ○ 丙",
        "item 0 2) 乙",
        "caption 表1 两年",
        "cell 0,0 of 2×1",
        "  p [b]头",
        "cell 0,2 of 1×2",
        "  p [b]右",
        "cell 1,0 of 1×1",
        "  p 一",
        "cell 1,1 of 1×1",
        "  p 二",
        "p 见{表1}",
        "# 二、实施背景",
        "# 三、实施过程",
        "# 四、实施成效",
    ];
    assert_eq!(found, wanted);
    assert_eq!(expected::outline(&sections, applications.titles()), wanted);
}
