//! The multi-level numbering of headings (一、 （一） 1. （1）) and lists.

use crate::documents::style::id;
use crate::ooxml::{Document, Indent, Level, List, Numbering, Paragraph, Style, Suffix};

const HEADINGS: usize = 1;
const BULLETS: usize = 2;
const ORDERED: usize = 3;
/// The first of the numbered lists, each of which counts from 1.
const FIRST_ORDERED: usize = 10;
/// Twips a list level is indented by.
const LIST_INDENT: i32 = 560;
/// The same in the cells of tables.
const CELL_INDENT: i32 = 340;
const LIST_LEVELS: usize = crate::form::rich_text::MAX_LIST_DEPTH;

/// The numbers of headings, from the first heading on.
#[derive(Debug, Default)]
pub(in crate::documents) struct HeadingNumbers([usize; 4]);

impl HeadingNumbers {
    /// What Word will print before the next heading, which is of this level, from 0.
    pub fn before_next(&mut self, level: usize) -> String {
        self.0[level] += 1;
        self.0[level + 1..].fill(0);
        printed(level, self.0[level])
    }
}

fn printed(level: usize, number: usize) -> String {
    match level {
        0 => format!("{}、", chinese(number)),
        1 => format!("（{}）", chinese(number)),
        // The blank keeps it apart from a heading that begins with a number (3. 0.22μm).
        2 => format!("{number}. "),
        _ => format!("（{number}）"),
    }
}

/// 一, 二, … 十, 十一, … as `chineseCountingThousand` counts (17.18.59).
fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match number {
        0 => "〇".into(),
        1..=9 => DIGITS[number].into(),
        10..=19 => format!("十{}", DIGITS[number - 10]),
        20..=99 => format!("{}十{}", DIGITS[number / 10], DIGITS[number % 10]),
        100..=999 => format!("{}百{}", DIGITS[number / 100], behind_hundreds(number % 100)),
        _ => number.to_string(),
    }
}

fn behind_hundreds(rest: usize) -> String {
    match rest {
        0 => String::new(),
        1..=9 => format!("〇{}", chinese(rest)),
        10..=19 => format!("一{}", chinese(rest)),
        _ => chinese(rest),
    }
}

/// The numbering of the first bulleted or of the `ordered`-th numbered list (from 0) at a level from 0.
pub(in crate::documents) fn list_item(
    paragraph: Paragraph,
    ordered: Option<usize>,
    level: usize,
) -> Paragraph {
    let numbering = ordered.map_or(BULLETS, |list| FIRST_ORDERED + list);
    paragraph.numbering(numbering, level.min(LIST_LEVELS - 1))
}

/// Twips from the margin to the text of a list item at a level from 0.
pub(super) fn list_indent(level: usize) -> i32 {
    LIST_INDENT * (level as i32 + 2)
}

/// The same in the cell of a table, where it begins at the cell's edge.
pub(super) fn cell_item(paragraph: Paragraph, ordered: Option<usize>, level: usize) -> Paragraph {
    let (left, first_line) = (Some(cell_indent(level)), Some(-CELL_INDENT));
    list_item(paragraph, ordered, level).indent(Indent { left, first_line, ..Indent::default() })
}

/// Twips from the edge of a cell to the text of an item at a level from 0.
pub(super) fn cell_indent(level: usize) -> i32 {
    CELL_INDENT * (level as i32 + 1)
}

/// Adds the definitions, with as many numbered lists as there are, and ties the headings to theirs.
pub(in crate::documents) fn add(document: &mut Document, ordered_lists: usize) {
    document.styles = std::mem::take(&mut document.styles).into_iter().map(tied_to_headings).collect();
    add_lists(document, ordered_lists);
    document.lists.insert(0, headings());
    document.numberings.insert(0, Numbering::new(HEADINGS, HEADINGS));
}

/// Those of lists only.
pub(in crate::documents) fn add_lists(document: &mut Document, ordered_lists: usize) {
    document.lists = vec![bullets(), ordered()];
    let restarted = |list: usize| Numbering::new(FIRST_ORDERED + list, ORDERED).restarted(LIST_LEVELS);
    document.numberings = vec![Numbering::new(BULLETS, BULLETS)];
    document.numberings.extend((0..ordered_lists).map(restarted));
}

fn tied_to_headings(style: Style) -> Style {
    match id::HEADINGS.iter().position(|heading| *heading == style.id()) {
        Some(level) => style.numbering(HEADINGS, level),
        None => style,
    }
}

fn headings() -> List {
    let formats = [
        ("chineseCountingThousand", "%1、", Suffix::Nothing),
        ("chineseCountingThousand", "（%2）", Suffix::Nothing),
        ("decimal", "%3.", Suffix::Space),
        ("decimal", "（%4）", Suffix::Nothing),
    ];
    let level = |(level, (format, text, suffix)): (usize, (&'static str, &str, Suffix))| Level {
        format,
        text: text.to_owned(),
        suffix,
        indent: Indent { left: Some(0), first_line: Some(0), ..Indent::default() },
        style: Some(id::HEADINGS[level]),
    };
    List { id: HEADINGS, levels: formats.into_iter().enumerate().map(level).collect() }
}

fn bullets() -> List {
    let level = |level: usize| list_level(level, "bullet", ["●", "○", "■"][level % 3].into());
    List { id: BULLETS, levels: (0..LIST_LEVELS).map(level).collect() }
}

fn ordered() -> List {
    let formats = ["decimal", "lowerLetter", "lowerRoman"];
    let level = |level: usize| list_level(level, formats[level % 3], format!("%{})", level + 1));
    List { id: ORDERED, levels: (0..LIST_LEVELS).map(level).collect() }
}

fn list_level(level: usize, format: &'static str, text: String) -> Level {
    let indent =
        Indent { left: Some(list_indent(level)), first_line: Some(-LIST_INDENT), ..Indent::default() };
    Level { format, text, suffix: Suffix::Tab, indent, style: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_numbered_as_word_counts() {
        let printed_ones = [(0, 1), (0, 10), (1, 11), (1, 20), (1, 35), (1, 101), (1, 110), (2, 3), (3, 4)];
        let found = printed_ones.map(|(level, number)| printed(level, number));
        assert_eq!(
            found,
            [
                "一、",
                "十、",
                "（十一）",
                "（二十）",
                "（三十五）",
                "（一百〇一）",
                "（一百一十）",
                "3. ",
                "（4）"
            ]
        );
    }
}
