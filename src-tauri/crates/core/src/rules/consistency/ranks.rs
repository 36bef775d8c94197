//! The rank that the text claims, against 名次 and the competitors listed.

use super::subject::{rows, subject};
use crate::form::{Competitor, Product};
use crate::number;
use crate::rules::clauses::around;
use crate::rules::figures::Figure;
use crate::rules::{Context, Findings, Measure, Rule, Severity};
use rust_decimal::Decimal;
use std::ops::Range;

pub(super) const RANK: Rule = Rule {
    id: "C013",
    severity: Severity::Warning,
    title: "正文的名次与统计表或名录不符",
    explanation: "正文说某项指标居行业第几，应与“本组织名次”一致；说某产品国内市场占有率居第几，名录里份额更大的竞争对手不能有那么多家\
                  （标为标杆的不计）。请核对，改正有误的一处。",
    clause: "附件1 经济和质量效益统计表 名次；主要竞争对手和标杆名录 市场份额",
    check: ranks,
};

/// A rank in a text.
struct Claim {
    rank: u32,
    /// From the verb to the rank.
    bytes: Range<usize>,
    /// Whether it is among the trade: 居行业第2位.
    in_trade: bool,
    /// 均居: of all that the sentence names.
    of_all: bool,
}

fn ranks(context: &Context, findings: &mut Findings) {
    let rows = rows(context);
    for (passage, figures) in context.prose() {
        let text = passage.text.as_str();
        for claim in text.match_indices('第').filter_map(|(at, _)| claim(text, at)) {
            let sentence = &text[around(text, &claim.bytes)];
            if is_doubtful(context, sentence) {
                continue;
            }
            let wrong =
                wrong_row(text, &claim, figures, &rows).or_else(|| wrong_share(context, text, &claim));
            if let Some((message, rests_on)) = wrong {
                let finding = findings.add(passage.path(), message).resting_on(&[&rests_on]);
                finding.marking(passage.span(claim.bytes));
            }
        }
    }
}

const VERBS: [&str; 8] = ["位居", "位列", "名列", "排名", "排在", "居", "列", "居于"];
const TRADE: [&str; 5] = ["同行业", "行业内", "行业", "业内", "本行业"];
const COUNTRY: [&str; 5] = ["国内同行", "国内市场", "国内", "全国", "市场"];

fn claim(text: &str, at: usize) -> Option<Claim> {
    let behind = &text[at + '第'.len_utf8()..];
    let c = behind.chars().next()?;
    let rank = digit(c)?;
    let rest = &behind[c.len_utf8()..];
    let ends = rest.is_empty() || rest.starts_with(['位', '名', '，', '。', '；', '、', '）']);
    let lead = &text[..at];
    let strip = |words: &[&str]| words.iter().find_map(|word| lead.strip_suffix(word));
    let (verb_lead, in_trade) = match (strip(&TRADE), strip(&COUNTRY)) {
        (Some(lead), _) => (lead, true),
        (None, Some(lead)) => (lead, false),
        _ => (lead, false),
    };
    let lead = VERBS.iter().find_map(|verb| verb_lead.strip_suffix(verb))?;
    let of_all = lead.ends_with(['均', '都']);
    let end = at + '第'.len_utf8() + c.len_utf8();
    (ends && rank > 0).then_some(Claim { rank, bytes: lead.len()..end, in_trade, of_all })
}

/// 3 or 三.
fn digit(c: char) -> Option<u32> {
    let chinese = || "一二三四五六七八九".chars().position(|other| other == c);
    c.to_digit(10).or_else(|| chinese().map(|place| place as u32 + 1))
}

/// Aims, others, and what was in earlier years.
fn is_doubtful(context: &Context, sentence: &str) -> bool {
    let words = [
        "目标",
        "力争",
        "计划",
        "争取",
        "竞争对手",
        "标杆",
        "曾",
        "原来",
        "缺陷",
        "问题",
        "失效",
        "省",
        "市第",
        "区第",
    ];
    let last = context.edition.last_year().number();
    let years = sentence
        .match_indices('年')
        .filter_map(|(at, _)| sentence.get(at.checked_sub(4)?..at)?.parse::<u16>().ok());
    words.iter().any(|word| sentence.contains(word)) || years.into_iter().any(|year| year != last)
}

type Wrong = (String, String);

fn wrong_row(text: &str, claim: &Claim, figures: &[Figure], rows: &super::subject::Rows) -> Option<Wrong> {
    let sentence = around(text, &claim.bytes);
    let lead = &text[sentence.start..claim.bytes.start];
    let before = figures.iter().rev().find(|figure| figure.end <= claim.bytes.start);
    if !claim.in_trade || claim.of_all {
        return None;
    }
    let subject = subject(text, lead, before, rows)?;
    let Measure::Benefit(row) = subject.series.measure else { return None };
    let rank = number::parse(&row.rank)?;
    (rank != Decimal::from(claim.rank)).then(|| {
        let (name, typed) = (row.name.trim(), row.rank.trim());
        let message =
            format!("正文说{name}居行业第{}，统计表的名次是{typed}：请核对，改正有误的一处", claim.rank);
        (message, format!("{name} {typed}"))
    })
}

/// Whether more rivals have a larger share than the rank allows.
fn wrong_share(context: &Context, text: &str, claim: &Claim) -> Option<Wrong> {
    let sentence = around(text, &claim.bytes);
    let lead = &text[sentence.start..claim.bytes.start];
    if !lead.contains("市场占有率") || lead.contains("国际") || lead.contains("出口") {
        return None;
    }
    let products =
        context.content.market.products.iter().filter(|product| product.name.trim().chars().count() >= 2);
    let named = products.filter_map(|product| Some((lead.rfind(product.name.trim())?, product)));
    let mut named: Vec<(usize, &Product)> = named.collect();
    named.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let meant = if claim.of_all { named.len() } else { 1 };
    named.into_iter().take(meant).find_map(|(_, product)| {
        let share = product.share.get(context.edition.last_year())?;
        let own = number::parse(&share.domestic)?;
        let is_larger = |rival: &&Competitor| {
            rival.product.trim() == product.name.trim()
                && !rival.name.contains("标杆")
                && number::parse(&rival.market_share).is_some_and(|share| share > own)
        };
        let larger: Vec<&Competitor> = context.content.competitors.iter().filter(is_larger).collect();
        let names: Vec<&str> = larger.iter().map(|rival| rival.name.trim()).collect();
        let shares: Vec<&str> = larger.iter().map(|rival| rival.market_share.trim()).collect();
        ((claim.rank as usize) <= larger.len()).then(|| {
            let (name, rank, own) = (product.name.trim(), claim.rank, share.domestic.trim());
            let message = format!(
                "正文说{name}居第{rank}，名录里{}的份额（{}）比本组织的{own}%大：请核对，改正有误的一处",
                names.join("、"),
                shares.join("、")
            );
            (message, format!("{name} {own} {} {}", names.join("、"), shares.join("、")))
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(text: &str, expected: usize) {
        let findings = Case::of("C013").paragraphs("process", &["开头。", text]).findings();
        assert_eq!(findings.len(), expected, "{text}: {findings:#?}");
    }

    #[test]
    fn another_rank_than_the_table_or_the_list_gives_is_found() {
        for text in [
            "2025年质量损失率0.71%，居行业第1位。",
            "公司设备综合效率位居同行业第二。",
            "智能水表国内市场占有率7.5%，居国内第一位。",
            "2025年智能水表国内市场占有率7.5%，超声波流量计国内市场占有率4.4%，均居行业第一。",
        ] {
            check(text, 1);
        }
    }

    #[test]
    fn ranks_that_fit_and_other_ranks_are_left_alone() {
        for text in [
            "2025年质量损失率0.71%，居行业第2位。",
            "智能水表国内市场占有率7.5%，居国内第二位。",
            "超声波流量计国内市场占有率4.4%，居国内第一位。",
            "2021年质量损失率居行业第9位。",
            "力争质量损失率居行业第1位。",
            "质量损失率居全省第1位。",
            "居第一位的缺陷是错装，排名第一的问题是漏装。",
            "质量管理小组成果名列行业第一。",
            "智能水表国际市场占有率居第一位。",
        ] {
            check(text, 0);
        }
    }
}
