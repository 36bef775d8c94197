//! Putting the sample's values where they go, by keys and clicks.

use super::Story;
use end_to_end::desktop::{By, Element};
use serde_json::{Value, json};

impl Story<'_> {
    /// What the sample holds at a place, such as `benefits[2].values.2024`.
    #[track_caller]
    pub fn value(&self, path: &str) -> &Value {
        let pointer = format!("/{}", path.replace('[', "/").replace(']', "").replace('.', "/"));
        self.sample.pointer(&pointer).unwrap_or_else(|| panic!("{path}"))
    }

    /// The same where it is a text.
    #[track_caller]
    pub fn text(&self, path: &str) -> &str {
        self.value(path).as_str().unwrap_or_else(|| panic!("{path} is no text"))
    }

    /// Types the sample's text into the field of a place.
    #[track_caller]
    pub fn types(&self, path: &str) {
        self.enters(path);
        self.desk.type_keys(self.text(path));
    }

    /// Types it over what stands there.
    #[track_caller]
    pub fn types_over(&self, path: &str) {
        self.enters(path);
        self.desk.press("Control+a");
        self.desk.type_keys(self.text(path));
    }

    #[track_caller]
    fn enters(&self, path: &str) {
        self.clicks(&at(path));
        let inside = "return document.querySelector(arguments[0]).contains(document.activeElement)";
        self.desk.until(inside, &[json!(at(path))]);
    }

    /// Scrolls a control to the middle of the window, away from the bars that stay at its edges, and clicks it.
    #[track_caller]
    pub fn clicks(&self, selector: &str) {
        self.desk.find(By::Css(selector));
        self.desk.run(
            "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })",
            &[json!(selector)],
        );
        self.desk.click(By::Css(selector));
    }

    /// Ticks one of the boxes of a place.
    #[track_caller]
    pub fn ticks(&self, path: &str, label: &str) {
        self.among(&format!("{} label", at(path)), label).click();
    }

    /// Chooses the sample's text from the list of a place.
    #[track_caller]
    pub fn selects(&self, path: &str) {
        let option = format!("select{} option[value='{}']", at(path), self.text(path));
        self.desk.click(By::Css(&option));
    }

    /// The control among these that reads so.
    #[track_caller]
    pub fn among(&self, selector: &str, text: &str) -> Element<'_> {
        let reads = "return [...document.querySelectorAll(arguments[0])].some((one) => one.innerText.trim() === arguments[1])";
        self.desk.until(reads, &[json!(selector), json!(text)]);
        let all = self.desk.find_all(By::Css(selector));
        let found = all.into_iter().find(|one| one.text() == text);
        let found = found.unwrap_or_else(|| panic!("{selector} {text}"));
        self.desk.run("arguments[0].scrollIntoView({ block: 'center' })", &[found.reference()]);
        found
    }

    /// Puts a block of cells on the clipboard as Excel does, and pastes it from a cell on.
    #[track_caller]
    pub fn pastes_cells(&self, rows: &[Vec<&str>], from: &str) {
        let lines = rows.iter().map(|row| format!("{}\r\n", row.join("\t")));
        self.desk.copy(&lines.collect::<String>(), None);
        self.desk.click(By::Css(&format!("td{}", at(from))));
        self.desk.press("Control+v");
    }
}

/// The control of a place.
pub fn at(path: &str) -> String {
    format!("[data-path='{path}']")
}
