//! Whole sessions of work, beside an editor in memory.

use super::putting::contents;
use crate::draft::Undoable;
use crate::draft::fixtures::*;
use proptest::prelude::*;

/// One step of a generated session.
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
            at += TimeDelta::milliseconds(pause);
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
