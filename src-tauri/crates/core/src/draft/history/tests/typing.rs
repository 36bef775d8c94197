//! What is one step of the undo and what is several.

use super::undo::offered;
use crate::draft::fixtures::*;
use serde_json::{Value, json};

#[test]
fn typing_at_one_place_is_one_step() {
    let folder = folder();
    let mut draft = new_in(&folder);
    for (tenth, text) in ["甲公", "甲", "乙", "乙公", "乙公司"].into_iter().enumerate() {
        type_in(&mut draft, tenth as f64 * 1.9, text);
    }
    let [_, typed] = &draft.revisions().unwrap()[..] else { panic!() };
    assert_eq!(typed.at, AT + TimeDelta::milliseconds(7600));
    assert_eq!(draft.content_at(2).unwrap().organization, "乙公司");
    draft.undo(AT).unwrap();
    assert_eq!(organization(&draft), "甲公司");
}

#[test]
fn typing_is_broken_by_a_pause_another_place_another_operation_and_when_told() {
    let steps = |work: &dyn Fn(&mut Draft)| {
        let folder = folder();
        let mut draft = new_in(&folder);
        work(&mut draft);
        draft.revisions().unwrap().len() - 1
    };
    let pause = |draft: &mut Draft, pause: f64| {
        type_in(draft, 0.0, "乙");
        type_in(draft, pause, "乙公");
    };
    assert_eq!(steps(&|draft| pause(draft, 2.0)), 1);
    assert_eq!(steps(&|draft| pause(draft, 2.1)), 2);
    assert_eq!(steps(&|draft| pause(draft, -0.1)), 2, "a clock set back");
    let long = |draft: &mut Draft| (0..32).for_each(|n| type_in(draft, n as f64, &format!("乙{n}")));
    assert_eq!(steps(&long), 2, "thirty seconds in all");
    let elsewhere = |draft: &mut Draft| {
        type_in(draft, 0.0, "乙");
        let name = |content: &mut Content| content.declaration.experience_name = "经验".into();
        draft.change(Operation::Edit, AT, name).unwrap();
        type_in(draft, 0.2, "乙公");
    };
    assert_eq!(steps(&elsewhere), 3);
    let broken = |draft: &mut Draft| {
        type_in(draft, 0.0, "乙");
        draft.break_step();
        type_in(draft, 0.1, "乙公");
    };
    assert_eq!(steps(&broken), 2);
    let undone = |draft: &mut Draft| {
        type_in(draft, 0.0, "乙");
        draft.undo(AT).unwrap();
        draft.redo(AT).unwrap();
        type_in(draft, 0.1, "乙公");
    };
    assert_eq!(steps(&undone), 4);
}

#[test]
fn what_is_typed_and_taken_away_again_is_no_step() {
    let folder = folder();
    let mut draft = new_in(&folder);
    type_in(&mut draft, 0.0, "乙公司");
    draft.undo(AT).unwrap();
    type_in(&mut draft, 0.0, "甲公司一");
    type_in(&mut draft, 0.1, "甲公司");
    assert_eq!(draft.revisions().unwrap().len(), 3);
    assert_eq!(offered(&draft), [None, None], "as if there had been a change");
    type_in(&mut draft, 0.2, "丙公司");
    draft.undo(AT).unwrap();
    assert_eq!(organization(&draft), "甲公司");
}

#[test]
fn typing_within_a_block_is_one_step_and_a_new_block_is_another() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let mut write = |seconds: f64, texts: &[&str]| {
        let paragraph = |text: &&str| {
            let bold = json!([{ "type": "bold" }]);
            let (first, rest) = (&text[..3], &text[3..]);
            json!({ "type": "paragraph", "content": [{ "type": "text", "text": first, "marks": bold },
                    { "type": "text", "text": format!("：{rest}") }] })
        };
        let blocks: Vec<Value> = texts.iter().map(paragraph).collect();
        let text = serde_json::from_value(json!({ "type": "doc", "content": blocks })).unwrap();
        let at = AT + TimeDelta::milliseconds((seconds * 1000.0).round() as i64);
        draft.change(Operation::Edit, at, |content| content.experience.process = text).unwrap();
        draft.revisions().unwrap().len() - 1
    };
    assert_eq!(write(0.0, &["一一", "二二"]), 1);
    assert_eq!(write(0.5, &["一一", "二三"]), 2);
    assert_eq!(write(1.0, &["一一", "四三四"]), 2, "two texts of one block");
    assert_eq!(write(1.5, &["一一", "四三四", "五五"]), 3);
    assert_eq!(write(2.0, &["一一", "四三四", "五六"]), 4);
    assert_eq!(write(2.5, &["一七", "四三四", "五六"]), 5);
}

#[test]
fn rows_of_a_table_are_steps_of_their_own_and_the_text_of_a_cell_is_one() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let mut write = |seconds: f64, caption: &str, rows: &[&[&str]]| {
        let attrs = json!({ "colspan": 1, "rowspan": 1 });
        let text =
            |text: &&str| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
        let cell = |cell: &&str| json!({ "type": "tableCell", "attrs": attrs, "content": [text(cell)] });
        let row = |cells: &&[&str]| json!({ "type": "tableRow", "content": cells.iter().map(cell).collect::<Vec<_>>() });
        let table = json!({ "type": "table", "attrs": { "id": "t1", "caption": caption }, "content": rows.iter().map(row).collect::<Vec<_>>() });
        let text = serde_json::from_value(json!({ "type": "doc", "content": [table] })).unwrap();
        let at = AT + TimeDelta::milliseconds((seconds * 1000.0).round() as i64);
        draft.change(Operation::Edit, at, |content| content.experience.process = text).unwrap();
        draft.revisions().unwrap().len() - 1
    };
    assert_eq!(write(0.0, "表", &[&["甲", "乙"]]), 1);
    assert_eq!(write(0.5, "表", &[&["甲", "乙"], &["丙", "丁"]]), 2);
    assert_eq!(write(1.0, "表", &[&["甲", "乙"], &["丙", "丁"], &["戊", "己"]]), 3);
    assert_eq!(write(1.5, "表", &[&["甲", "乙"], &["丙", "丁一"], &["戊", "己"]]), 4);
    assert_eq!(write(2.0, "表", &[&["甲", "乙"], &["丙", "丁一二"], &["戊", "己"]]), 4, "typed on");
    assert_eq!(write(2.5, "表", &[&["甲", "乙"], &["丙三", "丁一二"], &["戊", "己"]]), 5, "another cell");
    assert_eq!(write(3.0, "表题", &[&["甲", "乙"], &["丙三", "丁一二"], &["戊", "己"]]), 6);
    assert_eq!(write(3.5, "表题目", &[&["甲", "乙"], &["丙三", "丁一二"], &["戊", "己"]]), 6, "typed on");
    assert_eq!(write(4.0, "表题目", &[&["甲"], &["丙三"], &["戊"]]), 7);
}
