//! A text as tokens: words, years and numbers.

use super::lexicon::{Lexicon, Word};
use crate::number;
use crate::text::half_width;
use rust_decimal::Decimal;

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Word(Word),
    /// `2023年`, `2023年和2025年`, `2023—2025年`.
    Years(Vec<u16>),
    Number(Number),
    Comma,
    Semicolon,
    Stop,
    /// Anything else.
    Other,
}

/// A number of the text, in the unit it bears.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::rules::consistency) struct Number {
    /// As written, with its unit.
    pub typed: String,
    pub value: Decimal,
    /// `%`, `万元`, `` for none.
    pub unit: String,
}

/// Units that figures of the tables come in, longest first where one begins another.
const UNITS: &[&str] = &[
    "吨标准煤/万元",
    "吨标煤/万元",
    "tce/万元",
    "吨/万元",
    "万元/人年",
    "万元/人",
    "亿元",
    "万元",
    "元",
    "%",
    "次",
    "分",
    "PPM",
    "ppm",
];

/// Behind a number, these make it a bound or an approximation.
const VAGUE: &[&str] = &["以上", "以下", "以内", "左右", "上下", "余", "多", "个百分点", "+"];

/// Reads a passage.
pub(super) fn read(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let text = folded(text);
    let mut rest: &str = &text;
    let mut tokens = Vec::new();
    while let Some(c) = rest.chars().next() {
        let (token, length) = match c {
            '。' | '!' | '?' | '\n' => (Some(Token::Stop), c.len_utf8()),
            ';' => (Some(Token::Semicolon), 1),
            '，' | ',' | ':' | ')' => (Some(Token::Comma), c.len_utf8()),
            '(' => (Some(Token::Comma), remark(rest).unwrap_or(1)),
            ' ' => (None, 1),
            _ if c.is_ascii_digit() => number_or_years(rest, lexicon),
            _ if c.is_ascii_alphabetic() => (Some(Token::Other), latin(rest)),
            _ => match lexicon.at(rest) {
                Some((word, length)) => (Some(Token::Word(word)), length),
                None => (Some(Token::Other), c.len_utf8()),
            },
        };
        let is_remark = c == '(' && length > 1;
        let repeats = token == Some(Token::Other) && tokens.last() == Some(&Token::Other);
        tokens.extend(token.filter(|_| !is_remark && !repeats));
        rest = &rest[length..];
    }
    tokens
}

/// Half width but for the comma of a sentence, which would pass for a thousands separator: `24，2025年`.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for (index, part) in text.split('，').enumerate() {
        if index > 0 {
            folded.push('，');
        }
        folded.push_str(&half_width(part));
    }
    folded
}

/// The length of a remark in brackets that holds no figure: `(OEE)`.
fn remark(text: &str) -> Option<usize> {
    let end = text.find(')').filter(|end| *end <= 60)?;
    (!text[..end].bytes().any(|byte| byte.is_ascii_digit())).then_some(end + 1)
}

fn latin(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '/' | '-' | '_'))
        .unwrap_or(text.len())
}

fn number_or_years(text: &str, lexicon: &Lexicon) -> (Option<Token>, usize) {
    if let Some((years, length)) = years(text) {
        let behind = &text[length..];
        let is_part = behind.starts_with(|c: char| c.is_ascii_digit())
            || [
                "上半年",
                "下半年",
                "第",
                "一季",
                "二季",
                "三季",
                "四季",
                "起",
                "以来",
                "以前",
                "之前",
                "前",
                "初",
                "至今",
                "开始",
                "立项",
            ]
            .iter()
            .any(|part| behind.starts_with(part));
        let token = if is_part { Token::Word(Word::SomeYear) } else { Token::Years(years) };
        return (Some(token), length);
    }
    number(text, lexicon)
}

/// One or more years up to the last 年.
fn years(text: &str) -> Option<(Vec<u16>, usize)> {
    let mut years: Vec<u16> = Vec::new();
    let (mut at, mut end, mut is_range) = (0, None, false);
    loop {
        let digits = text.get(at..at + 4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        let year = digits.and_then(|digits| digits.parse().ok()).filter(|year| (1990..2100).contains(year));
        let Some(year) = year else { break };
        match (is_range, years.last()) {
            (true, Some(first)) if *first < year => years.extend(*first + 1..=year),
            _ => years.push(year),
        }
        at += 4;
        if text[at..].starts_with('年') {
            at += '年'.len_utf8();
            at += text[at..].chars().next().filter(|c| "度底末".contains(*c)).map_or(0, char::len_utf8);
            end = Some((years.len(), at));
        }
        let Some(c) = text[at..].chars().next() else { break };
        is_range = matches!(c, '-' | '~' | '—' | '–' | '至' | '到');
        if !is_range && !matches!(c, '、' | '和' | '与' | '及') {
            break;
        }
        at += c.len_utf8();
        at += text[at..].chars().next().filter(|next| is_range && *next == c).map_or(0, char::len_utf8);
    }
    let (count, end) = end?;
    years.truncate(count);
    Some((years, end))
}

/// A number with its unit; a range, a bound or another unit is no number to compare.
fn number(text: &str, lexicon: &Lexicon) -> (Option<Token>, usize) {
    let part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let digits = text.find(|c| !part(c)).map_or(text, |end| &text[..end]);
    let digits = digits.trim_end_matches(['.', ',']);
    let (digits, value) = match number::parse(digits) {
        Some(value) => (digits, value),
        None => return (Some(Token::Other), digits.len()),
    };
    let behind = &text[digits.len()..];
    let unit = UNITS.iter().find(|unit| behind.starts_with(**unit)).copied().unwrap_or_default();
    let length = digits.len() + unit.len();
    let behind = &behind[unit.len()..];
    if is_vague(behind) || (unit.is_empty() && is_another_unit(behind, lexicon)) {
        return (Some(Token::Other), length + range(behind));
    }
    let number = Number { typed: text[..length].to_owned(), value, unit: unit.to_owned() };
    (Some(Token::Number(number)), length)
}

fn is_vague(behind: &str) -> bool {
    VAGUE.iter().any(|word| behind.starts_with(word)) || range(behind) > 0
}

/// The length of what makes a range of the number before: `~`, `至` and the next number.
fn range(behind: &str) -> usize {
    let sign = behind.chars().next().filter(|c| matches!(c, '~' | '-' | '—' | '–' | '至' | '/' | '±' | '×'));
    let Some(sign) = sign else { return 0 };
    let rest = &behind[sign.len_utf8()..];
    let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    if digits == 0 { 0 } else { sign.len_utf8() + digits }
}

/// Whether a word follows that is neither a known one nor the end of a phrase.
fn is_another_unit(behind: &str, lexicon: &Lexicon) -> bool {
    let Some(c) = behind.chars().next() else { return false };
    let goes_on = matches!(lexicon.at(behind), Some((Word::Link | Word::Joiner | Word::Compare, _)));
    (c.is_alphanumeric() || matches!(c, '‰' | '℃' | 'μ')) && !goes_on
}
