//! 实施成效: data of three years.

use super::words::has;
use crate::form::rich_text::Block;
use crate::form::{Path, Section, Year};
use crate::rules::{Context, Findings, PassageKind, Rule, Severity};
use crate::text::half_width;

pub(super) const YEARS: Rule = Rule {
    id: "N011",
    severity: Severity::Warning,
    title: "实施成效没有近三年数据",
    explanation: "编写说明要求提供相关指标近三年的数据。请插入由统计表生成的图表或一张三年数据表，或在正文里逐年写出三年的数值。",
    clause: "附件2 一、5",
    check: years,
};

fn years(context: &Context, findings: &mut Findings) {
    let results = &context.content.experience.results;
    let drawn = results.blocks.iter().any(|block| matches!(block, Block::Chart(_) | Block::Table(_)));
    if drawn || results.is_blank() || names_years(context) {
        return;
    }
    let [first, _, last] = context.edition.years();
    findings.report(
        Path::section(Section::Results),
        format!("“实施成效”没有近三年（{first}至{last}年）的数据：请插入图表或三年数据表，或逐年写出数值"),
    );
}

/// Whether the text gives all three years, or tells them one after another: 近三年分别为…, 2023—2025年依次为….
fn names_years(context: &Context) -> bool {
    let passages: Vec<_> = context
        .passages_of(Section::Results)
        .map(|passage| (passage.kind, half_width(&passage.text)))
        .collect();
    let named = |year: &Year| {
        let year = year.to_string();
        passages.iter().any(|(_, text)| text.contains(&year))
    };
    let years = context.edition.years();
    let one_by_one = |text: &str| has(text, &["分别", "依次", "逐年"]) && covers(text, years);
    let pictured = |kind: PassageKind, text: &str| {
        kind == PassageKind::Caption && (has(text, &["三年", "历年", "趋势"]) || covers(text, years))
    };
    years.iter().all(named) || passages.iter().any(|(kind, text)| one_by_one(text) || pictured(*kind, text))
}

fn covers(text: &str, [first, _, last]: [Year; 3]) -> bool {
    has(text, &["近三年", "三年来", "连续三年", "这三年"])
        || (text.contains(&first.to_string()) && text.contains(&last.to_string()))
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::{Value, json};

    const FOUND: &[&str] = &["warning experience.results"];

    fn check(text: &str, expected: &[&str]) {
        Case::of("N011").paragraphs("results", &[text]).expect(expected);
    }

    fn chart(series: &str, compare: bool) -> Value {
        json!({ "type": "chart", "attrs": { "id": "c9", "series": [series], "compare": compare } })
    }

    #[test]
    fn results_give_three_years() {
        check("合格率由2023年的98.90%提高到2025年的99.50%。", FOUND);
        check("2023年至2025年累计投入430万元。", FOUND);
        check("三年累计节约430万元。", FOUND);
        check("", &[]);
    }

    #[test]
    fn no_false_alarm_where_three_years_are_told_or_drawn() {
        check("合格率2023年98.90%，2024年99.20%，2025年99.50%。", &[]);
        check("合格率２０２３年９８．９０％，２０２４年９９．２０％，２０２５年９９．５０％。", &[]);
        check("近三年合格率分别为98.90%、99.20%和99.50%。", &[]);
        check("2023—2025年合格率依次为98.90%、99.20%和99.50%。", &[]);
        let drawn =
            |block| Case::of("N011").set("experience.results", json!({ "type": "doc", "content": [block] }));
        drawn(chart("benefits:oee", false)).expect(&[]);
        drawn(json!({ "type": "table", "attrs": { "id": "t9" } })).expect(&[]);
        let figure = |caption| json!({ "type": "figure", "attrs": { "id": "f9", "caption": caption } });
        drawn(figure("近三年合格率")).expect(&[]);
        drawn(figure("颁奖现场")).expect(FOUND);
    }
}
