//! What stands in a paragraph, run by run.

use super::fields::{is_sequence, referred};
use super::markup::{alternative, is_placeholder};
use super::reader::Reader;
use super::runs::{push, refer};
use super::symbols::{TICKED, UNTICKED};
use super::tree::{Look, Paragraph, Piece};
use crate::ooxml::xml::Element;

impl Reader<'_> {
    /// Reads what stands in the line of text; what was deleted is not there.
    pub(super) fn inline(&mut self, parent: &Element, into: &mut Paragraph) {
        for child in parent.elements() {
            match child.name.as_str() {
                "w:r" => self.run(child, into),
                "w:hyperlink" | "w:ins" | "w:moveTo" | "w:smartTag" | "w:customXml" | "w:dir" | "w:bdo"
                | "w:sdtContent" => self.inline(child, into),
                "w:sdt" => self.control(child, into),
                "w:fldSimple" => self.simple_field(child, into),
                "w:bookmarkStart" => {
                    let name = child.attribute("w:name").unwrap_or_default();
                    into.pieces.push(Piece::Bookmark(name.to_owned()));
                }
                "mc:AlternateContent" => {
                    alternative(child).for_each(|content| self.inline(content, into));
                }
                "m:oMath" | "m:oMathPara" => into.pieces.push(Piece::Equation(letters(child))),
                _ => {}
            }
        }
    }

    /// A control in the line: a check box shows its state, one that is not filled in shows nothing.
    fn control(&mut self, control: &Element, into: &mut Paragraph) {
        let properties = control.child("w:sdtPr");
        if let Some(check_box) = properties.and_then(|properties| properties.child("w14:checkbox")) {
            if !self.fields.in_code() {
                let state = check_box.child("w14:checked").and_then(|state| state.attribute("w14:val"));
                let is_ticked = matches!(state, Some("1" | "true"));
                push(into, if is_ticked { TICKED } else { UNTICKED }.into(), Look::default());
            }
        } else if !is_placeholder(control)
            && let Some(content) = control.child("w:sdtContent")
        {
            self.inline(content, into);
        }
    }

    fn simple_field(&mut self, field: &Element, into: &mut Paragraph) {
        let instruction = field.attribute("w:instr").unwrap_or_default();
        into.is_sequence |= is_sequence(instruction);
        let begin = into.pieces.len();
        // What is pushed must not join the text before the field.
        let shown = &mut Paragraph::default();
        self.inline(field, shown);
        into.pieces.append(&mut shown.pieces);
        if let Some(bookmark) = referred(instruction) {
            refer(into, begin, bookmark);
        }
    }
}

/// The letters of an equation, fractions and the like without their lines.
fn letters(equation: &Element) -> String {
    let mut text = String::new();
    equation.visit(&mut |element| {
        if element.name == "m:t" {
            text.push_str(&element.all_text());
        }
    });
    text
}
