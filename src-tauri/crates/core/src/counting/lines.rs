//! The lines of a document: every paragraph with what it prints.

use super::outline::{Outline, Role};
use crate::ooxml::xml::{Element, Node};

/// A paragraph.
pub(super) struct Line {
    pub(super) kind: LineKind,
    /// What it prints, without automatic numbers; a line break is a line feed.
    pub(super) text: String,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    Heading1,
    Contents,
    Caption,
    Cell,
    Other,
}

/// Longer lines are no headings.
const HEADING: usize = 40;

/// Longer lines are no captions.
const CAPTION: usize = 60;

impl Line {
    pub(super) fn may_be_heading(&self) -> bool {
        matches!(self.kind, LineKind::Heading1 | LineKind::Other) && self.text.chars().nth(HEADING).is_none()
    }
}

/// The paragraphs below a body, from top to bottom.
pub(super) fn lines(body: &Element, outline: &Outline) -> Vec<Line> {
    let mut lines = Vec::new();
    blocks(body, outline, Container::Body, &mut lines);
    lines
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Container {
    Body,
    Table,
}

fn blocks(parent: &Element, outline: &Outline, container: Container, lines: &mut Vec<Line>) {
    for child in parent.elements() {
        match child.name.as_str() {
            "w:p" => lines.push(line(child, outline, container)),
            "w:tbl" => blocks(child, outline, Container::Table, lines),
            "w:tr" | "w:tc" | "w:sdt" | "w:sdtContent" | "w:ins" | "w:moveTo" | "w:customXml"
            | "w:smartTag" => {
                blocks(child, outline, container, lines);
            }
            "mc:AlternateContent" => {
                child
                    .child("mc:Choice")
                    .into_iter()
                    .for_each(|choice| blocks(choice, outline, container, lines));
            }
            _ => {}
        }
    }
}

fn line(paragraph: &Element, outline: &Outline, container: Container) -> Line {
    let mut text = String::new();
    gather(paragraph, &mut text);
    let kind = match outline.role(paragraph) {
        _ if container == Container::Table => LineKind::Cell,
        Role::Heading1 => LineKind::Heading1,
        Role::Contents => LineKind::Contents,
        Role::Caption => LineKind::Caption,
        Role::Other if is_caption(paragraph, &text) => LineKind::Caption,
        Role::Other => LineKind::Other,
    };
    Line { kind, text }
}

/// 图1 标题 or 表 2：标题, with or without a field for the number; not 图1所示的模式….
fn is_caption(paragraph: &Element, text: &str) -> bool {
    let text = text.trim();
    if text.chars().nth(CAPTION).is_some() || text.ends_with(['。', '；']) {
        return false;
    }
    let Some(behind) = text.strip_prefix(['图', '表']) else { return false };
    let behind = behind.trim_start();
    let title = behind.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '—'));
    let numbered = behind.starts_with(|c: char| c.is_ascii_digit());
    numbered
        && (title.starts_with([' ', '\u{3000}', ':', '：', '\t'])
            || title.is_empty()
            || has_sequence(paragraph))
}

/// Whether a SEQ field numbers the paragraph (17.16.5.56).
fn has_sequence(paragraph: &Element) -> bool {
    let mut found = false;
    paragraph.visit(&mut |element| {
        let instruction = match element.name.as_str() {
            "w:fldSimple" => element.attribute("w:instr").unwrap_or_default().to_owned(),
            "w:instrText" => element.all_text(),
            _ => return,
        };
        found |= instruction.trim_start().starts_with("SEQ");
    });
    found
}

/// What stands in the line of text: not what was deleted, field codes, drawings, text boxes and equations.
fn gather(element: &Element, text: &mut String) {
    for child in element.elements() {
        match child.name.as_str() {
            "w:t" => text.extend(child.children.iter().filter_map(|node| match node {
                Node::Text(piece) => Some(piece.as_str()),
                Node::Element(_) => None,
            })),
            "w:tab" | "w:ptab" => text.push(' '),
            "w:br" | "w:cr" => text.push('\n'),
            "w:noBreakHyphen" => text.push('-'),
            // A character of a symbol font.
            "w:sym" => text.push('□'),
            "w:r" | "w:hyperlink" | "w:ins" | "w:moveTo" | "w:smartTag" | "w:customXml" | "w:sdt"
            | "w:sdtContent" | "w:fldSimple" | "w:dir" | "w:bdo" | "w:ruby" | "w:rubyBase" => {
                gather(child, text)
            }
            _ => {}
        }
    }
}
