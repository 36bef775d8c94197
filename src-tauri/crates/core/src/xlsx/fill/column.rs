//! What a column of a table holds, told by its head.

use crate::edition::Edition;
use crate::form::Year;
use crate::xlsx::names::plain;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Number,
    Item,
    Unit,
    Year(Year),
    /// A year that the form does not ask for.
    OtherYear,
    Average,
    Best,
    Rank,
    Product,
    Competitor,
    Share,
    Strengths,
}

/// What a column holds under this head.
pub(super) fn column(head: &str, edition: &Edition) -> Option<Column> {
    let text = plain(head);
    if text.is_empty() {
        return None;
    }
    if let Some(named) = year_named(&text) {
        let known = edition.years().into_iter().find(|year| *year == named);
        return Some(known.map_or(Column::OtherYear, Column::Year));
    }
    let labels = &edition.application.benefits;
    let of_year = |label: &str| year_in(&text).is_none_or(|year| year_in(label) == Some(year));
    let words = without_year(&text);
    let words = words.split('(').next().unwrap_or_default();
    let found = HEADS.iter().find(|(_, before, cores, behind)| is_made_of(words, before, cores, behind))?.0;
    let fits = match found {
        Column::Average => of_year(&labels.industry_average),
        Column::Best => of_year(&labels.industry_best),
        Column::Rank => of_year(&labels.rank),
        _ => year_in(&text).is_none(),
    };
    Some(if fits { found } else { Column::OtherYear })
}

/// A column with the words that may begin its head, those that name it, and those that may follow.
type Words = (Column, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

const OUR: &[&str] = &["本", "组织", "单位", "企业", "公司", "在", "同", "行业", "中", "内", "的"];
const TRADE: &[&str] = &["国内", "全国", "国际", "同", "行业"];
const WHO: &[&str] = &["竞争对手", "对手", "标杆", "竞品", "企业", "公司", "厂家", "厂商", "组织"];
const JOINED: &[&str] =
    &["/", "、", "及", "和", "与", "标杆", "单位", "企业", "公司", "组织", "名称", "全称"];
const HEADS: &[Words] = &[
    (Column::Number, &[], &["序号", "序", "编号", "行次", "no", "no.", "#"], &[]),
    (Column::Rank, OUR, &["名次", "排名", "位次", "排位"], &[]),
    (Column::Average, TRADE, &["平均", "均值"], &["水平", "值"]),
    (Column::Best, TRADE, &["最佳", "最好", "最优", "最高", "先进", "领先"], &["水平", "企业", "值"]),
    (Column::Best, &[], &["行业标杆", "标杆水平", "标杆值"], &["水平", "值"]),
    (
        Column::Item,
        &["主要", "经济", "质量", "效益", "财务", "统计", "考核", "评价"],
        &["项目", "指标", "内容", "情况", "类别", "名称"],
        &["名称", "项目"],
    ),
    (Column::Unit, &["计量", "指标"], &["单位"], &[]),
    (
        Column::Product,
        &["主要", "主导"],
        &["产品", "服务"],
        &["/", "、", "及", "和", "与", "服务", "名称", "类别"],
    ),
    (Column::Competitor, &["主要"], WHO, JOINED),
    (Column::Share, &["国内", "国际", "市场"], &["份额", "占有率", "市占率"], &[]),
    (Column::Strengths, &["主要", "竞争"], &["优势", "特点", "强项"], &["说明", "描述", "分析"]),
];

fn is_made_of(text: &str, before: &[&str], cores: &[&str], behind: &[&str]) -> bool {
    cores.iter().any(|core| {
        let mut rest = text;
        loop {
            if rest.strip_prefix(core).is_some_and(|rest| is_only(rest, behind)) {
                return true;
            }
            let Some(next) = before.iter().find_map(|word| rest.strip_prefix(word)) else { return false };
            rest = next;
        }
    })
}

fn is_only(mut rest: &str, words: &[&str]) -> bool {
    while let Some(next) = words.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = next;
    }
    rest.is_empty()
}

/// What may stand beside a year that means the year's own value.
const BESIDE: &[&str] = &[
    "年", "度", "末", "全", "1-12月", "实际", "实绩", "完成", "累计", "统计", "情况", "数据", "数值", "值",
    "数", "经", "审定", "审计", "决算", "报表", "后",
];

/// Words that mean a year by the present one; which it is stands behind them in brackets.
const RELATIVE: &[&str] = &["本年", "当年", "上年", "去年", "前年", "上上年", "本期", "上期"];

/// The year that a head stands for, and nothing else.
pub(super) fn year_named(head: &str) -> Option<Year> {
    let text = plain(head);
    let (before, inner) = text.split_once('(').unwrap_or((text.as_str(), ""));
    let is_relative = RELATIVE.contains(&before.trim_end_matches('度'));
    let text = match before {
        "" => text.as_str(),
        _ if is_relative => inner.trim_end_matches(')'),
        before => before,
    };
    let year = year_in(text)?;
    is_only(&without_year(text), BESIDE).then_some(year)
}

/// The only year in a text: `2023`, or `23年`.
pub(super) fn year_in(text: &str) -> Option<Year> {
    let mut years: Vec<Year> = numbers(text).into_iter().filter_map(|(_, year)| year).collect();
    years.dedup();
    if years.len() == 1 { years.pop() } else { None }
}

/// A text without its year, and the 年 behind that.
fn without_year(text: &str) -> String {
    let Some((digits, _)) = numbers(text).into_iter().find(|(_, year)| year.is_some()) else {
        return text.into();
    };
    let rest = text.replacen(&digits, "", 1);
    rest.trim_start_matches('年').trim_start_matches('度').to_owned()
}

/// The runs of digits in a text, each with the year that it names.
fn numbers(text: &str) -> Vec<(String, Option<Year>)> {
    let text: Vec<char> = plain(text).chars().collect();
    let mut runs = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let digits: String = text[at..].iter().take_while(|c| c.is_ascii_digit()).collect();
        if digits.is_empty() {
            at += 1;
            continue;
        }
        at += digits.len();
        let named = named(&digits, text.get(at));
        runs.push((digits, named));
    }
    runs
}

/// The year that digits name: 2025, or 25 before 年.
fn named(digits: &str, next: Option<&char>) -> Option<Year> {
    match digits.len() {
        4 if digits.starts_with("20") => digits.parse().ok(),
        2 if next == Some(&'年') => format!("20{digits}").parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;

    fn check(head: &str, expected: Option<Column>) {
        assert_eq!(column(head, Editions::built_in().get("2026").unwrap()), expected, "{head}");
    }

    #[test]
    fn columns_are_told_by_their_heads() {
        let year = |year| Some(Column::Year(Year::new(year).unwrap()));
        for head in ["2023年", "2023", "2023 年度", "２０２３年", "23年", "2023年（实际）", "2023年全年"]
        {
            check(head, year(2023));
        }
        for head in ["2023年审定数", "2023年（经审计）", "2023年度决算", "前年（2023年）", "上上年度(2023)"]
        {
            check(head, year(2023));
        }
        check("前年", None);
        check("2022年", Some(Column::OtherYear));
        check("2024年行业平均水平", Some(Column::OtherYear));
        check("2025年行业平均水平", Some(Column::Average));
        check("行业平均值", Some(Column::Average));
        check("2025年\n行业最佳水平", Some(Column::Best));
        check("2025年本组织名次", Some(Column::Rank));
        check("行业排名", Some(Column::Rank));
        check("指标名称", Some(Column::Item));
        check("项 目", Some(Column::Item));
        check("计量单位", Some(Column::Unit));
        check("竞争对手/标杆名称", Some(Column::Competitor));
        check("主要优势\n（含产品/服务质量水平评价）", Some(Column::Strengths));
        check("产品/服务名称", Some(Column::Product));
        check("备注", None);
        check("设备综合效率", None);
    }
}
