//! Finding and using controls.

use super::webdriver::{ELEMENT, Fault};
use super::{Desk, screenshots, wait};
use serde_json::{Value, json};

/// What a control is found by. Whatever is hidden is not found, except by CSS.
#[derive(Debug, Clone, Copy)]
pub enum By<'a> {
    /// Its accessible name, to the letter.
    Name(&'a str),
    /// Its role, such as `button`, and its accessible name.
    Role(&'a str, &'a str),
    /// A text in it; the innermost element that has all of it.
    Text(&'a str),
    /// A CSS selector.
    Css(&'a str),
}

/// An element of the page.
#[derive(Clone)]
pub struct Element<'a> {
    desk: &'a Desk,
    id: String,
}

const FIND: &str = include_str!("find.js");

impl Desk {
    /// The first control of this kind, waited for.
    #[track_caller]
    pub fn find(&self, by: By) -> Element<'_> {
        self.patiently(&format!("{by:?}"), || self.try_find_all(by).ok()?.into_iter().next())
    }

    /// All controls of this kind that are there now.
    #[track_caller]
    pub fn find_all(&self, by: By) -> Vec<Element<'_>> {
        self.try_find_all(by).unwrap_or_else(|fault| panic!("{by:?}: {fault}"))
    }

    /// Waits until there is no such control.
    #[track_caller]
    pub fn gone(&self, by: By) {
        self.patiently(&format!("no {by:?}"), || self.try_find_all(by).ok()?.is_empty().then_some(()))
    }

    /// Waits until a function body run in the page returns something true, and gives it.
    #[track_caller]
    pub fn until(&self, body: &str, arguments: &[Value]) -> Value {
        let holds =
            |value: &Value| !matches!(value, Value::Null | Value::Bool(false)) && *value != 0 && *value != "";
        self.patiently(body, || Some(self.run(body, arguments)).filter(holds))
    }

    /// Clicks a control once it is there and can be clicked. One that the page puts anew meanwhile is found again.
    #[track_caller]
    pub fn click(&self, by: By) {
        self.patiently(&format!("a click on {by:?}"), || {
            self.try_find_all(by).ok()?.first()?.try_click().ok()
        });
    }

    /// Clicks a control that ends the program, which may be gone before the driver has said that it clicked.
    #[track_caller]
    pub fn click_last(&self, by: By) {
        let _ = self.find(by).try_click();
    }

    fn try_find_all(&self, by: By) -> Result<Vec<Element<'_>>, Fault> {
        let arguments = match by {
            By::Name(name) => json!(["name", name]),
            By::Role(role, name) => json!(["role", name, role]),
            By::Text(text) => json!(["text", text]),
            By::Css(selector) => json!(["css", selector]),
        };
        let found = self.session.post("execute/sync", json!({ "script": FIND, "args": arguments }))?;
        let id = |element: &Value| element[ELEMENT].as_str().map(|id| Element { desk: self, id: id.into() });
        Ok(found.as_array().into_iter().flatten().filter_map(id).collect())
    }

    /// Looks until there is something; if there never is, says what the screen shows and the log holds
    /// instead and keeps a picture of it.
    #[track_caller]
    pub(super) fn patiently<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        if let Some(found) = wait::tried(look) {
            return found;
        }
        let shown = self.run("return document.body.innerText", &[]);
        let picture = screenshots("failed");
        self.screenshot(&picture);
        let (shown, log) = (shown.as_str().unwrap_or_default(), self.log());
        panic!("waited in vain: {what}; {} shows\n{shown}\nin the log: {log}", picture.display());
    }
}

impl Element<'_> {
    /// Clicks it.
    #[track_caller]
    pub fn click(&self) {
        self.desk.patiently("a click", || self.try_click().ok());
    }

    /// Clicks it and types.
    #[track_caller]
    pub fn type_keys(&self, text: &str) {
        self.click();
        self.desk.type_keys(text);
    }

    /// The text it shows.
    #[track_caller]
    pub fn text(&self) -> String {
        self.ask("text")
    }

    /// What is typed into it.
    #[track_caller]
    pub fn value(&self) -> String {
        self.ask("property/value")
    }

    /// Its accessible name, as WebKit tells it to a screen reader.
    #[track_caller]
    pub fn name(&self) -> String {
        self.ask("computedlabel")
    }

    /// The same, or nothing if the page has put another in its place meanwhile.
    pub fn try_name(&self) -> Option<String> {
        let answer = self.desk.session.get(&format!("element/{}/computedlabel", self.id)).ok()?;
        answer.as_str().map(str::to_owned)
    }

    /// An attribute, empty if it has none.
    #[track_caller]
    pub fn attribute(&self, name: &str) -> String {
        self.ask(&format!("attribute/{name}"))
    }

    /// Whether it has the focus.
    #[track_caller]
    pub fn has_focus(&self) -> bool {
        self.desk.run("return document.activeElement === arguments[0]", &[self.reference()]) == true
    }

    /// As an argument of [`Desk::run`].
    pub fn reference(&self) -> Value {
        json!({ ELEMENT: self.id })
    }

    fn try_click(&self) -> Result<(), Fault> {
        self.desk.session.post(&format!("element/{}/click", self.id), json!({})).map(drop)
    }

    #[track_caller]
    fn ask(&self, what: &str) -> String {
        let answer = self.desk.session.get(&format!("element/{}/{what}", self.id));
        let answer = answer.unwrap_or_else(|fault| panic!("{what}: {fault}"));
        answer.as_str().map_or_else(String::new, str::to_owned)
    }
}
