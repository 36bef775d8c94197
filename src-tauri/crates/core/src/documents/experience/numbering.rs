//! The multi-level numbering of headings (一、 （一） 1. （1）) and lists.

use crate::documents::style::id;
use docx_rs::{
    AbstractNumbering, Docx, IndentLevel, Level, LevelJc, LevelOverride, LevelSuffixType, LevelText,
    NumberFormat, Numbering, NumberingId, Paragraph, SpecialIndentType, Start, Style,
};

const HEADINGS: usize = 1;
const BULLETS: usize = 2;
const ORDERED: usize = 3;
/// The first of the numbered lists, each of which counts from 1.
const FIRST_ORDERED: usize = 10;
/// Twips a list level is indented by.
const LIST_INDENT: i32 = 560;
const LIST_LEVELS: usize = crate::form::rich_text::MAX_LIST_DEPTH;

/// What Word will print before a heading of this level, from 0.
pub(super) fn printed(level: usize, number: usize) -> String {
    match level {
        0 => format!("{}、", chinese(number)),
        1 => format!("（{}）", chinese(number)),
        2 => format!("{number}."),
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
        100..=999 => {
            let rest = number % 100;
            let rest = match rest {
                0 => String::new(),
                1..=9 => format!("〇{}", DIGITS[rest]),
                10..=19 => format!("一{}", chinese(rest)),
                _ => chinese(rest),
            };
            format!("{}百{rest}", DIGITS[number / 100])
        }
        _ => number.to_string(),
    }
}

/// The numbering of the first bulleted or of the `ordered`-th numbered list (from 0) at a level from 0.
pub(super) fn list_item(paragraph: Paragraph, ordered: Option<usize>, level: usize) -> Paragraph {
    let numbering = ordered.map_or(BULLETS, |list| FIRST_ORDERED + list);
    paragraph.numbering(NumberingId::new(numbering), IndentLevel::new(level.min(LIST_LEVELS - 1)))
}

/// Twips from the margin to the text of a list item at a level from 0.
pub(super) fn list_indent(level: usize) -> i32 {
    LIST_INDENT * (level as i32 + 2)
}

/// Adds the definitions, with as many numbered lists as there are, and ties the headings to theirs.
pub(super) fn add(mut docx: Docx, ordered_lists: usize) -> Docx {
    for style in &mut docx.styles.styles {
        tie_to_headings(style);
    }
    let docx = docx.add_abstract_numbering(headings()).add_numbering(Numbering::new(HEADINGS, HEADINGS));
    let docx = docx.add_abstract_numbering(bullets()).add_numbering(Numbering::new(BULLETS, BULLETS));
    let docx = docx.add_abstract_numbering(ordered());
    (0..ordered_lists).fold(docx, |docx, list| docx.add_numbering(restarted(FIRST_ORDERED + list)))
}

fn tie_to_headings(style: &mut Style) {
    if let Some(level) = id::HEADINGS.iter().position(|heading| *heading == style.style_id) {
        let property = std::mem::take(&mut style.paragraph_property);
        style.paragraph_property = property.numbering(NumberingId::new(HEADINGS), IndentLevel::new(level));
    }
}

fn restarted(list: usize) -> Numbering {
    let overrides = (0..LIST_LEVELS).map(|level| LevelOverride::new(level).start(1));
    Numbering::new(list, ORDERED).overrides(overrides.collect())
}

fn level(level: usize, format: &str, text: &str) -> Level {
    Level::new(level, Start::new(1), NumberFormat::new(format), LevelText::new(text), LevelJc::new("left"))
}

fn headings() -> AbstractNumbering {
    let formats = [
        ("chineseCountingThousand", "%1、"),
        ("chineseCountingThousand", "（%2）"),
        ("decimal", "%3."),
        ("decimal", "（%4）"),
    ];
    let levels = formats.into_iter().enumerate().map(|(index, (format, text))| {
        level(index, format, text)
            .paragraph_style(id::HEADINGS[index])
            .suffix(LevelSuffixType::Nothing)
            .indent(Some(0), Some(SpecialIndentType::FirstLine(0)), None, None)
    });
    levels.fold(AbstractNumbering::new(HEADINGS), AbstractNumbering::add_level)
}

fn bullets() -> AbstractNumbering {
    let levels = (0..LIST_LEVELS).map(|index| list_level(index, "bullet", ["●", "○", "■"][index % 3].into()));
    levels.fold(AbstractNumbering::new(BULLETS), AbstractNumbering::add_level)
}

fn ordered() -> AbstractNumbering {
    let formats = ["decimal", "lowerLetter", "lowerRoman"];
    let levels =
        (0..LIST_LEVELS).map(|index| list_level(index, formats[index % 3], format!("%{})", index + 1)));
    levels.fold(AbstractNumbering::new(ORDERED), AbstractNumbering::add_level)
}

fn list_level(index: usize, format: &str, text: String) -> Level {
    let hanging = Some(SpecialIndentType::Hanging(LIST_INDENT));
    level(index, format, &text).indent(Some(list_indent(index)), hanging, None, None)
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
                "3.",
                "（4）"
            ]
        );
    }
}
