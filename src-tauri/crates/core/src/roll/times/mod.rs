//! What a text says of time, and whether that is over when the year turns.

mod time;
mod words;
mod years;

use crate::edition::Edition;
use crate::text::half_width;
use time::{Time, What};

/// The years of an old call and of a new one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Calendar {
    /// The first and the last of the three years of the old form, and the year of the old call.
    old: (u16, u16, u16),
    /// The first of the three years of the new form, and the year of the new call.
    new: (u16, u16),
}

impl Calendar {
    pub fn between(from: &Edition, to: &Edition) -> Calendar {
        let [first, _, last] = from.years();
        Calendar { old: (first.number(), last.number(), from.year), new: (to.years()[0].number(), to.year) }
    }

    /// What a text says of time that has passed since, each once, in the words of the text.
    pub fn outdated(&self, text: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut of_long_ago = false;
        for Time { words, what, .. } in times(text) {
            if let What::Year(year) = what {
                of_long_ago = year < self.old.0;
            }
            // Behind such a year it is counted from there: 2019年，公司对近三年的反馈进行复盘.
            let is_told_of_then = what == What::Passing && of_long_ago;
            if self.has_passed(what) && !is_told_of_then && !found.contains(&words) {
                found.push(words);
            }
        }
        found
    }

    /// What was long past for the old form, such as the year of a survey that the improvement began with, is told as
    /// such and stays true.
    fn has_passed(&self, what: What) -> bool {
        let (first, last, call) = self.old;
        match what {
            What::Year(year) => {
                let is_left_behind = (first..self.new.0).contains(&year);
                is_left_behind || (last..=self.new.1).contains(&year)
            }
            // It was news in the last year, or planned.
            What::Founding(year) => (last..=self.new.1).contains(&year),
            What::Plan(end) => (call - 1..self.new.1).contains(&end),
            What::Passing => true,
        }
    }
}

/// Why what says this is to be renewed.
pub(super) fn reason(times: &[String]) -> String {
    format!("写的是{}，请按新一年的情况改写", times.join("、"))
}

/// All that a text says of time, from its beginning to its end.
fn times(text: &str) -> Vec<Time> {
    let text: Vec<char> = half_width(text.trim()).chars().collect();
    let mut found = years::years(&text);
    for time in words::words(&text) {
        let overlaps = |other: &Time| other.at.0 < time.at.1 && time.at.0 < other.at.1;
        if !found.iter().any(overlaps) {
            found.push(time);
        }
    }
    found.sort_by_key(|time| time.at);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;

    /// From 2026 (2023—2025) to 2027 (2024—2026).
    fn check(text: &str, expected: &[&str]) {
        let editions = Editions::built_in();
        let from = editions.get("2026").unwrap();
        let mut to = from.clone();
        to.year = 2027;
        assert_eq!(Calendar::between(from, &to).outdated(text), expected, "{text}");
    }

    #[test]
    fn what_the_desk_wrote_is_told() {
        check("本企业2022年建成投产。", &[]);
        check("上一年度实现收入增长5%。", &["上一年度"]);
        check("去年同期相比下降。", &["去年"]);
        check("今年以来持续改善。", &["今年以来"]);
        check("近三年保持增长。", &["近三年"]);
        check("本年度目标。", &["本年度"]);
        check("FY2025销售。", &["FY2025"]);
        check("二〇二五年建成。", &["二〇二五年"]);
        check("25年底完成。", &["25年底"]);
    }

    #[test]
    fn years_that_were_new_or_are_left_behind_are_told_and_others_stay() {
        check("由2023年的74.8%提高到2024年的79.6%，2025年达到84.3%。", &["2023年", "2025年"]);
        check("由2021年的27%降到2024年的2.1%。", &[]);
        check("2021年，公司对近三年的反馈进行复盘。", &[]);
        check("2021年起步，2024年以来近三年保持增长。", &["近三年"]);
        check("2026年先在6条产线试点，到2027年底全面推广，2030年达到国际领先。", &["2026年", "2027年"]);
        check("2024年获省政府质量奖。", &[]);
        check("2023年建成投产，2023年产值5亿元。", &["2023年"]);
        check("2025年12月建成二期。", &["2025年"]);
    }

    #[test]
    fn a_plan_has_passed_when_its_last_year_has() {
        check("确定“十四五”末的四项目标。", &["十四五"]);
        check("十三五期间起步，十五五展望。", &[]);
    }
}
