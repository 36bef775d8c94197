//! Numbers that people type before a heading.

use crate::text::half_width;

/// A number at the beginning of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedNumber {
    /// In which form it is written.
    pub kind: NumberKind,
    /// The number itself, the last where there are several.
    pub value: usize,
    /// The byte behind it, its marks and the blanks that follow.
    pub end: usize,
}

/// The usual forms, from the highest level to the lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberKind {
    /// 第一部分 第一章
    Part,
    /// 壹、
    Formal,
    /// Ⅰ、 I.
    Roman,
    /// 一、 一，
    Chinese,
    /// （一）
    BracketedChinese,
    /// 1. 1、
    Decimal,
    /// 1.1
    Decimal2,
    /// 1.1.1
    Decimal3,
    /// （1） 1）
    BracketedDecimal,
    /// ①
    Circled,
}

const CHINESE: &str = "〇一二三四五六七八九十百";
const FORMAL: &str = "零壹贰叁肆伍陆柒捌玖拾";
const ROMAN: &str = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ";

/// The number that a line begins with, blanks before it aside.
pub fn typed_number(line: &str) -> Option<TypedNumber> {
    let folded = half_width(line);
    let text = folded.trim_start();
    let blanks = folded.chars().count() - text.chars().count();
    let (kind, value, length) = part(text)
        .or_else(|| bracketed(text))
        .or_else(|| counted(text))
        .or_else(|| decimal(text))
        .or_else(|| circled(text))?;
    // Folding keeps the count of characters, not of bytes.
    let end = line.char_indices().nth(blanks + length).map_or(line.len(), |(at, _)| at);
    let end = line.len() - line[end..].trim_start().len();
    Some(TypedNumber { kind, value, end })
}

type Read = (NumberKind, usize, usize);

/// 第一部分, 第2章.
fn part(text: &str) -> Option<Read> {
    let rest = text.strip_prefix('第')?;
    let lead = blanks(rest);
    let rest = skip(rest, lead);
    let (value, digits) = chinese(rest).or_else(|| arabic(rest))?;
    let unit = skip(rest, digits);
    let unit = ["部分", "章", "节", "篇"].into_iter().find(|word| unit.trim_start().starts_with(word))?;
    let before = 1 + lead + digits + blanks(skip(rest, digits));
    let length = before + unit.chars().count();
    Some((NumberKind::Part, value, length + marks(skip(text, length), "、.,:")))
}

/// （一） (1) 1) and the 【一】 of some.
fn bracketed(text: &str) -> Option<Read> {
    let opened = text.strip_prefix(['(', '[', '【', '〔']);
    let inner = opened.unwrap_or(text);
    let lead = blanks(inner);
    let (kind, (value, digits)) = match chinese(skip(inner, lead)) {
        Some(found) if opened.is_some() => (NumberKind::BracketedChinese, found),
        _ => (NumberKind::BracketedDecimal, arabic(skip(inner, lead))?),
    };
    let rest = skip(inner, lead + digits);
    let behind = blanks(rest);
    skip(rest, behind).strip_prefix([')', ']', '】', '〕'])?;
    let length = usize::from(opened.is_some()) + lead + digits + behind + 1;
    Some((kind, value, length + marks(skip(text, length), "、.,:")))
}

/// 一、 壹、 Ⅰ、 with a mark or a blank behind.
fn counted(text: &str) -> Option<Read> {
    let formal = || formal(text).map(|found| (NumberKind::Formal, found));
    let (kind, (value, digits)) =
        chinese(text).map(|found| (NumberKind::Chinese, found)).or_else(formal).or_else(|| roman(text))?;
    let marked = marks(skip(text, digits), "、.,:·");
    let blank = blanks(skip(text, digits + marked));
    (marked > 0 || blank > 0 || kind == NumberKind::Roman).then_some((kind, value, digits + marked + blank))
}

fn roman(text: &str) -> Option<(NumberKind, (usize, usize))> {
    let first = text.chars().next()?;
    if let Some(value) = ROMAN.chars().position(|c| c == first) {
        return Some((NumberKind::Roman, (value + 1, 1)));
    }
    let letters = text.chars().take_while(|c| matches!(c, 'I' | 'V' | 'X')).count();
    let values = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let value = values.iter().position(|roman| *roman == &text[..letters])?;
    let behind = text[letters..].chars().next()?;
    matches!(behind, '、' | '.' | ',').then_some((NumberKind::Roman, (value + 1, letters)))
}

/// 1. 1、 1.1 and `1 ` — but no 1.5倍 and no 3大举措.
fn decimal(text: &str) -> Option<Read> {
    let (mut value, mut length) = arabic(text)?;
    let mut depth = 1;
    while depth < 4
        && let Some(rest) = skip(text, length).strip_prefix('.')
        && let Some((next, digits)) = arabic(rest)
    {
        (value, length, depth) = (next, length + 1 + digits, depth + 1);
    }
    let kind = match depth {
        1 => NumberKind::Decimal,
        2 => NumberKind::Decimal2,
        _ => NumberKind::Decimal3,
    };
    let marked = marks(skip(text, length), "、.,:");
    let rest = skip(text, length + marked);
    let blank = blanks(rest);
    let is_plain = marked > 0 || blank > 0 || depth > 2;
    let next = rest.trim_start().chars().next();
    // 98.5%的 and 2025年 are no numbers of headings.
    let is_apart = marked > 0 && blank > 0;
    let is_text = next.is_none_or(|c| is_apart || !c.is_ascii_digit() && !"%％年月日倍万亿个项".contains(c));
    let is_small = value > 0 && value < 100;
    (is_plain && is_text && is_small).then_some((kind, value, length + marked + blank))
}

fn circled(text: &str) -> Option<Read> {
    let first = text.chars().next().filter(|c| ('①'..='⑳').contains(c))?;
    let value = (u32::from(first) - u32::from('①') + 1) as usize;
    Some((NumberKind::Circled, value, 1 + marks(skip(text, 1), "、.,:")))
}

/// A number and how many characters it has.
fn arabic(text: &str) -> Option<(usize, usize)> {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    (1..=3).contains(&digits).then(|| Some((text[..digits].parse().ok()?, digits))).flatten()
}

fn chinese(text: &str) -> Option<(usize, usize)> {
    read(text, CHINESE)
}

fn formal(text: &str) -> Option<(usize, usize)> {
    read(text, FORMAL)
}

/// 十一 and 二十三: digits with tens between.
fn read(text: &str, digits: &str) -> Option<(usize, usize)> {
    let place = |c: char| digits.chars().position(|digit| digit == c);
    let values: Vec<usize> = text.chars().map_while(place).take(4).collect();
    let value = match values[..] {
        [one @ 1..=10] => one,
        [10, one @ 1..10] => 10 + one,
        [tens @ 1..10, 10] => tens * 10,
        [tens @ 1..10, 10, one @ 1..10] => tens * 10 + one,
        _ => return None,
    };
    Some((value, values.len()))
}

fn marks(text: &str, of: &str) -> usize {
    usize::from(text.starts_with(|c| of.contains(c)))
}

fn blanks(text: &str) -> usize {
    text.chars().take_while(|c| c.is_whitespace()).count()
}

fn skip(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).map_or("", |(at, _)| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(NumberKind, usize, &str)>) {
        let found = typed_number(line);
        let found = found.map(|number| (number.kind, number.value, &line[number.end..]));
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn every_usual_form_is_a_number() {
        use NumberKind::*;
        for (line, kind, value) in [
            ("一、概况", Chinese, 1),
            ("二，概况", Chinese, 2),
            ("十二.概况", Chinese, 12),
            ("一 概况", Chinese, 1),
            ("壹、概况", Formal, 1),
            ("Ⅱ、概况", Roman, 2),
            ("III. 概况", Roman, 3),
            ("①概况", Circled, 1),
            ("（三）概况", BracketedChinese, 3),
            ("( 三 ) 概况", BracketedChinese, 3),
            ("（4）概况", BracketedDecimal, 4),
            ("5）概况", BracketedDecimal, 5),
            ("第一部分 概况", Part, 1),
            ("第 2 章、概况", Part, 2),
            ("1．概况", Decimal, 1),
            ("　１、 概况", Decimal, 1),
            ("1 概况", Decimal, 1),
            ("3. 概况", Decimal, 3),
            ("1.2概况", Decimal2, 2),
            ("1.2 概况", Decimal2, 2),
            ("1.2.3概况", Decimal3, 3),
        ] {
            // 1.2概况 without a blank may be a quantity.
            let expected = if line == "1.2概况" { None } else { Some((kind, value, "概况")) };
            check(line, expected);
        }
    }

    #[test]
    fn quantities_and_years_are_none() {
        for line in
            ["98.5%的", "2025年", "1.5倍", "3大举措", "一线员工", "5G技术", "第一名", "I类", "十分", ""]
        {
            check(line, None);
        }
    }
}
