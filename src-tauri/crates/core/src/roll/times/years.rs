//! Calendar years in a text, told from all other numbers.

use super::time::{Time, What};

/// Years that an application may speak of; other numbers of four digits are none.
const PLAUSIBLE: std::ops::Range<u16> = 1990..2100;

/// What joins two years: `2023—2025年`, `2023年至2025年`.
const SPANS: &str = "-—–~至到/";

/// What may follow a year of two digits, which else counts years: `25年底`, but `25年经验`.
const AFTER_SHORT: &[&str] = &[
    "底",
    "末",
    "初",
    "度",
    "上半年",
    "下半年",
    "全年",
    "第一季",
    "第二季",
    "第三季",
    "第四季",
    "一季",
    "二季",
    "三季",
    "四季",
];

/// What begins like these and is another word: 从业25年初心不改, 25年度过难关.
const NOT_AFTER_SHORT: &[&str] = &["初心", "初衷", "度过", "末位"];

/// What comes into being once.
const FOUNDING: &[&str] =
    &["成立", "创立", "创建", "创办", "建成", "建厂", "投产", "始建", "组建", "设立", "改制", "挂牌", "上市"];

/// How far behind its year such a word may stand, in characters: `2022年6月正式建成`.
const NEAR: usize = 8;

pub(super) fn years(text: &[char]) -> Vec<Time> {
    let mut found: Vec<Time> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = end_of_number(text, at);
        if end == at {
            at += 1;
            continue;
        }
        let begins_span = found.last().is_some_and(|last| joins(&text[last.at.1..at]));
        if let Some(time) = year(text, at, end, begins_span) {
            found.push(time);
        }
        at = end;
    }
    found
}

/// A year in the digits from `at` to `end`; `goes_on` where they stand behind a year and a span's mark.
fn year(text: &[char], at: usize, end: usize, goes_on: bool) -> Option<Time> {
    let (before, after) = (&text[..at], &text[end..]);
    let written = value(&text[at..end])?;
    let is_fiscal = ends_with(before, "FY") || ends_with(before, "CY");
    let digit_before = before.last().is_some_and(|c| c.is_ascii_alphanumeric() || *c == '.');
    if digit_before && !is_fiscal {
        return None;
    }
    // Behind a number and a dash stands the year of a standard: GB/T 19001-2016.
    let is_edition = before.last().is_some_and(|c| "-—–:".contains(*c)) && !goes_on;
    let followed = is_named(after, end - at) && (!is_edition || after.starts_with(&['年']));
    let is_year = match end - at {
        4 => followed || is_fiscal || begins_span(after) || before.is_empty() && after.is_empty(),
        2 => {
            is_fiscal
                || goes_on && after.starts_with(&['年'])
                || is_short(after)
                || begins_short_span(written, after)
        }
        _ => false,
    };
    let year = if end - at == 2 { 2000 + written } else { written };
    if !is_year || !PLAUSIBLE.contains(&year) {
        return None;
    }
    Some(time(text, at, end, year, is_fiscal))
}

fn time(text: &[char], at: usize, end: usize, year: u16, is_fiscal: bool) -> Time {
    let digits: String = text[at..end].iter().collect();
    let behind = AFTER_SHORT.iter().find(|word| starts_with(&text[(end + 1).min(text.len())..], word));
    let (begin, words) = match () {
        () if is_fiscal => (at - 2, text[at - 2..end].iter().collect()),
        () if end - at == 2 => (at, format!("{digits}年{}", behind.copied().unwrap_or_default())),
        () => (at, format!("{digits}年")),
    };
    let unit = usize::from(text.get(end) == Some(&'年'));
    let near: String = text[end..].iter().skip(unit).take(NEAR).collect();
    let near = near.split(['，', ',', '。', '；', '、']).next().unwrap_or_default();
    let is_founding = FOUNDING.iter().any(|word| near.contains(word));
    let what = if is_founding { What::Founding(year) } else { What::Year(year) };
    Time { words, at: (begin, end + unit), what }
}

/// What follows four digits that are a year: `2024年`, `2024 财年`, `2024-06`, `2024Q3`.
fn is_named(after: &[char], digits: usize) -> bool {
    if digits != 4 {
        return false;
    }
    let blank = after.iter().take_while(|c| **c == ' ').count();
    let after = &after[blank..];
    starts_with(after, "年") || starts_with(after, "财年") || is_date(after) || is_quarter(after)
}

/// A month behind the year: `-06`, `.6.30`, `/06/30`.
fn is_date(after: &[char]) -> bool {
    let [mark @ ('-' | '.' | '/'), rest @ ..] = after else { return false };
    let end = end_of_number(rest, 0);
    let is_month =
        (1..=2).contains(&end) && value(&rest[..end]).is_some_and(|month| (1..=12).contains(&month));
    let day = &rest[end..];
    // A month alone has two digits: 2024.5 is a number, and 2024/25 a span.
    is_month
        && (day.first() == Some(mark) && end_of_number(day, 1) > 1
            || end == 2 && *mark == '-' && !ends_year(day))
}

fn ends_year(after: &[char]) -> bool {
    after.first() == Some(&'年')
}

fn is_quarter(after: &[char]) -> bool {
    matches!(after, ['Q', '1'..='4', ..] | ['H', '1' | '2', ..])
}

fn is_short(after: &[char]) -> bool {
    let ['年', rest @ ..] = after else { return false };
    let month = end_of_number(rest, 0);
    let begins = |words: &[&str]| words.iter().any(|word| starts_with(rest, word));
    begins(AFTER_SHORT) && !begins(NOT_AFTER_SHORT) || month > 0 && rest.get(month) == Some(&'月')
}

/// `2023—2025年`, `2023至2025`: the first year of a span.
fn begins_span(after: &[char]) -> bool {
    span(after).is_some_and(|(second, digits, rest)| {
        (digits == 4 || digits == 2) && second > 0 && rest.first() == Some(&'年')
    })
}

/// `23—25年`, as a length of time would hardly be told.
fn begins_short_span(first: u16, after: &[char]) -> bool {
    span(after).is_some_and(|(second, digits, rest)| {
        digits == 2 && rest.first() == Some(&'年') && (first + 1..=first + 3).contains(&second)
    })
}

/// The number behind a span's mark, its digits and what follows.
fn span(after: &[char]) -> Option<(u16, usize, &[char])> {
    let marks = after.iter().take_while(|c| **c == ' ' || SPANS.contains(**c)).count();
    let rest = &after[marks..];
    let end = end_of_number(rest, 0);
    (marks > 0 && end > 0).then(|| value(&rest[..end]))?.map(|second| (second, end, &rest[end..]))
}

/// Whether this and nothing else stands between the two years of a span.
fn joins(between: &[char]) -> bool {
    !between.is_empty() && between.iter().all(|c| *c == ' ' || SPANS.contains(*c))
}

/// Behind the last digit of the number that begins here: ASCII, or Chinese as years are written (二〇二五).
fn end_of_number(text: &[char], at: usize) -> usize {
    let is_ascii = text.get(at).is_some_and(char::is_ascii_digit);
    let goes_on = |c: &char| if is_ascii { c.is_ascii_digit() } else { chinese(*c).is_some() };
    let begins = is_ascii || text.get(at).is_some_and(|c| *c != 'O' && chinese(*c).is_some());
    let length = if begins { text[at..].iter().take_while(|c| goes_on(c)).count() } else { 0 };
    at + length
}

fn value(digits: &[char]) -> Option<u16> {
    if digits.len() > 4 || digits.iter().any(|c| chinese(*c).is_some()) && digits.len() != 4 {
        return None;
    }
    digits.iter().try_fold(0u16, |value, c| {
        let digit = c.to_digit(10).or_else(|| chinese(*c))?;
        Some(value * 10 + digit as u16)
    })
}

/// A Chinese digit; the letter that is typed for 〇 too.
fn chinese(c: char) -> Option<u32> {
    match c {
        'O' | '○' | '零' => Some(0),
        _ => "〇一二三四五六七八九".chars().position(|digit| digit == c).map(|digit| digit as u32),
    }
}

fn starts_with(text: &[char], word: &str) -> bool {
    let mut text = text.iter();
    word.chars().all(|c| text.next() == Some(&c))
}

fn ends_with(text: &[char], word: &str) -> bool {
    let mut text = text.iter().rev();
    word.chars().rev().all(|c| text.next() == Some(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[u16]) {
        let text: Vec<char> = crate::text::half_width(text).chars().collect();
        let found = years(&text).into_iter().map(|time| match time.what {
            What::Year(year) | What::Founding(year) => year,
            _ => unreachable!(),
        });
        assert_eq!(found.collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn a_year_is_told_however_it_is_written() {
        check("2024年达到，到2024 年，２０２４年", &[2024, 2024, 2024]);
        check("2022—2024年，2022年至2024年，2022 - 2024年度", &[2022, 2024, 2022, 2024, 2022, 2024]);
        check("2024-26年，23—25年，2022/24年", &[2024, 2026, 2023, 2025, 2022, 2024]);
        check("FY2025销售，FY25，2025财年，2025Q3", &[2025, 2025, 2025, 2025]);
        check("二〇二五年，二○二五年，二O二五年，二零二五年度", &[2025, 2025, 2025, 2025]);
        check("25年底，25年3月，24年度，25年上半年", &[2025, 2025, 2024, 2025]);
        check("截至2025-06-30，2025.6.30，2025年6月30日，2025-06", &[2025, 2025, 2025, 2025]);
        check("2025", &[2025]);
        check("2021年7月~2022年12月", &[2021, 2022]);
    }

    #[test]
    fn other_numbers_are_no_years() {
        for text in [
            "2024r/min",
            "12024年",
            "0.2024年",
            "20241年",
            "2024件、3年",
            "GB/T 19001-2016",
            "GB/T 19580—2012标准",
            "ISO 9001:2015",
            "Q/HXY 001-2025",
            "JS-2025型",
            "YX2025型电机",
            "专利号ZL 2025 1 0123456.7",
            "ZL202510123456.7",
            "25年经验",
            "深耕行业25年初心不改",
            "从业25年第一次",
            "25年度过难关",
            "20—25年寿命",
            "三五年",
            "2024.5万元",
            "共2025人",
            "1990",
            "近三年",
            "编号2025-0123",
            "2025/12000",
        ] {
            check(text, if text == "1990" { &[1990] } else { &[] });
        }
    }
}
