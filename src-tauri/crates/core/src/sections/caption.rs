//! Captions of figures and tables, told by their style or by how they begin.

use super::split::part;
use crate::ooxml::read::{Paragraph, Role};
use crate::text::half_width;
use std::borrow::Cow;

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

/// The captions that stand beside one another in a line, each by itself: 图1 改进前    图2 改进后. Any other paragraph
/// stays as it is.
pub fn captions_apart(paragraph: &Paragraph) -> Vec<Cow<'_, Paragraph>> {
    let text = paragraph.text();
    let mut cuts = cuts(&text);
    if cuts.is_empty() {
        return vec![Cow::Borrowed(paragraph)];
    }
    cuts.insert(0, 0);
    cuts.push(text.len());
    let between = |ends: &[usize]| {
        let pieces = part(&paragraph.pieces, ends[0], ends[1]);
        Paragraph { pieces, ..paragraph.clone() }
    };
    let parts: Vec<Paragraph> = cuts.windows(2).map(between).collect();
    match parts.iter().all(|part| caption(part).is_some()) {
        true => parts.into_iter().map(Cow::Owned).collect(),
        false => vec![Cow::Borrowed(paragraph)],
    }
}

/// Where further captions begin: behind the first blank of a wide gap, what hangs beside the words before stays there.
fn cuts(text: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut at = 0;
    while let Some(gap) = text[at..].find(char::is_whitespace) {
        let begin = at + gap;
        let rest = text[begin..].trim_start();
        let blanks = &text[begin..text.len() - rest.len()];
        let is_wide = blanks.contains('\t') || blanks.chars().nth(1).is_some();
        let number = rest.strip_prefix(['图', '表']).map(str::trim_start);
        let is_numbered = number.is_some_and(|number| number.starts_with(is_of_number));
        if begin > 0 && is_wide && is_numbered {
            cuts.push(begin + blanks.chars().next().map_or(0, char::len_utf8));
        }
        at = begin + blanks.len();
    }
    cuts
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || matches!(c, '-' | '.' | '—' | '–' | '－' | '．')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ooxml::read::Piece;

    fn check(text: &str, expected: &[&str]) {
        let pieces = vec![Piece::Text(text.into(), Default::default())];
        let paragraph = Paragraph { pieces, ..Paragraph::default() };
        let parts: Vec<String> =
            captions_apart(&paragraph).iter().map(|part| part.text().trim().to_owned()).collect();
        assert_eq!(parts, expected);
    }

    #[test]
    fn captions_on_one_line_are_told_apart() {
        check("图1 改进前          图2 改进后", &["图1 改进前", "图2 改进后"]);
        check("图1 改进前\t图2 改进后\t图 3 对比", &["图1 改进前", "图2 改进后", "图 3 对比"]);
        check("图1 改进前 图2 改进后", &["图1 改进前 图2 改进后"]);
        check("如图1所示    图2 改进后", &["如图1所示    图2 改进后"]);
        check("图1 图集    图样", &["图1 图集    图样"]);
    }
}
