//! Words that count from the day of writing, and what is held again and again.

use super::time::{Time, What};

/// The words, longest first where one begins with another, each with the characters before it that make it part of
/// another word: 以上|年度, 资本|年均, 证明|年限.
const PASSING: &[(&str, &str)] = &[
    ("上一年度", "以网线场海"),
    ("上年度", "以网线场海"),
    ("上一年", "以网线场海"),
    ("上年", "以网线场海"),
    ("去年", "过"),
    ("今年以来", ""),
    ("今年", "如"),
    ("本年度", LAST_OF_WORDS),
    ("本年", LAST_OF_WORDS),
    ("明年", "证说发声表标文透鲜简"),
    ("下一年度", "以"),
    ("下年度", "以"),
    ("前年", BEFORE_THIS),
    ("截至目前", ""),
    ("截止目前", ""),
    ("本季度", LAST_OF_WORDS),
    ("上半年", "年"),
    ("下半年", "年"),
    ("年底", RECURRING),
    ("年末", RECURRING),
    ("年初", RECURRING),
    ("三年累计", ""),
    ("三年合计", ""),
];

/// Characters that 本 ends a word with: 成本, 资本, 基本 …
const LAST_OF_WORDS: &str = "成资基版样标日根文";

/// Every year's end, or that of a year that is named.
const RECURRING: &str = "每年历各逐0123456789";

/// What 前 ends a word with: 目前, 提前 …
const BEFORE_THIS: &str = "目以之当此先提";

/// What leads to a number of years that ends now.
const SPANS: &[&str] = &["近", "最近", "过去", "前", "连续", "这"];

/// The five-year plans, by the year they end with.
const PLANS: &[(&str, u16)] = &[("十三五", 2020), ("十四五", 2025), ("十五五", 2030)];

const NUMERALS: &str = "一二两三四五六七八九十几数0123456789";

pub(super) fn words(text: &[char]) -> Vec<Time> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let time = passing(text, at)
            .or_else(|| span(text, at))
            .or_else(|| session(text, at))
            .or_else(|| plan(text, at));
        at = time.as_ref().map_or(at + 1, |time| time.at.1);
        found.extend(time);
    }
    found
}

fn passing(text: &[char], at: usize) -> Option<Time> {
    let before = at.checked_sub(1).map(|before| text[before]);
    let stands = |(word, part_of): &&(&str, &str)| {
        is_at(text, at, word) && before.is_none_or(|before| !part_of.contains(before))
    };
    PASSING.iter().find(stands).map(|(word, _)| time(text, at, at + word.chars().count(), What::Passing))
}

/// `近三年`, `过去3年`, `连续三年`; and `三年来`.
fn span(text: &[char], at: usize) -> Option<Time> {
    // 提前三年完成, 目前两年一次.
    let in_word = text[at] == '前' && at > 0 && BEFORE_THIS.contains(text[at - 1]);
    let leads = SPANS.iter().filter(|lead| !in_word && is_at(text, at, lead));
    let lead = leads.map(|lead| lead.chars().count()).max();
    let number = at + lead.unwrap_or(0);
    let digits = text[number..].iter().take_while(|c| NUMERALS.contains(**c)).count();
    let mut end = number + digits;
    if digits == 0 || digits > 2 {
        return None;
    }
    end += usize::from(text.get(end) == Some(&'个'));
    if text.get(end) != Some(&'年') {
        return None;
    }
    end += 1;
    let comes_to_now = text.get(end) == Some(&'来');
    (lead.is_some() || comes_to_now).then(|| time(text, at, end + usize::from(comes_to_now), What::Passing))
}

/// `第八届`: there may have been another since.
fn session(text: &[char], at: usize) -> Option<Time> {
    let digits = text[at..].iter().skip(1).take_while(|c| NUMERALS.contains(**c)).count();
    let end = at + 1 + digits;
    let is_session = text[at] == '第' && digits > 0 && text.get(end) == Some(&'届');
    is_session.then(|| time(text, at, end + 1, What::Passing))
}

fn plan(text: &[char], at: usize) -> Option<Time> {
    let (name, end) = PLANS.iter().find(|(name, _)| is_at(text, at, name))?;
    Some(time(text, at, at + name.chars().count(), What::Plan(*end)))
}

fn time(text: &[char], at: usize, end: usize, what: What) -> Time {
    Time { words: text[at..end].iter().collect(), at: (at, end), what }
}

fn is_at(text: &[char], at: usize, word: &str) -> bool {
    let mut text = text[at..].iter();
    word.chars().all(|c| text.next() == Some(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let text: Vec<char> = text.chars().collect();
        let found: Vec<String> = words(&text).into_iter().map(|time| time.words).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn what_counts_from_the_day_of_writing_is_told() {
        check("上一年度增长，去年同期，今年以来，本年度目标", &["上一年度", "去年", "今年以来", "本年度"]);
        check(
            "近三年、最近3年、过去五年、连续三年、两年来、近几年",
            &["近三年", "最近3年", "过去五年", "连续三年", "两年来", "近几年"],
        );
        check("今年上半年完成，下半年推广，年底验收，截至目前", &["今年", "下半年", "年底", "截至目前"]);
        check("参加第八届质量大会；第12届", &["第八届", "第12届"]);
        check("“十四五”期间", &["十四五"]);
    }

    #[test]
    fn parts_of_other_words_are_not() {
        check("三年以上年限，成本年均下降，证明年限，目前年产，过去年份，以前年度，每年年底，如今年产", &[]);
        check("网上年检，线上年会，市场上年均增长，提前三年完成，目前两年一次", &[]);
        check("质保期三年，每三年复审，五年规划，说明年度，年年改", &[]);
    }
}
