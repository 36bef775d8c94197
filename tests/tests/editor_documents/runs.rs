//! Runs and fields of a written paragraph.

use super::outline::Piece;
use biaogan::ooxml::xml::Element;
use std::collections::HashMap;

/// The text within each bookmark.
pub type Bookmarks = HashMap<String, String>;

/// What a paragraph prints; the result of a cross reference stands in braces, once its target was found to print the
/// same.
pub fn pieces(paragraph: &Element, bookmarks: &Bookmarks) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut field = Field::default();
    for run in paragraph.elements().filter(|child| child.name == "w:r") {
        let marks = marks(run);
        for child in run.elements() {
            if let Some(text) = field.take(child, bookmarks) {
                pieces.push((text, marks.clone()));
            }
        }
    }
    assert!(field.instruction.is_none(), "a field does not end in its paragraph");
    pieces
}

/// The field that a run stands in.
#[derive(Default)]
struct Field {
    instruction: Option<String>,
    is_result: bool,
}

impl Field {
    /// What a child of a run prints.
    fn take(&mut self, child: &Element, bookmarks: &Bookmarks) -> Option<String> {
        match (child.name.as_str(), child.attribute("w:fldCharType")) {
            ("w:fldChar", Some("begin")) => self.instruction = Some(String::new()),
            ("w:fldChar", Some("separate")) => self.is_result = true,
            ("w:fldChar", Some("end")) => *self = Field::default(),
            ("w:instrText", _) => *self.instruction.as_mut().expect("inside a field") += &child.all_text(),
            ("w:t", _) => return Some(self.result(child.all_text(), bookmarks)),
            ("w:br", _) => return Some("\n".into()),
            ("w:tab", _) => return Some("\t".into()),
            _ => {}
        }
        None
    }

    fn result(&self, text: String, bookmarks: &Bookmarks) -> String {
        let Some(instruction) = &self.instruction else { return text };
        assert!(self.is_result, "text inside an instruction");
        let mut words = instruction.split_whitespace();
        if words.next() != Some("REF") {
            return text;
        }
        let target = words.next().expect("a target");
        assert_eq!(bookmarks.get(target), Some(&text), "{instruction}");
        format!("{{{text}}}")
    }
}

/// `b`, `i`, `u`, `_`, `^` as the run's own properties say.
fn marks(run: &Element) -> String {
    let Some(properties) = run.child("w:rPr") else { return String::new() };
    let is_on = |name| {
        let value = properties.child(name).map(|found| found.attribute("w:val").unwrap_or("true"));
        value.is_some_and(|value| !matches!(value, "false" | "0" | "none"))
    };
    let script = properties.child("w:vertAlign").and_then(|found| found.attribute("w:val"));
    let all = [
        (is_on("w:b"), 'b'),
        (is_on("w:i"), 'i'),
        (is_on("w:u"), 'u'),
        (script == Some("subscript"), '_'),
        (script == Some("superscript"), '^'),
    ];
    all.iter().filter(|(on, _)| *on).map(|(_, sign)| sign).collect()
}

/// The bookmarks of a body, each within one paragraph.
pub fn bookmarks(body: &Element) -> Bookmarks {
    let mut found = Bookmarks::new();
    end_to_end::docx::paragraphs(body, &mut |paragraph| {
        let mut open: Vec<(String, String, String)> = Vec::new();
        for child in paragraph.elements() {
            let id = || child.attribute("w:id").unwrap_or_default().to_owned();
            match child.name.as_str() {
                "w:bookmarkStart" => {
                    open.push((id(), child.attribute("w:name").expect("a name").to_owned(), String::new()));
                }
                "w:bookmarkEnd" => {
                    let at = open.iter().position(|mark| mark.0 == id()).expect("a start");
                    let (_, name, text) = open.remove(at);
                    assert!(found.insert(name, text).is_none(), "two bookmarks of one name");
                }
                "w:r" => {
                    let text: String =
                        child.elements().filter(|part| part.name == "w:t").map(Element::all_text).collect();
                    open.iter_mut().for_each(|mark| mark.2 += &text);
                }
                _ => {}
            }
        }
        assert!(open.is_empty(), "a bookmark does not end in its paragraph");
    });
    found
}
