//! The keyboard and nothing else.

use super::super::stage::tried;
use end_to_end::desktop::Desk;
use std::cell::RefCell;

/// Someone without a mouse.
pub struct Hands<'a> {
    pub desk: &'a Desk,
    /// Where one could not see the focus.
    unseen: RefCell<Vec<String>>,
}

impl Hands<'_> {
    pub fn on(desk: &Desk) -> Hands<'_> {
        Hands { desk, unseen: RefCell::default() }
    }

    /// Tabs until the control of this name has the focus, which takes exactly so many Tabs: more are a nuisance, fewer
    /// are worth keeping.
    #[track_caller]
    pub fn tab(&self, tabs: usize, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..MOST {
            self.desk.press("Tab");
            passed.push(self.look());
            if passed.last().is_some_and(|last| last == name) {
                break;
            }
        }
        assert_eq!((passed.last().map(String::as_str), passed.len()), (Some(name), tabs), "{passed:?}");
    }

    /// The name of what has the focus.
    #[track_caller]
    pub fn look(&self) -> String {
        let Some(name) = self.desk.focused() else { return NOWHERE.into() };
        if !self.desk.focus_is_seen() {
            self.unseen.borrow_mut().push(name.clone());
        }
        name
    }

    /// Waits until the control of this name has the focus: after an action, where one goes on.
    #[track_caller]
    pub fn is_at(&self, name: &str) {
        if !tried(|| self.desk.focused().as_deref() == Some(name)) {
            panic!("the focus is at {:?}, not at {name}", self.look());
        }
        self.look();
    }

    /// Presses keys.
    pub fn press(&self, chord: &str) {
        self.desk.press(chord);
    }

    /// Types.
    pub fn types(&self, text: &str) {
        self.desk.type_keys(text);
    }

    /// The focus could be seen wherever it was.
    #[track_caller]
    pub fn could_see_the_focus(&self) {
        assert_eq!(*self.unseen.borrow(), Vec::<String>::new(), "the focus cannot be seen there");
    }
}

/// More Tabs than anyone presses.
const MOST: usize = 40;

/// What the focus is called where no control has it.
const NOWHERE: &str = "（nowhere）";
