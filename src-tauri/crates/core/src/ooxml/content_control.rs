//! Check boxes and drop-down lists (17.5.2; check boxes: [MS-DOCX] 2.6.1.1).

use super::xml::Element;

/// A check box.
#[derive(Debug, Clone)]
pub struct CheckBox {
    /// Shown by Word above the control; at most 64 characters are kept.
    pub title: String,
    /// Names the control to programs; at most 64 characters are kept.
    pub tag: String,
    /// What it shows.
    pub state: Tick,
    /// Size of the box; that of the paragraph where there is none.
    pub size_half_points: Option<usize>,
}

/// The two states of a check box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tick {
    /// ☑
    Ticked,
    /// □
    Unticked,
}

/// A drop-down list.
#[derive(Debug, Clone)]
pub struct DropDown {
    /// Shown by Word above the control; at most 64 characters are kept.
    pub title: String,
    /// Names the control to programs; at most 64 characters are kept.
    pub tag: String,
    /// What can be chosen; empty and repeated ones are left out.
    pub options: Vec<String>,
    /// What is shown. Added to the list if it is not there; empty prints a blank.
    pub chosen: String,
    /// Size of the text; that of the paragraph where there is none.
    pub size_half_points: Option<usize>,
}

/// Word calls a file corrupt whose title or tag is longer.
const LONGEST_NAME: usize = 64;

impl Tick {
    pub(super) fn glyph(self) -> char {
        match self {
            Tick::Ticked => '\u{2611}',
            Tick::Unticked => '\u{25A1}',
        }
    }
}

/// The font of both glyphs, which Word and WPS have on every system, with a □ as wide as a character. ☑ is in no font
/// that all of them have; each takes it from one of its own, where a named one would be missing on the others.
pub(super) const GLYPH_FONT: &str = "宋体";

impl CheckBox {
    /// Gives the control that docx-rs wrote its name and kind.
    pub(super) fn apply(&self, control: &mut Element) {
        let checked = if self.state == Tick::Ticked { "1" } else { "0" };
        let kind = Element::new("w14:checkbox")
            .put(Element::new("w14:checked").with("w14:val", checked))
            .put(glyph("w14:checkedState", Tick::Ticked))
            .put(glyph("w14:uncheckedState", Tick::Unticked));
        apply(control, &self.title, &self.tag, kind);
    }
}

impl DropDown {
    /// Gives the control that docx-rs wrote its name and kind.
    pub(super) fn apply(&self, control: &mut Element) {
        let mut items: Vec<&str> = Vec::new();
        // What was typed and is no option stands in the control as text, and cannot be chosen again.
        for option in &self.options {
            if !option.trim().is_empty() && !items.contains(&option.as_str()) {
                items.push(option);
            }
        }
        let kind = Element::new("w:dropDownList").put_all(
            items
                .into_iter()
                .map(|text| Element::new("w:listItem").with("w:displayText", text).with("w:value", text)),
        );
        apply(control, &self.title, &self.tag, kind);
    }
}

fn glyph(name: &str, tick: Tick) -> Element {
    let code = format!("{:04X}", u32::from(tick.glyph()));
    Element::new(name).with("w14:val", code).with("w14:font", GLYPH_FONT)
}

fn apply(control: &mut Element, title: &str, tag: &str, kind: Element) {
    let look = control
        .child("w:sdtContent")
        .and_then(|content| content.child("w:r"))
        .and_then(|run| run.child("w:rPr"))
        .filter(|look| !look.children.is_empty())
        .cloned();
    let named = [("w:alias", title), ("w:tag", tag)].into_iter().filter(|(_, text)| !text.is_empty());
    let mut property = Element::new("w:sdtPr").put_all(look);
    property = property.put_all(named.map(|(name, text)| {
        Element::new(name).with("w:val", text.chars().take(LONGEST_NAME).collect::<String>())
    }));
    *control.child_or_first("w:sdtPr") = property.put(Element::new("w:id")).put(kind);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(options: &[&str], chosen: &str, expected: &[&str]) {
        let options = options.iter().map(|o| o.to_string()).collect();
        let drop_down = DropDown {
            title: "行".repeat(70),
            tag: String::new(),
            options,
            chosen: chosen.to_owned(),
            size_half_points: None,
        };
        let mut control = Element::new("w:sdt").put(Element::new("w:sdtContent"));
        drop_down.apply(&mut control);
        let property = control.child("w:sdtPr").unwrap();
        let items = property.child("w:dropDownList").unwrap().elements();
        assert_eq!(items.map(|i| i.attribute("w:value").unwrap()).collect::<Vec<_>>(), expected);
        assert_eq!(property.child("w:alias").unwrap().attribute("w:val").unwrap().chars().count(), 64);
        assert!(property.child("w:tag").is_none());
    }

    #[test]
    fn a_list_has_each_option_once_and_nothing_else() {
        check(&["甲", "乙", "甲", ""], "乙", &["甲", "乙"]);
        check(&["甲"], "丙", &["甲"]);
        check(&["甲"], "", &["甲"]);
    }
}
