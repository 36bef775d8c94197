//! Captions of figures and tables, told by their style or by how they begin.

use crate::ooxml::read::{Paragraph, Role};
use crate::text::half_width;

/// A caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// Whether it begins with 表, and not with 图.
    pub is_table: bool,
    /// Its number as typed, such as `1` or `2-1`; empty where it has none.
    pub number: String,
    /// Its words.
    pub words: String,
}

/// Longer lines are no captions.
const LONGEST: usize = 60;

/// 图1 标题 or 表 2：标题, with or without a field for the number; not 图1所示的模式….
pub fn caption(paragraph: &Paragraph) -> Option<Caption> {
    let text = paragraph.text();
    let text = text.trim();
    if text.chars().nth(LONGEST).is_some() || text.ends_with(['。', '；']) || text.contains('\n') {
        return None;
    }
    let styled = paragraph.role == Role::Caption;
    let labelled = text.strip_prefix('附').unwrap_or(text);
    let is_table = labelled.starts_with('表');
    let behind = labelled.strip_prefix(['图', '表'])?.trim_start();
    let length = behind.chars().take_while(|c| is_of_number(*c)).count();
    let at = behind.char_indices().nth(length).map_or(behind.len(), |(at, _)| at);
    let (number, title) = behind.split_at(at);
    let number = half_width(number).replace(['—', '–', '－', '．'], "-").trim_matches(['-', '.']).to_owned();
    let begins =
        title.starts_with([' ', '\u{3000}', ':', '：', '\t', '.', '、', '\u{A0}']) || title.is_empty();
    let is_numbered = !number.is_empty() && (begins || styled || paragraph.is_sequence);
    let is_unnumbered = number.is_empty() && styled && begins;
    (is_numbered || is_unnumbered).then(|| {
        let words = title.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '.' | '、'));
        Caption { is_table, number, words: words.to_owned() }
    })
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || matches!(c, '-' | '.' | '—' | '–' | '－' | '．')
}
