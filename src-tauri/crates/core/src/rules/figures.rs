//! The numbers of a running text, each read once for all rules that compare them.

use crate::number;
use rust_decimal::Decimal;
use std::ops::Range;

/// A number in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    /// Where its digits stand.
    pub digits: Range<usize>,
    /// Its value.
    pub value: Decimal,
    /// Where the unit behind it ends; where the digits do if it has none.
    pub end: usize,
}

/// Units of one or two signs, those first that begin with others.
const UNITS: [&str; 14] =
    ["小时", "分钟", "个百分点", "百分点", "%", "％", "‰", "倍", "亿元", "万元", "元", "ppm", "PPM", "成"];

impl Figure {
    /// The unit as written, without a blank before it: `%`, `万元`, `μm`, `个`.
    pub fn unit<'t>(&self, text: &'t str) -> &'t str {
        text[self.digits.end..self.end].trim_start()
    }

    /// The text before the digits.
    pub fn before<'t>(&self, text: &'t str) -> &'t str {
        &text[..self.digits.start]
    }

    /// The text behind the unit.
    pub fn behind<'t>(&self, text: &'t str) -> &'t str {
        &text[self.end..]
    }

    /// How far the number may be off for having been rounded: one of its last place.
    pub fn step(&self) -> Decimal {
        Decimal::new(1, self.value.scale())
    }

    /// Whether it is one of several: about, over, at least, up to.
    pub fn is_vague(&self, text: &str) -> bool {
        let about =
            ["约", "近", "超", "逾", "超过", "达到约", "左右", "仅", "不足", "至少", "不低于", "不高于"];
        let more = ["以上", "以下", "以内", "左右", "多", "余", "上下", "+", "～", "~", "—", "至", "-"];
        let (before, behind) = (self.before(text), self.behind(text));
        about.iter().any(|word| before.ends_with(word)) || more.iter().any(|word| behind.starts_with(word))
    }
}

/// The numbers of a text from left to right; years, dates, codes and negative numbers are none.
pub(super) fn figures(text: &str) -> Vec<Figure> {
    let bytes = text.as_bytes();
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|start| at + start) {
        let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
        let length = bytes[start..].iter().take_while(|byte| is_part(byte)).count();
        let digits = text[start..start + length].trim_end_matches(['.', ',']);
        at = start + length;
        let end = start + digits.len();
        if !is_code(&text[..start], &text[end..], digits)
            && let Some(value) = number::parse(digits)
        {
            found.push(Figure { digits: start..end, value, end: end + unit(&text[end..]) });
        }
    }
    found
}

/// 5G, GB/T 19001, 2025年, -40℃, 3月.
fn is_code(before: &str, behind: &str, digits: &str) -> bool {
    let lead = before.chars().next_back();
    let joined =
        lead.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '±' | '−' | '第' | '.'));
    let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let dashes = ['年', '—', '-', '–', '～', '~', '、', '和'];
    joined || behind.starts_with(['月', '日']) || (is_year && behind.starts_with(dashes))
}

/// The length of a unit: a known one, Latin letters and signs, or one Chinese character that counts.
fn unit(behind: &str) -> usize {
    let blank = behind.len() - behind.trim_start_matches(' ').len();
    let behind = &behind[blank..];
    if let Some(known) = UNITS.iter().find(|known| behind.starts_with(**known)) {
        return blank + known.len();
    }
    let letter = |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '℃' | 'μ' | '²' | '³' | '·');
    let letters = behind.find(|c| !letter(c)).unwrap_or(behind.len());
    if letters > 0 {
        return blank + letters;
    }
    let counted = "项件篇家个条台套种次处吨人名天分秒亩户款支道批类起场期步米克升度张份把万亿千小";
    let one = behind.chars().next().filter(|c| counted.contains(*c)).map_or(0, char::len_utf8);
    if one == 0 { 0 } else { blank + one }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = figures(text);
        let found: Vec<(&str, &str)> =
            found.iter().map(|one| (&text[one.digits.clone()], one.unit(text))).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_come_with_their_units() {
        check("由1.42%降到0.63%", &[("1.42", "%"), ("0.63", "%")]);
        check("收入188,240万元，投入 3.2 亿元", &[("188,240", "万元"), ("3.2", "亿元")]);
        check("26项、34项和41项", &[("26", "项"), ("34", "项"), ("41", "项")]);
        check("提高9.5个百分点，1.12μm", &[("9.5", "个百分点"), ("1.12", "μm")]);
    }

    #[test]
    fn years_dates_and_codes_are_no_numbers() {
        check("2025年5月8日，2023—2025年，5G，GB/T 19001", &[("5", "G"), ("19001", "")]);
        check("-40℃，第2位，Cpk1.33", &[]);
    }
}
