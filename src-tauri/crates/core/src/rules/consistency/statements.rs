//! What the text says of the figures of the tables.

use super::contradiction::contradiction;
use super::sentence::{Lexicon, Statement, statements_in};
use super::{replaced, text_tables};
use crate::rules::{Context, Findings, Passage, PassageKind, Rule, Severity, Span};
use crate::text::half_width;

pub(super) const STATEMENTS: Rule = Rule {
    id: "C002",
    severity: Severity::Warning,
    title: "正文与统计表数据不一致",
    explanation: "正文中同一指标、同一产品、同一年度的数值应与统计表一致，评审专家会逐项对照。这里只比对说法明确的数值：\
                  目标值、行业平均、竞争对手、试点线、累计和增减幅度不比对；四舍五入后一致的也不提示。请核对后统一。\
                  统计表中的指标换成别的以后，正文和图表还用原来名称的也提示。",
    clause: "附件1 填报说明3；附件2 一、5；承诺书2",
    check: statements,
};

fn statements(context: &Context, findings: &mut Findings) {
    let lexicon = Lexicon::of(context);
    for passage in context.passages() {
        if !matches!(passage.kind, PassageKind::Paragraph | PassageKind::ListItem) {
            continue;
        }
        report(context, passage, statements_in(&passage.text, &lexicon, context), findings);
    }
    text_tables::statements(context, findings);
    replaced::statements(context, findings);
}

fn report(context: &Context, passage: &Passage, said: Vec<Statement>, findings: &mut Findings) {
    let mut reported: Vec<(usize, u16)> = Vec::new();
    for statement in said {
        let key = (statement.series, statement.year);
        if !reported.contains(&key)
            && let Some(message) = contradiction(context, &statement)
        {
            let typed = context.series()[statement.series].typed.join(" ");
            findings.add(passage.path(), message).resting_on(&[&typed]).span = said_at(passage, &statement);
            reported.push(key);
        }
    }
}

/// Where the passage says the number: behind the year, if it stands there.
fn said_at(passage: &Passage, Statement { year, number, .. }: &Statement) -> Option<Span> {
    let folded = half_width(&passage.text);
    let behind = folded.find(&format!("{year}年")).unwrap_or_default();
    let at = folded[behind..].find(&number.typed).map(|at| behind + at);
    let at = at.or_else(|| folded.find(&number.typed))?;
    Some(Span::in_folded(passage.place, &passage.text, &folded, at..at + number.typed.len()))
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    fn check(text: &str, expected: usize) {
        let findings = Case::of("C002").paragraphs("process", &["开头。", text]).findings();
        assert_eq!(findings.len(), expected, "{text}: {findings:#?}");
        for finding in findings {
            assert_eq!(finding.path.as_str(), "experience.process.content[1]");
        }
    }

    /// Each has one number that is not the table's.
    const CONTRADICTING: &[&str] = &[
        "质量损失率由2023年的1.20%降到2025年的0.72%。",
        "质量损失率由2023年的1.30%降到2024年的0.95%，2025年降到0.71%。",
        "2025年，公司实现主营业务收入35400万元；产品合格率99.50%。",
        "2025年，公司实现主营业务收入3.54亿元，利润总额3180万元。",
        "公司设备综合效率（OEE）2024年达到80.4%。",
        "近三年产品返修率分别为0.62%、0.48%和0.37%。",
        "2023—2025年，全员劳动生产率分别为19.8、22.0和26.1万元/人。",
        "2025年智能水表和超声波流量计的顾客满意度分别为92.8和92.7，比2023年提高2.6和2.7。",
        "智能水表国内市场占有率由2023年的6.1%提高到2025年的8.5%。",
        "２０２５年产品合格率达到９９．８０％。",
        "2025年产品合格率和设备综合效率分别为99.50%和84.1%。",
        "截至2025年公司主营业务收入为35400万元。",
        "与行业相比，我们仍有差距。公司2025年流动资产周转率为1.17次。",
        "据调查，2025年智能水表的顾客满意度为92.8，比2023年提高2.6；两类产品的顾客忠诚度分别为89.1和83.3。",
    ];

    #[test]
    fn another_number_for_the_same_measure_and_year_is_found() {
        for text in CONTRADICTING {
            check(text, 1);
        }
    }

    #[test]
    fn what_agrees_or_is_rounded_is_no_contradiction() {
        for text in [
            "质量损失率由2023年的1.20%降到2024年的0.95%，2025年降到0.71%，低于行业平均水平1.35%。",
            "2025年主营业务收入3.45亿元，利润总额0.32亿元。",
            "2025年主营业务收入3.4亿元。",
            "设备综合效率2025年达到83%。",
            "2025年全员劳动生产率25.1万元/人，流动资产周转率1.71次。",
        ] {
            check(text, 0);
        }
    }

    #[test]
    fn another_year_product_or_speaker_is_no_contradiction() {
        for text in [
            "2021年质量损失率为1.86%，2022年降到1.50%。",
            "圆锥流量计国内市场占有率2025年为9.9%。",
            "智能水表北美市场占有率2025年为2.9%，省内市场占有率为31%。",
            "竞争对手虚江仪表2025年产品合格率99.70%，质量损失率0.95%。",
            "行业平均2025年质量损失率为1.35%。",
            "虚江仪表股份有限公司产品合格率2025年为99.70%。",
            "德国虚莱2025年的产品合格率为99.90%。",
            "虚莱的产品合格率2025年为99.90%。",
            "2025年装配车间设备综合效率达到91.0%。",
            "2024年，团队实施精益改善，设备综合效率由75%提高到82%。",
            "2025年外购件产品合格率达到98.1%。",
            "2025年6月质量损失率降到0.60%，2025年上半年产品合格率99.61%。",
            "公司海外子公司2025年主营业务收入1200万元。",
            "出口产品2025年产品合格率为99.90%。",
            "精密加工线2025年设备综合效率达到91.0%。",
            "智能水表2025年产品合格率为99.80%。",
            "按合并报表口径，2025年主营业务收入为36800万元。",
        ] {
            check(text, 0);
        }
    }

    /// None gives the figure of a year.
    const NO_FIGURES: &[&str] = &[
        "目标是到2025年质量损失率不高于0.60%，设备综合效率达到85%。",
        "公司力争2025年产品合格率达到99.9%。",
        "2025年质量损失率不高于0.80%。",
        "2023年至2025年利润总额合计7940万元，三年累计主营业务收入91400万元。",
        "2025年设备综合效率比2023年提高6.9个百分点，质量损失率下降0.49个百分点。",
        "2025年主营业务收入增长14.6%，利润总额同比增长21.8%。",
        "2025年主营业务收入约3.4亿元，超过3亿元，产品合格率99%以上。",
        "2025年研发投入占主营业务收入的4.2%。",
        "2025年产品合格率保持在99.0%～99.6%。",
        "三年来质量损失率下降41%。",
        "质量损失率由1.9%降到0.8%。",
        "2025年主营业务收入中，智能水表21000万元。",
        "2021年，公司复盘近三年质量损失率分别为2.31%、2.08%和1.86%。",
        "实施前三年质量损失率分别为2.31%、2.08%和1.86%。",
        "近三年质量损失率累计下降41%，产品合格率三年行动目标为99.8%。",
    ];

    #[test]
    fn targets_sums_differences_and_approximations_are_no_contradiction() {
        for text in NO_FIGURES {
            check(text, 0);
        }
    }

    #[test]
    fn a_changed_table_contradicts_the_text() {
        let case = Case::of("C002").set("benefits[6].values.2024", "0.85");
        case.expect(&["warning experience.results.content[3]"]);
        let case = Case::of("C002").set("market.products[1].satisfaction.2025", "92.9");
        case.expect(&["warning experience.results.content[1]"]);
    }

    #[test]
    fn a_table_of_the_text_is_compared_too() {
        let cell = |text: &str| json!({ "type": "tableCell", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": text }] }] });
        let row = |cells: [&str; 4]| json!({ "type": "tableRow", "content": cells.map(cell) });
        let table = |value: &str, name: &str| {
            let rows = [row(["指标", "2023年", "2024年", "行业平均"]), row([name, "1.20", value, "7.77"])];
            json!({ "type": "doc", "content": [{ "type": "table", "attrs": { "id": "t1", "caption": "对比" }, "content": rows }] })
        };
        let case = |value: &str, name: &str| Case::of("C002").set("experience.process", table(value, name));
        case("0.96", "质量损失率（%）").expect(&["warning experience.process.content[0]"]);
        case("0.95", "质量损失率（%）").expect(&[]);
        case("0.96", "试点线质量损失率").expect(&[]);
        case("9.6", "质量损失率（‰）").expect(&[]);
    }
}
