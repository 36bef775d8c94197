//! What makes a call a call of its own: number, title, days, addresses, limits.

use super::line::{Line, plain};
use super::whole::Whole;
use crate::date::Date;

/// A value and the text it was read in.
pub(super) struct Read<T> {
    pub value: T,
    pub line: String,
    /// Another one stands in the notice too.
    pub is_doubtful: bool,
}

/// The first of the values that lines give, doubtful where another one differs.
pub(super) fn first<T: PartialEq>(lines: &[Line], value: impl Fn(&str) -> Vec<T>) -> Option<Read<T>> {
    let mut found = lines.iter().flat_map(|line| {
        let text = line.text();
        value(&text).into_iter().map(move |value| (value, text.clone()))
    });
    let (value, line) = found.next()?;
    let is_doubtful = found.any(|(other, _)| other != value);
    Some(Read { value, line, is_doubtful })
}

/// 文号: `浙经信产业〔2026〕74号` in a line of its own.
pub(super) fn number(whole: &Whole) -> Option<Read<String>> {
    let is_number = |text: &str| {
        let text = plain(text);
        let year = format!("〔{}〕", whole.year);
        text.ends_with('号')
            && text.chars().count() < 30
            && (text.contains(&year) || text.contains(&year.replace('〔', "[").replace('〕', "]")))
    };
    first(whole.letter(), |text| is_number(text).then(|| text.to_owned()).into_iter().collect())
}

/// The title, which may go over several lines: from the one with 关于 to the one that ends with 通知.
pub(super) fn title(whole: &Whole) -> Option<Read<String>> {
    let lines = whole.letter();
    let start = lines.iter().position(|line| line.text().contains("关于") && !line.text().ends_with('。'))?;
    let length = lines[start..].iter().take(4).position(|line| line.text().ends_with("通知"))?;
    let value: String = lines[start..=start + length].iter().map(Line::text).collect();
    Some(Read { line: value.clone(), value, is_doubtful: length > 1 })
}

/// The day of issue: the last line of the letter that is a day and nothing else.
pub(super) fn issued_on(whole: &Whole) -> Option<Read<Date>> {
    let mut days =
        whole.letter().iter().rev().filter_map(|line| Some((day(&plain(&line.text()))?, line.text())));
    days.next().map(|(value, line)| Read { value, line, is_doubtful: false })
}

fn day(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    Date::new(year.parse().ok()?, month.parse().ok()?, rest.strip_suffix('日')?.parse().ok()?).ok()
}

/// The last day to apply: `5月20日前`, `2027年5月20日17:00前`.
pub(super) fn deadline(whole: &Whole) -> Option<Read<Date>> {
    first(whole.letter(), |text| days_before(&plain(text), whole.year))
}

fn days_before(text: &str, year: u16) -> Vec<Date> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('日') {
        let after: String = text[at..].chars().skip(1).take(8).collect();
        let clock = |c: char| c.is_ascii_digit() || ":点时分下班上午(含)之以".contains(c);
        if !after.trim_start_matches(clock).starts_with('前') {
            continue;
        }
        let Some((before, day)) = text[..at].rsplit_once('月') else { continue };
        if let (Some(month), Some(day)) = (number_at_end(before), day.parse().ok())
            && let Ok(date) = Date::new(year.into(), month, day)
        {
            found.push(date);
        }
    }
    found
}

fn number_at_end(text: &str) -> Option<u8> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_digit());
    text[digits.len()..].parse().ok()
}

/// Mail addresses in a text.
pub(super) fn mails(text: &str) -> Vec<String> {
    let of_one = |c: char| c.is_ascii_alphanumeric() || "@._+-".contains(c);
    let words = text.split(|c: char| !of_one(c)).map(|word| word.trim_matches(['.', '-']));
    words
        .filter(|word| {
            word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        })
        .map(str::to_owned)
        .collect()
}

/// Addresses of web pages in a text.
pub(super) fn links(text: &str) -> Vec<String> {
    let of_one = |c: char| c.is_ascii_graphic() && !"<>()\"".contains(c);
    let starts = text.match_indices("http").map(|(at, _)| &text[at..]);
    starts
        .map(|rest| {
            rest.split(|c: char| !of_one(c))
                .next()
                .unwrap_or_default()
                .trim_end_matches(['.', ','])
                .to_owned()
        })
        .filter(|link| link.contains("://"))
        .collect()
}

/// What stands in quotation marks behind 邮件主题.
pub(super) fn subjects(text: &str) -> Vec<String> {
    let after = text.split("邮件主题").skip(1);
    after
        .filter_map(|after| {
            let inside = after.split(['“', '"']).nth(1)?.split(['”', '"']).next()?;
            let named = ["企业全称", "申报组织全称", "单位全称", "组织全称", "企业名称"];
            let name = named.iter().find(|name| inside.contains(**name))?;
            Some(inside.replacen(name, "{organization}", 1))
        })
        .collect()
}

/// The 字数 that stand in brackets behind a title: `组织概况（500字以内）`.
pub(super) fn limits(text: &str, title: &str) -> Vec<u64> {
    let text = plain(text);
    let Some((_, after)) = text.split_once(&format!("{}(", plain(title))) else { return Vec::new() };
    let digits: String =
        after.chars().skip_while(|c| "不超过约".contains(*c)).take_while(char::is_ascii_digit).collect();
    let is_limit = after[..after.find(')').unwrap_or(0)].contains('字');
    digits.parse().ok().filter(|_| is_limit).into_iter().collect()
}

/// The MB that a package may have: `不超过100M`.
pub(super) fn megabytes(text: &str) -> Vec<u64> {
    let text = plain(text);
    let parts = text.split("不超过").skip(1);
    parts
        .filter_map(|part| {
            let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
            part[digits.len()..].starts_with('m').then(|| digits.parse().ok())?
        })
        .collect()
}

/// What stands behind 联系人, with the next line where the sentence goes on there.
pub(super) fn contact(whole: &Whole) -> Option<Read<String>> {
    let lines = whole.letter();
    let at = lines.iter().position(|line| plain(&line.text()).starts_with("联系人:"))?;
    let mut text = lines[at].text();
    if text.ends_with(['：', ':', '，', ',', '、']) {
        text.push_str(&lines.get(at + 1).map(Line::text).unwrap_or_default());
    }
    let value = text.split_once(['：', ':'])?.1.trim_end_matches('。').trim().to_owned();
    Some(Read { value, line: text, is_doubtful: false })
}
