//! Undoing and redoing lead back and forth between the very contents there were.

use super::*;
use time::Duration;

/// Stored by the version whose schema had two steps: new, attach, put.
pub(super) const FIXTURE: &[u8] = include_bytes!("../../../../../../tests/fixtures/drafts/2.biaogan");

/// Stored by the version whose schema had four steps: rolled from a draft of 2025, attach, one edit.
const FIXTURE_4: &[u8] = include_bytes!("../../../../../../tests/fixtures/drafts/4.biaogan");

/// Types into 组织名称 `seconds` after [`AT`].
fn type_in(draft: &mut Draft, seconds: f64, text: &str) {
    let at = AT + Duration::seconds_f64(seconds);
    draft.change(Operation::Edit, at, |content| content.organization = text.into()).unwrap();
}

fn organization(draft: &Draft) -> String {
    draft.content().unwrap().organization.to_string()
}

/// What the undo and redo buttons offer: operation and place.
fn offered(draft: &Draft) -> [Option<(Operation, String)>; 2] {
    let Undoable { undo, redo } = draft.undoable().unwrap();
    [undo, redo].map(|step| step.map(|step| (step.operation, step.place.to_string())))
}

fn reopened(draft: Draft) -> Draft {
    let path = draft.path().to_path_buf();
    drop(draft);
    Draft::open(&path).unwrap()
}

#[test]
fn everything_is_undone_and_done_again_even_after_a_restart() {
    let folder = folder();
    let mut draft = new_in(&folder);
    draft.attach(&[bytes("a", PHOTO)], AT).unwrap();
    type_in(&mut draft, 0.0, "乙公司");
    draft.detach("a1", AT).unwrap();
    let mut renamed = draft.content().unwrap();
    renamed.benefits.remove(3);
    draft.put(renamed, AT).unwrap();
    let mut states = vec![draft.content().unwrap()];
    let mut draft = reopened(draft);
    let place = |step: Step| (step.operation, step.place.to_string());
    let mut steps = Vec::new();
    while let Some(step) = draft.undo(AT).unwrap() {
        steps.push(place(step));
        states.push(draft.content().unwrap());
        draft = reopened(draft);
    }
    let expected = [
        (Operation::Put, "benefits[3]"),
        (Operation::Detach, "attachments.a1"),
        (Operation::Edit, "organization"),
        (Operation::Attach, "attachments.a1"),
    ];
    assert_eq!(steps, expected.map(|(operation, place)| (operation, place.to_owned())));
    assert_eq!(draft.content().unwrap(), content());
    assert_eq!(offered(&draft), [None, Some((Operation::Attach, "attachments.a1".into()))]);
    for state in states.iter().rev().skip(1) {
        draft.redo(AT).unwrap().unwrap();
        assert_eq!(&draft.content().unwrap(), state);
        draft = reopened(draft);
    }
    assert_eq!(draft.redo(AT).unwrap(), None);
    assert!(draft.pages("a1").is_err() && draft.content_at(2).unwrap().attachments.contains_key("a1"));
}

#[test]
fn a_step_tells_when_it_was_done_at_first() {
    let folder = folder();
    let mut draft = new_in(&folder);
    let later = AT + Duration::hours(1);
    type_in(&mut draft, 0.25, "乙公司");
    let first = AT + Duration::milliseconds(250);
    assert_eq!(draft.undo(later).unwrap().unwrap().at, first);
    assert_eq!(draft.redo(later).unwrap().unwrap().at, first);
    assert_eq!(draft.undoable().unwrap().undo.unwrap().at, first);
}

#[test]
fn a_change_after_an_undo_ends_what_could_be_redone_but_the_history_keeps_it() {
    let folder = folder();
    let mut draft = new_in(&folder);
    type_in(&mut draft, 0.0, "乙公司");
    draft.undo(AT).unwrap();
    assert!(draft.undoable().unwrap().redo.is_some());
    type_in(&mut draft, 1.0, "丙公司");
    assert_eq!(offered(&draft), [Some((Operation::Edit, "organization".into())), None]);
    assert_eq!(draft.redo(AT).unwrap(), None);
    draft.undo(AT).unwrap();
    assert_eq!((organization(&draft), draft.undo(AT).unwrap()), ("甲公司".into(), None));
    assert_eq!(draft.content_at(2).unwrap().organization, "乙公司");
}

#[test]
fn typing_at_one_place_is_one_step() {
    let folder = folder();
    let mut draft = new_in(&folder);
    for (tenth, text) in ["甲公", "甲", "乙", "乙公", "乙公司"].into_iter().enumerate() {
        type_in(&mut draft, tenth as f64 * 1.9, text);
    }
    let [_, typed] = &draft.revisions().unwrap()[..] else { panic!() };
    assert_eq!(typed.at, AT + Duration::milliseconds(7600));
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
        let at = AT + Duration::seconds_f64(seconds);
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
        let at = AT + Duration::seconds_f64(seconds);
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

#[test]
fn a_draft_of_the_second_version_opens_and_its_changes_are_undone() {
    let folder = folder();
    let path = folder.path().join("2.biaogan");
    fs::write(&path, FIXTURE).unwrap();
    assert!(matches!(Draft::open(&path), Err(DraftError::Older(_))));
    let mut draft = Draft::open_backed_up(&path, &folder.path().join("backups"), AT).unwrap();
    let content = draft.content().unwrap();
    assert_eq!(content.organization, "虚远轴承有限公司");
    assert_eq!(content.declaration.experience_name, "基于数据的装配质量管理");
    assert_eq!(content.experience.process.blocks.len(), 2);
    let source = draft.pages("a1").unwrap().remove(0).source;
    assert!(draft.copy_picture(&source, &mut Vec::new()).unwrap() > 0);
    assert_eq!(draft.undo(AT).unwrap().unwrap().operation, Operation::Put);
    assert!(draft.content().unwrap().declaration.experience_name.is_blank());
    assert_eq!(draft.undo(AT).unwrap().unwrap().operation, Operation::Attach);
    assert_eq!((draft.content().unwrap().attachments.len(), draft.undo(AT).unwrap()), (0, None));
    draft.redo(AT).unwrap();
    draft.redo(AT).unwrap();
    assert_eq!(draft.content().unwrap(), content);
}

#[test]
fn a_draft_of_the_fourth_version_opens_with_its_marks_and_its_change_is_undone() {
    let folder = folder();
    let path = folder.path().join("4.biaogan");
    fs::write(&path, FIXTURE_4).unwrap();
    let mut draft = Draft::open_backed_up(&path, &folder.path().join("backups"), AT).unwrap();
    let content = draft.content().unwrap();
    assert_eq!((&*content.edition, content.organization.as_str()), ("2026", "虚远轴承有限公司"));
    assert_eq!(content.declaration.experience_name, "基于数据的装配质量管理");
    assert_eq!(&*content.attachments["a1"].name, "证书.jpg");
    let source = draft.pages("a1").unwrap().remove(0).source;
    assert!(draft.copy_picture(&source, &mut Vec::new()).unwrap() > 0);
    let marks = |draft: &Draft| -> Vec<(OriginKind, String, String)> {
        let marks = draft.origins().unwrap().into_iter();
        marks.map(|mark| (mark.kind, mark.path.to_string(), mark.value)).collect()
    };
    let expected = [
        (OriginKind::Carried, "organization".to_owned(), "虚远轴承有限公司".to_owned()),
        (OriginKind::Emptied, "benefits[0].rank".to_owned(), "3".to_owned()),
    ];
    assert_eq!(marks(&draft), expected);
    assert_eq!(draft.undo(AT).unwrap().unwrap().operation, Operation::Edit);
    assert!(draft.content().unwrap().declaration.experience_name.is_blank());
    assert_eq!(draft.undo(AT).unwrap().unwrap().operation, Operation::Attach);
    assert_eq!((draft.content().unwrap().attachments.len(), draft.undo(AT).unwrap()), (0, None));
    draft.redo(AT).unwrap();
    draft.redo(AT).unwrap();
    assert_eq!(draft.content().unwrap(), content);
    assert_eq!(marks(&draft), expected);
}

#[test]
fn content_as_another_version_wrote_it_is_gone_back_to_to_the_letter() {
    let folder = folder();
    let mut draft = new_in(&folder);
    type_in(&mut draft, 0.0, "乙公司");
    let other = "UPDATE state SET content = json_remove(json_set(content, '$.pledge', NULL), '$.submission')";
    draft.connection.execute(other, []).unwrap();
    let mut draft = reopened(draft);
    let stored = state::value(&draft.connection).unwrap();
    draft.change(Operation::Edit, AT, |_| ()).unwrap();
    assert_eq!(draft.revisions().unwrap().len(), 2, "what changes nothing is no revision");
    type_in(&mut draft, 9.0, "丙公司");
    draft.undo(AT).unwrap();
    assert_eq!(state::value(&draft.connection).unwrap(), stored);
    draft.undo(AT).unwrap();
    draft.redo(AT).unwrap();
    draft.redo(AT).unwrap();
    assert_eq!(organization(&draft), "丙公司");
    assert_eq!(draft.content_at(1).unwrap(), content());
}

#[test]
fn what_another_program_writes_is_noticed() {
    let folder = folder();
    let mut draft = new_in(&folder);
    type_in(&mut draft, 0.0, "乙公司");
    let other = Connection::open(draft.path()).unwrap();
    other.execute("UPDATE state SET content = replace(content, '乙', '丁')", []).unwrap();
    assert_eq!(organization(&draft), "丁公司");
    draft.change(Operation::Edit, AT, |content| content.submission.note = "记".into()).unwrap();
    assert_eq!(organization(&draft), "丁公司");
}

/// One step of a generated session at the desk.
#[derive(Debug, Clone)]
enum Act {
    Type(u8, String),
    Put(Box<Content>),
    Undo,
    Redo,
    Reopen,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        5 => (0u8..3, "[甲乙]{0,3}").prop_map(|(field, text)| Act::Type(field, text)),
        1 => contents().prop_map(|content| Act::Put(content.into())),
        4 => Just(Act::Undo),
        3 => Just(Act::Redo),
        1 => Just(Act::Reopen),
    ];
    prop::collection::vec(act, 1..40)
}

/// What an editor in memory does: the contents that can be undone to and redone to.
struct Model {
    now: Content,
    undo: Vec<Content>,
    redo: Vec<Content>,
}

impl Model {
    fn change(&mut self, to: Content) {
        if to != self.now {
            self.undo.push(std::mem::replace(&mut self.now, to));
            self.redo.clear();
        }
    }

    fn undo(&mut self) -> bool {
        let Some(to) = self.undo.pop() else { return false };
        self.redo.push(std::mem::replace(&mut self.now, to));
        true
    }

    fn redo(&mut self) -> bool {
        let Some(to) = self.redo.pop() else { return false };
        self.undo.push(std::mem::replace(&mut self.now, to));
        true
    }
}

fn typed(content: &mut Content, field: u8, text: &str) {
    match field {
        0 => content.organization = text.into(),
        1 => content.declaration.contact.mobile = text.into(),
        _ => content.submission.note = text.into(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undoing_and_redoing_lead_where_an_editor_in_memory_does(acts in acts()) {
        let folder = folder();
        let mut draft = new_in(&folder);
        let mut model = Model { now: content(), undo: Vec::new(), redo: Vec::new() };
        let mut states = vec![(1, content())];
        for act in acts {
            match act {
                Act::Type(field, text) => {
                    // Whether typing is one step is tested elsewhere.
                    draft.break_step();
                    draft.change(Operation::Edit, AT, |content| typed(content, field, &text)).unwrap();
                    let mut to = model.now.clone();
                    typed(&mut to, field, &text);
                    model.change(to);
                }
                Act::Put(content) => {
                    draft.put((*content).clone(), AT).unwrap();
                    model.change(*content);
                }
                Act::Undo => prop_assert_eq!(draft.undo(AT).unwrap().is_some(), model.undo()),
                Act::Redo => prop_assert_eq!(draft.redo(AT).unwrap().is_some(), model.redo()),
                Act::Reopen => draft = reopened(draft),
            }
            prop_assert_eq!(&draft.content().unwrap(), &model.now);
            let Undoable { undo, redo } = draft.undoable().unwrap();
            prop_assert_eq!((undo.is_some(), redo.is_some()), (!model.undo.is_empty(), !model.redo.is_empty()));
            let last = draft.revisions().unwrap().last().unwrap().id;
            if states.last().unwrap().0 != last {
                states.push((last, model.now.clone()));
            }
        }
        for (id, state) in states {
            prop_assert_eq!(draft.content_at(id).unwrap(), state);
        }
    }

    #[test]
    fn every_state_stays_right_while_typing_grows(keys in prop::collection::vec((0u8..3, "[甲乙]{0,3}", 0i64..2500), 1..40)) {
        let folder = folder();
        let mut draft = new_in(&folder);
        let (mut at, mut states) = (AT, std::collections::BTreeMap::from([(1, content())]));
        for (field, text, pause) in keys {
            at += Duration::milliseconds(pause);
            draft.change(Operation::Edit, at, |content| typed(content, field, &text)).unwrap();
            let last = draft.revisions().unwrap().last().unwrap().id;
            states.split_off(&(last + 1));
            states.insert(last, draft.content().unwrap());
        }
        draft = reopened(draft);
        for (id, state) in &states {
            prop_assert_eq!(&draft.content_at(*id).unwrap(), state);
        }
        for state in states.values().rev().skip(1) {
            draft.undo(at).unwrap().unwrap();
            prop_assert_eq!(&draft.content().unwrap(), state);
        }
        prop_assert_eq!(draft.undo(at).unwrap(), None);
    }
}
