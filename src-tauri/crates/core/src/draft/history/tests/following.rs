//! Figures in the text follow the tables, and places are set.

use crate::draft::fixtures::*;
use crate::form::{Assignment, Path, rich_text};
use serde_json::{Value, json};

/// A content whose text reads a figure as `shown`, while its table says `typed`.
fn with(typed: &str, shown: &str) -> Content {
    let figure = json!({ "type": "dataReference",
                         "attrs": { "source": "benefits:own1", "year": "2025", "text": shown } });
    let text = json!({ "type": "doc", "content": [{ "type": "paragraph", "content": [figure] }] });
    let rows = json!([{ "key": "own1", "name": "合格率", "unit": "%", "values": { "2025": typed } }]);
    let mut content = content();
    content.benefits = serde_json::from_value(rows).unwrap();
    content.experience.process = serde_json::from_value(text).unwrap();
    content
}

fn shown(draft: &Draft) -> String {
    let content = draft.content().unwrap();
    let [rich_text::Block::Flow(rich_text::Flow::Paragraph(line))] = &content.experience.process.blocks[..]
    else {
        panic!()
    };
    rich_text::plain(line)
}

fn set(path: &str, value: Value) -> Vec<Assignment> {
    vec![Assignment { path: Path::from(path), value }]
}

#[test]
fn a_figure_follows_what_is_put_and_is_undone_with_it() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.put(with("98", "98%"), AT).unwrap();
    assert_eq!(shown(&draft), "98%");
    draft.put(with("99.2", "98%"), AT).unwrap();
    assert_eq!(shown(&draft), "99.2%");
    assert_eq!(draft.revisions().unwrap().len(), 3);
    draft.undo(AT).unwrap();
    assert_eq!((draft.content().unwrap(), shown(&draft)), (with("98", "98%"), "98%".into()));
}

#[test]
fn a_figure_follows_its_cell_and_is_left_alone_by_other_edits() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.put(with("98", "98%"), AT).unwrap();
    draft.assign(Operation::Edit, set("benefits[0].values.2025", "99.2".into()), AT).unwrap();
    assert_eq!((shown(&draft), draft.revisions().unwrap().len()), ("99.2%".into(), 3));
    // As an older program may have left it.
    draft.connection.execute("UPDATE state SET content = replace(content, '99.2%', '97%')", []).unwrap();
    let mut draft = reopened(draft);
    type_in(&mut draft, 0.0, "乙公司");
    assert_eq!(shown(&draft), "97%");
    draft.change(Operation::Edit, AT, |content| content.benefits[0].unit = "".into()).unwrap();
    assert_eq!(shown(&draft), "99.2");
}

/// Places, values that do not fit there, and how the refusal begins.
fn misfits() -> [(&'static str, Value, &'static str); 4] {
    let video = json!({ "type": "doc", "content": [{ "type": "video" }] });
    [
        ("track", json!("city"), "track：不能填“city”"),
        ("benefits[99].rank", json!("1"), "benefits[99].rank：没有这一处"),
        ("declaration.employees", json!(7), "declaration.employees：应为文本（加引号），而不是数字"),
        ("experience.process", video, "experience.process.content[0].type：这里不能放“video”"),
    ]
}

#[test]
fn what_does_not_fit_is_refused_with_its_place_and_changes_nothing() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let before = draft.content().unwrap();
    for (path, value, expected) in misfits() {
        let error = draft.assign(Operation::Edit, set(path, value), AT).unwrap_err();
        assert!(matches!(error, DraftError::Misfit(_)), "{error:?}");
        assert!(error.to_string().starts_with(expected), "{error}");
    }
    assert_eq!((draft.content().unwrap(), draft.revisions().unwrap().len()), (before, 1));
}

#[test]
fn attachments_are_not_set_and_null_empties_a_place() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    let attached = draft.content().unwrap().attachments;
    draft.assign(Operation::Edit, set("attachments", json!({})), AT).unwrap();
    assert_eq!((draft.content().unwrap().attachments, draft.revisions().unwrap().len()), (attached, 2));
    draft.assign(Operation::Edit, set("organization", Value::Null), AT).unwrap();
    assert!(draft.content().unwrap().organization.is_blank());
    assert_eq!(draft.content().unwrap(), reopened(draft).content().unwrap());
}
