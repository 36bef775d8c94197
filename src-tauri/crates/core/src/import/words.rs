//! Words as they are compared, and values as they are taken over.

use crate::date::Date;
use crate::form::Year;
use crate::text::half_width;

/// A label as it is compared: without blanks, half width, small letters.
pub(super) fn normal(text: &str) -> String {
    let is_blank = |c: &char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{AD}' | '_');
    half_width(text).chars().filter(|c| !is_blank(c)).flat_map(char::to_lowercase).collect()
}

/// Likewise without the years and numbers in it, and without marks: fixed texts of any edition read alike.
pub(super) fn bare(text: &str) -> String {
    normal(text).chars().filter(|c| c.is_alphabetic()).collect()
}

/// A value of one line: without the blanks and line breaks that layout put in. Between Chinese characters a blank says
/// nothing, between other words one is enough; beside a word a single one was typed.
pub(super) fn value(text: &str) -> String {
    let text = text.trim();
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(char::is_whitespace) {
        let (word, behind) = rest.split_at(at);
        kept.push_str(word);
        let next = behind.trim_start();
        let gap = &behind[..behind.len() - next.len()];
        let words = [kept.chars().next_back(), next.chars().next()]
            .into_iter()
            .flatten()
            .filter(|c| is_word(*c))
            .count();
        if words == 2 || words == 1 && gap == " " {
            kept.push(' ');
        }
        rest = next;
    }
    kept.push_str(rest);
    if is_placeholder(&kept) { String::new() } else { kept }
}

/// Whether blanks part words of such letters.
fn is_word(c: char) -> bool {
    !matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FFEF}' | '\u{20000}'..)
}

/// A text of several lines: each without blanks around it, empty ones at the ends left out.
pub(super) fn lines(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
    let begin = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    let end = lines.iter().rposition(|line| !line.is_empty()).map_or(begin, |last| last + 1);
    let text = lines[begin..end].join("\n");
    if is_placeholder(&text) { String::new() } else { text }
}

/// What a form asks to be chosen or typed.
fn is_placeholder(text: &str) -> bool {
    let text = text.trim_matches(['。', '.', '…', '（', '）', '(', ')', '□']);
    matches!(
        text,
        "" | "选择一项"
            | "请选择"
            | "请选择一项"
            | "单击或点击此处输入文字"
            | "单击此处输入文字"
            | "年月日"
            | "年　月　日"
    )
}

/// The year that is all a text says: 2023年, ２０２３ 年度, 2023, 二〇二三年.
pub(super) fn year(text: &str) -> Option<Year> {
    let text = normal(text);
    let text = text.trim_end_matches(['度', '末', '底']).trim_end_matches('年');
    let text = text.trim_start_matches('(').trim_end_matches(')');
    digits(text).filter(|digits| digits.len() == 4)?.parse().ok()
}

/// The first year in a text, whatever else stands in it.
pub(super) fn year_in(text: &str) -> Option<Year> {
    let text: Vec<char> = normal(text).chars().collect();
    let is_year = |at: &usize| {
        let digits: String = text[*at..].iter().take_while(|c| c.is_ascii_digit()).collect();
        digits.len() == 4 && (*at == 0 || !text[at - 1].is_ascii_digit()) && digits.starts_with("20")
    };
    let at = (0..text.len()).find(is_year)?;
    text[at..at + 4].iter().collect::<String>().parse().ok()
}

fn digits(text: &str) -> Option<String> {
    let digit = |c: char| match c {
        '0'..='9' => Some(c),
        '〇' | '零' | '○' => Some('0'),
        _ => "一二三四五六七八九".chars().position(|digit| digit == c).map(|at| char::from(b'1' + at as u8)),
    };
    text.chars().map(digit).collect()
}

/// A date in any usual writing: 2026年5月8日, 2026-05-08, 2026.5.8, 二〇二六年五月八日.
pub(super) fn date(text: &str) -> Option<Date> {
    let text = normal(text);
    let is_digit = |c: char| c == '十' || digits(c.encode_utf8(&mut [0; 4])).is_some();
    let numbers: Vec<u16> = text.split(|c| !is_digit(c)).filter_map(number).collect();
    match numbers[..] {
        [year @ 1900..3000, month @ 1..=12, day @ 1..=31, ..] => {
            Date::new(year.into(), month as u8, day as u8).ok()
        }
        _ => None,
    }
}

/// 2026, 12, 十二, 二十三, 二〇二六.
fn number(text: &str) -> Option<u16> {
    let unit = |text: &str| if text.is_empty() { None } else { digits(text)?.parse::<u16>().ok() };
    match text.split_once('十') {
        Some((tens, ones)) => Some(unit(tens).unwrap_or(1) * 10 + unit(ones).unwrap_or(0)),
        None => unit(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_compared_without_blanks_and_widths() {
        assert_eq!(normal("组 织\n名称："), "组织名称:");
        assert_eq!(bare("2025 年质量标杆（推荐表）"), bare("2026年质量标杆推荐表"));
    }

    #[test]
    fn values_lose_what_layout_put_in() {
        for (text, expected) in [
            ("浙江 虚远\n轴承", "浙江虚远轴承"),
            (" 1,498.5 ", "1,498.5"),
            ("ISO 9001 认证", "ISO 9001 认证"),
            ("ISO\n9001  认证", "ISO 9001认证"),
            ("制造业 > 通用设备制造业", "制造业 > 通用设备制造业"),
            ("选择一项。", ""),
            ("/", "/"),
            ("—", "—"),
        ] {
            assert_eq!(value(text), expected);
        }
        assert_eq!(lines("\n 甲 \n\n 乙\n"), "甲\n\n乙");
    }

    #[test]
    fn years_and_dates_are_read_in_any_usual_writing() {
        for text in ["2023年", "2023 年度", "２０２３", "二〇二三年", "2023"] {
            assert_eq!(year(text).map(|year| year.to_string()).as_deref(), Some("2023"), "{text}");
        }
        assert_eq!(year("2025年行业平均"), None);
        assert_eq!(year_in("2025 年\n行业平均").map(|year| year.number()), Some(2025));
        for text in [
            "2026年5月8日",
            "2026-05-08",
            "2026.5.8",
            "２０２６年０５月０８日",
            "二〇二六年五月八日",
            "2026 / 5 / 8",
        ] {
            assert_eq!(date(text).map(|date| date.to_string()).as_deref(), Some("2026-05-08"), "{text}");
        }
        assert_eq!(date("　年　月　日"), None);
    }
}
