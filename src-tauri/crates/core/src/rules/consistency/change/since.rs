//! 利润总额同比增长c%: the change of a row since the year before, or since a year that is named.

use super::amount::{self, Amount, Fault, Kind, Pair};
use crate::number;
use crate::rules::clauses::around;
use crate::rules::consistency::sentence::is_unsure;
use crate::rules::consistency::subject::{Rows, Subject, rows, subject};
use crate::rules::figures::Figure;
use crate::rules::{Context, Findings, Rule, Severity, YearSeries};
use rust_decimal::Decimal;

pub(in crate::rules::consistency) const SINCE: Rule = Rule {
    id: "C009",
    severity: Severity::Warning,
    title: "同比增减与统计表不符",
    explanation: "正文说某项指标某年“同比”“比上年”“比2023年”增减多少，按统计表的数值验算，四舍五入后仍不符的提示。\
                  目标、行业、竞争对手和部分产品的说法不验算。请核对，改正有误的一处。",
    clause: "附件1 填报说明3；附件2 一、5",
    check: since,
};

const CHANGES: [&str; 13] = [
    "提高了",
    "提升了",
    "增长了",
    "下降了",
    "降低了",
    "提高",
    "提升",
    "增长",
    "增加",
    "上升",
    "下降",
    "降低",
    "减少",
];
const LAST_YEAR: [&str; 10] = [
    "同比",
    "比上年",
    "较上年",
    "比去年",
    "较去年",
    "比上一年",
    "较上一年",
    "比上年度",
    "较上年度",
    "比上年同比",
];

fn since(context: &Context, findings: &mut Findings) {
    let rows = rows(context);
    for (passage, figures) in context.prose() {
        for (place, figure) in figures.iter().enumerate() {
            let Some(amount) = amount_of(&passage.text, figure) else { continue };
            let before = place.checked_sub(1).map(|before| &figures[before]);
            let Some(told) = read(context, &passage.text, figure, before, &rows) else { continue };
            if let Some(message) = told.judge(context, &passage.text, figure, &amount) {
                let typed = told.series.typed.join(" ");
                let finding = findings.add(passage.path(), message).resting_on(&[&typed]);
                finding.marking(passage.span(figure.digits.start..figure.end));
            }
        }
    }
}

fn amount_of(text: &str, figure: &Figure) -> Option<Amount> {
    let kind = match figure.unit(text) {
        "%" | "％" => Kind::Percent,
        "个百分点" | "百分点" => Kind::Points,
        _ => return None,
    };
    (!figure.is_vague(text)).then_some(Amount { kind, value: figure.value, step: figure.step() })
}

/// That a row changed from one year to another.
struct Told<'s, 'a> {
    series: &'s YearSeries<'a>,
    from: u16,
    to: u16,
    /// Of the mean of the years between.
    is_yearly: bool,
}

fn read<'s, 'a>(
    context: &Context,
    text: &str,
    figure: &Figure,
    before: Option<&Figure>,
    rows: &Rows<'s, 'a>,
) -> Option<Told<'s, 'a>> {
    let sentence = around(text, &figure.digits);
    let lead = &text[sentence.start..figure.digits.start];
    let lead = CHANGES.iter().find_map(|verb| lead.strip_suffix(verb))?;
    if let Some(lead) = YEARLY.iter().find_map(|words| lead.strip_suffix(words)) {
        let Subject { series, head, .. } = subject(text, lead, None, rows)?;
        let (from, to) = range(head)?;
        return is_plain(context, &text[sentence]).then_some(Told { series, from, to, is_yearly: true });
    }
    let (lead, base) = basis(lead)?;
    let Subject { series, lead, head } = subject(text, lead, before, rows)?;
    let to = year_of(lead, head)?;
    let from = base.unwrap_or(to.checked_sub(1)?);
    (from < to && is_plain(context, &text[sentence])).then_some(Told { series, from, to, is_yearly: false })
}

const YEARLY: [&str; 3] = ["年均复合", "年均", "年平均"];

/// The years of 2023—2025年, at the end of a text.
fn range(head: &str) -> Option<(u16, u16)> {
    let bare = head.trim_end_matches(['，', ' ']).trim_end_matches("公司").strip_suffix('年')?;
    let to = bare.get(bare.len().checked_sub(4)?..)?.parse().ok()?;
    let lead = bare[..bare.len() - 4].trim_end_matches(['—', '–', '-', '～', '~', '至', '年']);
    let from: u16 = lead.get(lead.len().checked_sub(4)?..)?.parse().ok()?;
    (from < to && lead.len() + 4 < bare.len()).then_some((from, to))
}

/// Whether a sentence speaks of the whole firm, as it is.
fn is_plain(context: &Context, sentence: &str) -> bool {
    !is_unsure(sentence) && !names_product(context, sentence)
}

/// The lead without 同比 or 比2023年, and the year compared with if it is named.
fn basis(lead: &str) -> Option<(&str, Option<u16>)> {
    if let Some(lead) = LAST_YEAR.iter().find_map(|words| lead.strip_suffix(words)) {
        return Some((lead, None));
    }
    let bare = lead.strip_suffix('年')?;
    let year = bare.get(bare.len().checked_sub(4)?..)?;
    let lead = &bare[..bare.len() - 4];
    let lead = lead.strip_suffix('比').or_else(|| lead.strip_suffix('较'))?;
    Some((lead, Some(year.parse().ok()?)))
}

/// The one year that the sentence names before the row, or directly behind it.
fn year_of(lead: &str, head: &str) -> Option<u16> {
    let year = |text: &str, at: usize| text.get(at.checked_sub(4)?..at)?.parse::<u16>().ok();
    if let Some(own) = lead.strip_suffix('年').and_then(|bare| year(bare, bare.len())) {
        return Some(own);
    }
    let mut years: Vec<u16> = head.match_indices('年').filter_map(|(at, _)| year(head, at)).collect();
    years.dedup();
    match years[..] {
        [year] => Some(year),
        _ => None,
    }
}

/// Whether the sentence speaks of a product, whose figures the row does not hold.
fn names_product(context: &Context, sentence: &str) -> bool {
    let names = context.content.market.products.iter().map(|product| product.name.trim());
    names.filter(|name| name.chars().count() >= 2).any(|name| sentence.contains(name))
}

impl Told<'_, '_> {
    fn judge(&self, context: &Context, text: &str, figure: &Figure, amount: &Amount) -> Option<String> {
        let years = context.edition.years();
        let value = |year: u16| {
            let place = years.iter().position(|own| own.number() == year)?;
            let value = number::parse(self.series.typed[place])?;
            Some((value, Decimal::new(1, value.scale())))
        };
        let pair =
            Pair { from: value(self.from)?, to: value(self.to)?, in_percent: self.series.is_percentage() };
        let kind = if self.is_yearly { Kind::Yearly(u32::from(self.to - self.from)) } else { amount.kind };
        let amount = &Amount { kind, ..*amount };
        let (label, from, to) = (&self.series.label, self.from, self.to);
        let said = &text[figure.digits.start..figure.end];
        let (was, is) = (pair.from.0, pair.to.0);
        Some(match amount::fault(&pair, amount)? {
            Fault::Measure if amount.kind == Kind::Points => {
                format!("{label}{from}年{was}、{to}年{is}，{said}是变化率：“个百分点”请改为“%”")
            }
            Fault::Measure => {
                format!("{label}{from}年{was}、{to}年{is}，相差{said}：百分比之差请写“个百分点”")
            }
            Fault::Other(right) => format!(
                "统计表中{label}{from}年为{was}、{to}年为{is}，变化应为{right}{}，正文写{said}：请核对，改正有误的一处",
                figure.unit(text)
            ),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(text: &str, expected: usize) {
        let findings = Case::of("C009").paragraphs("process", &["开头。", text]).findings();
        assert_eq!(findings.len(), expected, "{text}: {findings:#?}");
    }

    #[test]
    fn another_change_than_the_table_gives_is_found() {
        for text in [
            "2025年利润总额同比增长31.8%。",
            "2025年公司实现主营业务收入34500万元，同比增长24.6%。",
            "2025年，公司主营业务收入34500万元，比2023年增长38.7%。",
            "设备综合效率2025年比2023年提高8.9个百分点。",
            "2025年设备综合效率比2023年提高6.9%。",
            "2025年产品返修率比上年下降53.4%。",
            "2023—2025年主营业务收入年均增长23.5%。",
        ] {
            check(text, 1);
        }
    }

    #[test]
    fn what_the_table_bears_out_or_says_nothing_of_is_right() {
        for text in [
            "2025年利润总额同比增长21.8%。",
            "2025年公司实现主营业务收入34500万元，同比增长14.6%。",
            "设备综合效率2025年比2023年提高6.9个百分点。",
            "2025年产品返修率比上年下降35.4%，同比减少约三成。",
            "2025年智能水表主营业务收入同比增长31.8%。",
            "2026年计划主营业务收入同比增长20%。",
            "竞争对手2025年利润总额同比增长9%。",
            "2022年利润总额同比增长9%。",
            "2023—2025年，公司主营业务收入年均增长13.5%，近三年主营业务收入年均增长11%。",
            "2025年试点线设备综合效率同比提高12%。",
            "2025年出口主营业务收入同比增长31.8%。",
            "利润总额同比增长31.8%。",
            "2025年一季度利润总额同比增长31.8%。",
        ] {
            check(text, 0);
        }
    }
}
