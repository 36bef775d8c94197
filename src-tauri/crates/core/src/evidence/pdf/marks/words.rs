//! Text in a box: what a text field shows, and what is written on a page.

use super::pen::{Use, colour};
use crate::evidence::pdf::write::{self, number};
use hayro::hayro_syntax::object::Rect;
use std::fmt::Write;

/// Widths of Helvetica from the space to the tilde, in thousandths of the size (Adobe's font metrics).
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// A line is so many times as high as its letters.
const LEADING: f64 = 1.2;

/// The largest text that fits by itself, and the smallest, in points.
const SIZES: (f64, f64) = (12.0, 4.0);

/// How text is written: its size in points (0 is as large as fits), its colour, and the font it is like.
pub(super) struct Style {
    pub size: f64,
    pub colour: String,
    pub font: &'static str,
}

/// Where the lines of a text lie in its box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// One, in the middle of the height.
    Single,
    /// From the top, broken where the box ends.
    Wrapped,
}

/// A text in a box.
pub(super) struct Words<'a> {
    pub text: &'a str,
    pub area: Rect,
    pub style: &'a Style,
    pub lines: Lines,
    /// 0 left, 1 in the middle, 2 right.
    pub quadding: u32,
}

impl Style {
    /// What a default appearance says (ISO 32000-1, 12.7.3.3): operators for the font and the colour.
    ///
    /// `font` gives the standard font that is most like the one of a name.
    pub fn of(operators: &str, font: impl Fn(&str) -> &'static str) -> Style {
        let mut style = Style { size: 0.0, colour: String::new(), font: "Helvetica" };
        let mut operands: Vec<&str> = Vec::new();
        for token in operators.split_ascii_whitespace() {
            match token {
                "Tf" => {
                    let [.., name, size] = operands[..] else { continue };
                    style.size = size.parse().unwrap_or(0.0);
                    style.font = font(name.trim_start_matches('/'));
                }
                "g" | "rg" | "k" => {
                    let values: Vec<f64> = operands.iter().filter_map(|value| value.parse().ok()).collect();
                    style.colour = colour(&values, Use::Fill).unwrap_or_default();
                }
                operand => {
                    operands.push(operand);
                    continue;
                }
            }
            operands.clear();
        }
        style
    }
}

impl Words<'_> {
    /// The operators that write it.
    pub fn write(&self) -> String {
        let size = self.size();
        let lines = self.broken(size);
        let leading = size * LEADING;
        let first = match self.lines {
            Lines::Single => (self.area.y0 + self.area.y1) / 2.0 - size * 0.35,
            Lines::Wrapped => self.area.y1 - size,
        };
        let mut out = format!("q BT {}", self.style.colour);
        for (number, line) in lines.iter().enumerate() {
            let free = self.area.width() - width(line, self.style.font) * size;
            let x = self.area.x0 + free * f64::from(self.quadding.min(2)) / 2.0;
            let y = first - leading * number as f64;
            out += &at(x, y);
            show(line, size, &mut out);
        }
        out + "ET Q "
    }

    /// The size given, or the largest at which the text fits.
    fn size(&self) -> f64 {
        if self.style.size > 0.0 {
            return self.style.size;
        }
        let fits = |size: &f64| {
            let lines = self.broken(*size);
            let high = lines.len() as f64 * size * LEADING <= self.area.height() + size * 0.2;
            high && lines.iter().all(|line| width(line, self.style.font) * size <= self.area.width() + 0.1)
        };
        let sizes = (0..=16).map(|step| SIZES.0 - f64::from(step) * 0.5);
        sizes.into_iter().find(fits).unwrap_or(SIZES.1)
    }

    fn broken(&self, size: f64) -> Vec<String> {
        let given = self.text.replace("\r\n", "\n").replace('\r', "\n");
        match self.lines {
            Lines::Single => vec![given.replace('\n', " ")],
            Lines::Wrapped => given
                .split('\n')
                .flat_map(|line| wrapped(line, self.area.width() / size, self.style.font))
                .collect(),
        }
    }
}

/// Breaks a line after spaces, and anywhere in Chinese; `longest` is in sizes of the font.
fn wrapped(line: &str, longest: f64, font: &str) -> Vec<String> {
    let (mut lines, mut present) = (Vec::new(), String::new());
    for word in line.split_inclusive(|character: char| character == ' ' || !character.is_ascii()) {
        let longer = present.clone() + word;
        if !present.is_empty() && width(longer.trim_end(), font) > longest {
            lines.push(std::mem::replace(&mut present, word.to_owned()));
        } else {
            present = longer;
        }
    }
    lines.push(present);
    lines
}

/// How wide a text is at size 1.
pub(super) fn width(text: &str, font: &str) -> f64 {
    let one = |character: char| match (character as usize).checked_sub(' ' as usize) {
        Some(at) if at < WIDTHS.len() && font.starts_with("Courier") => 600,
        Some(at) if at < WIDTHS.len() => WIDTHS[at],
        _ if is_latin(character) => 556,
        _ => 1000,
    };
    text.chars().map(|character| f64::from(one(character)) / 1000.0).sum()
}

/// Places the text that follows.
pub(super) fn at(x: f64, y: f64) -> String {
    format!("1 0 0 1 {} {} Tm ", number(x), number(y))
}

/// Shows a line: what Latin letters are there in theirs, the rest in a Chinese font.
pub(super) fn show(line: &str, size: f64, out: &mut String) {
    let characters: Vec<char> = line.chars().filter(|character| !character.is_control()).collect();
    for run in characters.chunk_by(|one, other| is_latin(*one) == is_latin(*other)) {
        let latin = is_latin(run[0]);
        let bytes: Vec<u8> = if latin {
            run.iter().map(|character| *character as u32 as u8).collect()
        } else {
            run.iter().collect::<String>().encode_utf16().flat_map(u16::to_be_bytes).collect()
        };
        let mut text = Vec::new();
        write::string(&bytes, &mut text);
        let font = if latin { "L" } else { "C" };
        let _ = write!(out, "/{font} {} Tf {} Tj ", number(size), String::from_utf8_lossy(&text));
    }
}

/// Whether Windows' Latin encoding has a character at its own number.
fn is_latin(character: char) -> bool {
    matches!(character, ' '..='~' | '\u{A0}'..='\u{FF}')
}

/// The text of a string (ISO 32000-1, 7.9.2.2).
pub(super) fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let units: Vec<u16> =
                rest.as_chunks::<2>().0.iter().map(|unit| u16::from_be_bytes(*unit)).collect();
            String::from_utf16_lossy(&units)
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_after_spaces_and_anywhere_in_chinese() {
        let check = |text: &str, longest: f64, expected: &[&str]| {
            assert_eq!(wrapped(text, longest, "Helvetica"), expected, "{text}");
        };
        check("one two", 10.0, &["one two"]);
        check("one two", 2.0, &["one ", "two"]);
        check("质量标杆申报", 4.0, &["质量标杆", "申报"]);
        check("", 4.0, &[""]);
    }

    #[test]
    fn a_text_is_of_any_of_three_codings() {
        let check = |bytes: &[u8], expected: &str| assert_eq!(decoded(bytes), expected);
        check(b"\xFE\xFF\x8D\x28\x91\xCF", "质量");
        check("\u{FEFF}质量".as_bytes(), "质量");
        check(b"caf\xE9", "café");
    }
}
