//! How many lines a paragraph takes.

/// Height of a single-spaced line of a Chinese font, in parts of its size: Word gives 宋体 30 % leading.
pub(in crate::documents) const LINE_HEIGHT: f32 = 1.3;
/// The blank that Word puts between a Chinese character and a Latin letter or digit, in ems.
const MIXED_GAP: f32 = 0.25;
/// Widths of the printable ASCII characters of Times New Roman in thousandths of an em, from the blank on.
const LATIN_WIDTHS: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333,
    389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469,
    500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
    278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];
/// May not begin a line.
const CLOSING: &str = "。，、；：？！）》〉」』】〕”’％…—·,.;:?!)%]}";
/// Of those: one may hang over the margin.
const HANGING: &str = "。，、；：？！,.:;?!";
/// May not end a line.
const OPENING: &str = "（《〈「『【〔“‘([{";

/// Whether a character may not begin a line.
pub(in crate::documents) fn is_closing(character: char) -> bool {
    CLOSING.contains(character)
}

/// Whether a character may not end a line.
pub(in crate::documents) fn is_opening(character: char) -> bool {
    OPENING.contains(character)
}

fn width(character: char) -> f32 {
    match character {
        ' '..='~' => f32::from(LATIN_WIDTHS[character as usize - 0x20]) / 1000.0,
        '\u{a0}'..='\u{2ff}' | '\u{370}'..='\u{4ff}' => 0.5,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        _ => 1.0,
    }
}

fn is_latin(character: char) -> bool {
    character.is_ascii_graphic() || ('\u{a1}'..='\u{4ff}').contains(&character)
}

/// The width of a text on one line, in points.
pub(in crate::documents) fn text_width(text: &str, size: f32) -> f32 {
    let mut total = 0.0;
    let mut before = None;
    for character in text.chars() {
        total += width(character) + gap(before, character);
        before = Some(character);
    }
    total * size
}

/// The width of the widest part of a text that may not be parted, in points.
pub(in crate::documents) fn widest_word(text: &str, size: f32) -> f32 {
    let mut rest = text;
    let mut widest = 0.0;
    while let Some(unit) = next_unit(rest) {
        rest = &rest[unit.len()..];
        widest = f32::max(widest, text_width(unit, size));
    }
    widest
}

fn gap(before: Option<char>, character: char) -> f32 {
    let letter = |character: char| character.is_alphanumeric();
    match before {
        Some(before) if is_latin(before) != is_latin(character) && letter(before) && letter(character) => {
            MIXED_GAP
        }
        _ => 0.0,
    }
}

/// How many lines a paragraph of `size` points takes in a column `column` points wide, the first line indented by
/// `indent` points. Line feeds break lines.
pub(in crate::documents) fn line_count(text: &str, size: f32, column: f32, indent: f32) -> usize {
    let lines = text.split('\n').enumerate();
    lines
        .map(|(index, line)| wrapped(line, column / size, if index == 0 { indent / size } else { 0.0 }))
        .sum()
}

/// `column` and `indent` in ems.
fn wrapped(text: &str, column: f32, indent: f32) -> usize {
    let (mut lines, mut at) = (1, indent);
    let mut rest = text;
    let mut before = None;
    while let Some(unit) = next_unit(rest) {
        rest = &rest[unit.len()..];
        let first = unit.chars().next();
        let space = first.map_or(0.0, |first| gap(before, first));
        let wide = unit.chars().map(width).sum::<f32>();
        let hangs =
            first.is_some_and(|first| unit.len() == first.len_utf8() && (hangs(first) || first == ' '));
        if at + space + wide > column && at > 0.0 && !hangs {
            lines += 1;
            at = 0.0;
        } else {
            at += space;
        }
        at += wide;
        if at > column && !hangs {
            let more = (at / column).ceil() as usize - 1;
            lines += more;
            at -= more as f32 * column;
        }
        before = unit.chars().last();
    }
    lines
}

fn hangs(character: char) -> bool {
    HANGING.contains(character)
}

/// What may not be parted: a word of Latin letters, or a Chinese character with the brackets opening before it; and the
/// marks that close it, but for one that hangs.
fn next_unit(text: &str) -> Option<&str> {
    let mut opening = true;
    let mut latin = false;
    for (index, character) in text.char_indices() {
        let word = is_latin(character) && !OPENING.contains(character);
        let runs_on = opening || (latin && word) || closes(&text[index..]);
        if index > 0 && !runs_on {
            return Some(&text[..index]);
        }
        opening = OPENING.contains(character);
        latin = word;
    }
    (!text.is_empty()).then_some(text)
}

/// Whether the marks that stand next belong to what is before them.
fn closes(rest: &str) -> bool {
    let marks = rest.chars().take_while(|&character| is_closing(character));
    match (rest.chars().next(), marks.count()) {
        (Some(first), 1) => !hangs(first),
        (_, marks) => marks > 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, column: f32, indent: f32, expected: usize) {
        assert_eq!(line_count(text, 1.0, column, indent), expected, "{text}");
    }

    #[test]
    fn chinese_breaks_after_any_character() {
        check("一二三四五六七八九十", 5.0, 0.0, 2);
        check("一二三四五六七八九十", 5.0, 2.0, 3);
        check("", 5.0, 2.0, 1);
        check("一\n二", 5.0, 0.0, 2);
    }

    #[test]
    fn punctuation_hangs_and_brackets_stay_with_what_they_open() {
        check("一二三四五。", 5.0, 0.0, 1);
        check("一二三四（五", 5.0, 0.0, 2);
        check("一二三四五）", 5.0, 0.0, 2);
        check("一二三四五。”", 5.0, 0.0, 2);
        check("一二三（四）", 5.0, 0.0, 2);
    }

    #[test]
    fn a_word_is_not_parted_unless_longer_than_the_line() {
        check("一二三 word", 3.5, 0.0, 2);
        check(&"w".repeat(100), 10.0, 0.0, 8);
    }
}
