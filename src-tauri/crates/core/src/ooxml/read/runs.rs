//! Runs: letters with their look, signs, field marks, and what hangs in the line.

use super::fields::{is_sequence, referred};
use super::markup::alternative;
use super::reader::Reader;
use super::styles::{switch, value};
use super::symbols::{is_symbol_font, shown, symbol};
use super::tree::{Look, Paragraph, Piece, Position};
use crate::ooxml::xml::Element;

/// What the properties of a run say.
struct Run<'a> {
    look: Look,
    is_hidden: bool,
    /// A font whose letters are signs.
    font: Option<&'a str>,
}

impl Reader<'_> {
    pub(super) fn run(&mut self, element: &Element, into: &mut Paragraph) {
        let run = self.properties(element.child("w:rPr"));
        element.elements().for_each(|child| self.in_run(child, &run, into));
    }

    fn properties<'e>(&self, properties: Option<&'e Element>) -> Run<'e> {
        let style = properties.and_then(|properties| value(properties, "w:rStyle"));
        let is = |name: &str| {
            let own = properties.and_then(|properties| switch(properties, name));
            own.or_else(|| self.styles.switch(style?, name))
        };
        let hidden = is("w:vanish").unwrap_or(self.hides_paragraph);
        let underline = properties.and_then(|properties| value(properties, "w:u"));
        let position = properties.and_then(|properties| value(properties, "w:vertAlign"));
        let fonts = properties.and_then(|properties| properties.child("w:rFonts"));
        let font = |name: &str| fonts?.attribute(name).filter(|font| is_symbol_font(font));
        let look = Look {
            bold: is("w:b") == Some(true),
            italic: is("w:i") == Some(true),
            underline: underline.is_some_and(|kind| kind != "none"),
            position: match position {
                Some("subscript") => Some(Position::Subscript),
                Some("superscript") => Some(Position::Superscript),
                _ => None,
            },
        };
        Run { look, is_hidden: hidden, font: font("w:ascii").or_else(|| font("w:hAnsi")) }
    }

    fn in_run(&mut self, child: &Element, run: &Run, into: &mut Paragraph) {
        match child.name.as_str() {
            "w:fldChar" => self.field_mark(child, run.look, into),
            "w:instrText" => self.fields.instruct(&child.all_text()),
            // 带圈字符 may hold its letters as text of the code.
            "w:t" if run.is_hidden || self.fields.in_code() => self.fields.instruct(&child.all_text()),
            _ if run.is_hidden || self.fields.in_code() => {}
            "w:t" => push(into, shown(run.font, &child.all_text()), run.look),
            "w:tab" | "w:ptab" => push(into, " ".into(), run.look),
            "w:br" if matches!(child.attribute("w:type"), Some("page" | "column")) => {
                push(into, " ".into(), run.look);
            }
            "w:br" | "w:cr" => into.pieces.push(Piece::Break(run.look)),
            "w:noBreakHyphen" => push(into, "-".into(), run.look),
            "w:sym" => push(into, sign(child), run.look),
            "w16se:symEx" => push(into, extended(child), run.look),
            "w:footnoteReference" => self.note("footnote", child, into),
            "w:endnoteReference" => self.note("endnote", child, into),
            "w:drawing" | "w:pict" | "w:object" => {
                let pieces = self.drawing(child);
                into.pieces.extend(pieces);
            }
            "w:ruby" => child.child("w:rubyBase").into_iter().for_each(|base| self.inline(base, into)),
            "mc:AlternateContent" => {
                for content in alternative(child) {
                    content.elements().for_each(|inner| self.in_run(inner, run, into));
                }
            }
            _ => {}
        }
    }

    fn field_mark(&mut self, mark: &Element, look: Look, into: &mut Paragraph) {
        match mark.attribute("w:fldCharType") {
            Some("begin") => self.fields.begin(mark),
            Some("separate") => {
                // What it shows must not join the text before it.
                into.pieces.push(Piece::Bookmark(String::new()));
                self.fields.separate((self.paragraph, into.pieces.len()));
            }
            Some("end") => {
                let Some(field) = self.fields.end() else { return };
                into.is_sequence |= is_sequence(&field.instruction);
                if self.fields.in_code() {
                    return;
                }
                let result = field
                    .result
                    .filter(|(paragraph, at)| *paragraph == self.paragraph && *at <= into.pieces.len());
                if let (Some(bookmark), Some((_, at))) = (referred(&field.instruction), result) {
                    refer(into, at, bookmark);
                } else if let Some(shows) = field.shows {
                    // A result that Word keeps of such a field is not what it shows.
                    result.into_iter().for_each(|(_, at)| into.pieces.truncate(at));
                    push(into, shows, look);
                }
            }
            _ => {}
        }
    }

    fn note(&mut self, kind: &'static str, mark: &Element, into: &mut Paragraph) {
        let id = mark.attribute("w:id").unwrap_or_default();
        // A note stands once, and has no notes of its own: one that refers to itself would never end.
        let Some(note) = self.notes.remove(&(kind, id.to_owned())) else { return };
        let others = std::mem::take(&mut self.notes);
        let blocks = self.apart(|reader| reader.story(note));
        self.notes = others;
        into.pieces.push(Piece::Note(blocks));
    }
}

/// Turns the pieces from here on into a reference that shows their text.
pub(super) fn refer(into: &mut Paragraph, at: usize, bookmark: &str) {
    let shown = Paragraph { pieces: into.pieces.split_off(at), ..Paragraph::default() };
    let look = shown.pieces.iter().find_map(|piece| match piece {
        Piece::Text(_, look) => Some(*look),
        _ => None,
    });
    let (bookmark, text, look) = (bookmark.to_owned(), shown.text(), look.unwrap_or_default());
    into.pieces.push(Piece::Reference { bookmark, text, look });
}

/// Adds text; neighbours that look alike are one: proofing and editing split them anywhere.
pub(super) fn push(into: &mut Paragraph, text: String, look: Look) {
    match into.pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(Piece::Text(before, same)) if *same == look => before.push_str(&text),
        _ => into.pieces.push(Piece::Text(text, look)),
    }
}

/// A character of a symbol font; what is not known is shown as a box.
fn sign(element: &Element) -> String {
    let code = element.attribute("w:char").and_then(|code| u32::from_str_radix(code, 16).ok());
    let known = code.and_then(|code| symbol(element.attribute("w:font").unwrap_or_default(), code));
    known.unwrap_or('□').to_string()
}

/// A character by its code ([MS-DOCX] 2.9.1).
fn extended(element: &Element) -> String {
    let code = element.attribute("w16se:char").and_then(|code| u32::from_str_radix(code, 16).ok());
    code.and_then(char::from_u32).map_or_else(String::new, String::from)
}
