//! A section with many figures, charts and tables.

use super::fullest::Home;
use super::made;
use serde_json::{Value, json};

/// Puts a section of so many blocks, each below a paragraph with cross references, into the draft.
pub fn fill(home: &Home, size: usize) {
    made::change(&home.draft, |content| {
        let files = content["attachments"].as_object().expect("files");
        let picture = files.iter().rfind(|(_, file)| file["media_type"] == "image/png").expect("a picture");
        content["experience"]["process"] = of(size, picture.0);
    });
}

/// Such a section; its figures show this picture.
pub fn of(size: usize, picture: &str) -> Value {
    let blocks = (0..size).flat_map(|number| [paragraph(number, size), block(number, picture)]);
    json!({ "type": "doc", "content": blocks.collect::<Vec<_>>() })
}

fn paragraph(number: usize, size: usize) -> Value {
    let reference = |step: usize| json!({ "type": "crossReference", "attrs": { "target": format!("z{}", (number + step) % size) } });
    let text = |text: String| json!({ "type": "text", "text": text });
    let sentence = "逐工序识别关键特性，建立在线检测与快速响应机制，一次交验合格率逐年提高。".repeat(2);
    json!({ "type": "paragraph", "content": [
        text(format!("{number}{sentence}见")), reference(1), text("、".into()), reference(7), text("。".into()),
    ] })
}

fn block(number: usize, picture: &str) -> Value {
    let (id, caption) = (format!("z{number}"), format!("第{number}项"));
    let attrs = match number % 3 {
        0 => json!({ "id": id, "attachment": picture, "caption": caption, "width": 40 }),
        1 => {
            json!({ "id": id, "caption": caption, "kind": "column", "series": ["benefits:oee"], "compare": true })
        }
        _ => json!({ "id": id, "caption": caption }),
    };
    let kind = ["figure", "chart", "table"][number % 3];
    let mut block = json!({ "type": kind, "attrs": attrs });
    if number % 3 == 2 {
        block["content"] = (0..3).map(row).collect();
    }
    block
}

fn row(row: usize) -> Value {
    let cell = |at: usize| {
        let text = json!({ "type": "text", "text": format!("{row}行{at}列") });
        let line = json!({ "type": "paragraph", "content": [text] });
        json!({ "type": "tableCell", "attrs": { "colspan": 1, "rowspan": 1 }, "content": [line] })
    };
    json!({ "type": "tableRow", "content": (0..3).map(cell).collect::<Vec<_>>() })
}
