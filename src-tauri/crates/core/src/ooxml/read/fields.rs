//! Complex fields (17.16.18): what stands before their separate mark is code, what stands behind it is shown.

use super::markup::{alternative, is_placeholder};
use super::overstrike::overstrike;
use super::styles::{switch, value};
use super::symbols::{TICKED, UNTICKED};
use crate::ooxml::xml::Element;
use std::collections::HashSet;

/// The fields that are open where the reader stands.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Open>,
    /// How many of them are in their code.
    in_code: usize,
    /// The marks of those that never end. What stands behind them is text.
    endless: HashSet<*const Element>,
}

/// A field that has not ended.
#[derive(Debug)]
struct Open {
    instruction: String,
    is_code: bool,
    /// What a form field of Word 97 shows.
    form: Option<String>,
    /// The paragraph and the piece in it that its result begins with.
    result: Option<(usize, usize)>,
}

/// A field that has just ended.
#[derive(Debug)]
pub(super) struct Ended {
    pub instruction: String,
    /// What it shows though it has no result.
    pub shows: Option<String>,
    /// The paragraph and the piece in it that its result began with.
    pub result: Option<(usize, usize)>,
}

impl Fields {
    /// Whether what stands here is code and not shown.
    pub fn in_code(&self) -> bool {
        self.in_code > 0
    }

    /// The fields of a story, none of them begun.
    pub fn of(story: &Element) -> Fields {
        let mut ends = Ends::default();
        story.elements().for_each(|child| ends.look(child));
        Fields { endless: ends.begun.into_iter().map(std::ptr::from_ref).collect(), ..Fields::default() }
    }

    /// How many of the fields never end.
    pub fn endless(&self) -> usize {
        self.endless.len()
    }

    /// A field begins; `mark` is its `w:fldChar`.
    pub fn begin(&mut self, mark: &Element) {
        if self.endless.contains(&std::ptr::from_ref(mark)) {
            return;
        }
        let form = mark.child("w:ffData").and_then(form);
        self.open.push(Open { instruction: String::new(), is_code: true, form, result: None });
        self.in_code += 1;
    }

    /// Its code ends, its result begins at this piece.
    pub fn separate(&mut self, place: (usize, usize)) {
        if let Some(field) = self.open.last_mut() {
            self.in_code -= usize::from(field.is_code);
            field.is_code = false;
            field.result = Some(place);
        }
    }

    pub fn end(&mut self) -> Option<Ended> {
        let Open { instruction, form, result, is_code } = self.open.pop()?;
        self.in_code -= usize::from(is_code);
        let shows = form.or_else(|| overstrike(&instruction));
        Some(Ended { instruction, shows, result })
    }

    /// More of the code.
    pub fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| field.is_code) {
            field.instruction.push_str(text);
        }
    }
}

/// The marks of a story, in the order in which they are read.
#[derive(Default)]
struct Ends<'a> {
    begun: Vec<&'a Element>,
}

impl<'a> Ends<'a> {
    fn look(&mut self, element: &'a Element) {
        match element.name.as_str() {
            "w:fldChar" => match element.attribute("w:fldCharType") {
                Some("begin") => self.begun.push(element),
                Some("end") => drop(self.begun.pop()),
                _ => {}
            },
            // Their fields are their own; what was deleted is not read.
            "w:txbxContent" | "w:del" | "w:moveFrom" => {}
            "w:sdt" if is_placeholder(element) => {}
            "mc:AlternateContent" => alternative(element).for_each(|content| self.look(content)),
            _ => element.elements().for_each(|child| self.look(child)),
        }
    }
}

/// The bookmark of a `REF name` field, or of a `HYPERLINK "file" \l "name"` into another document.
pub(super) fn referred(instruction: &str) -> Option<&str> {
    if let [head, _, switch, name, ..] = instruction.split('"').collect::<Vec<_>>()[..]
        && head.trim().eq_ignore_ascii_case("HYPERLINK")
        && switch.trim() == "\\l"
    {
        return Some(name);
    }
    let mut words = instruction.split_whitespace();
    let is_reference = words.next()?.eq_ignore_ascii_case("REF");
    words.next().filter(|name| is_reference && !name.starts_with('\\'))
}

/// Whether a field counts figures or tables.
pub(super) fn is_sequence(instruction: &str) -> bool {
    instruction.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("SEQ"))
}

/// What a check box or a drop-down list of Word 97 shows (17.16.17).
fn form(data: &Element) -> Option<String> {
    if let Some(check_box) = data.child("w:checkBox") {
        let is_ticked = switch(check_box, "w:checked").or_else(|| switch(check_box, "w:default"));
        return Some(if is_ticked == Some(true) { TICKED } else { UNTICKED }.to_string());
    }
    let list = data.child("w:ddList")?;
    let chosen = value(list, "w:result").or_else(|| value(list, "w:default"))?.parse::<usize>().ok()?;
    let entries = list.elements().filter(|child| child.name == "w:listEntry");
    Some(entries.filter_map(|entry| entry.attribute("w:val")).nth(chosen)?.to_owned())
}
