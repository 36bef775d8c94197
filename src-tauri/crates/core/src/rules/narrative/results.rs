//! 实施成效: a comparison, the three kinds of results.

use super::words::has;
use crate::form::rich_text::{Block, SeriesSource};
use crate::form::{Path, Section};
use crate::rules::{Context, Findings, Passage, Rule, Severity};

pub(super) const COMPARISON: Rule = Rule {
    id: "N012",
    severity: Severity::Warning,
    title: "实施成效没有与同行对比",
    explanation: "编写说明要求有与竞争对手和行业标杆的数据对比情况。请写出行业平均、行业最佳或主要竞争对手的同期数值，\
        或插入带行业水平对比的图表。",
    clause: "附件2 一、5；办法第六条（三）",
    check: comparison,
};

pub(super) const KINDS: Rule = Rule {
    id: "N013",
    severity: Severity::Warning,
    title: "实施成效缺少一类绩效",
    explanation: "绩效结果应包括顾客市场绩效、经济和质量效益、社会效益三个方面。请补上缺少的方面，并与前面各统计表的数据一致。",
    clause: "附件2 一、5",
    check: kinds,
};

fn path() -> Path {
    Path::section(Section::Results)
}

fn is_written(context: &Context) -> bool {
    !context.content.experience.results.is_blank()
}

/// Words of a comparison.
const COMPARED: [&str; 20] = [
    "行业平均",
    "行业最佳",
    "行业最好",
    "行业先进",
    "行业领先",
    "行业水平",
    "行业均值",
    "行业第",
    "行业前",
    "行业标准值",
    "竞争对手",
    "竞品",
    "同行",
    "同类",
    "标杆",
    "对标",
    "排名",
    "国内第",
    "国际先进",
    "国际水平",
];

/// Where these words compare nothing: the honour applied for, visitors, faults of one kind.
const NOT_COMPARED: [&str; 7] =
    ["质量标杆", "同行观摩", "同行交流", "接待同行", "同类问题", "同类缺陷", "同类故障"];

fn comparison(context: &Context, findings: &mut Findings) {
    let names = competitor_names(context);
    let compared = |passage: &Passage| {
        let text = NOT_COMPARED.iter().fold(passage.text.clone(), |text, term| text.replace(term, ""));
        has(&text, &COMPARED) || names.iter().any(|name| text.contains(name))
    };
    let results = &context.content.experience.results;
    let drawn = results.blocks.iter().any(|block| is_compared(context, block));
    if is_written(context) && !drawn && !context.passages_of(Section::Results).any(compared) {
        findings.report(path(), "“实施成效”没有与竞争对手、行业水平或标杆的对比：请写出他们的同期数值");
    }
}

/// The names that the 主要竞争对手和标杆名录 gives, cut to what a text is likely to use of them.
fn competitor_names(context: &Context) -> Vec<String> {
    let names = context.content.competitors.iter().map(|competitor| competitor.name.trim());
    names.filter(|name| name.chars().count() >= 2).map(|name| name.chars().take(4).collect()).collect()
}

/// Whether a chart draws the level of the industry beside.
fn is_compared(context: &Context, block: &Block) -> bool {
    let Block::Chart(chart) = block else { return false };
    let has_level = |key: &str| {
        let mut rows = context.content.benefits.iter();
        rows.any(|row| row.key == key && !(row.industry_average.is_blank() && row.industry_best.is_blank()))
    };
    chart.compare
        && chart.series.iter().any(|series| match SeriesSource::parse(series) {
            Some(SeriesSource::Benefit(key)) => has_level(key),
            _ => false,
        })
}

const MARKET: [&str; 10] =
    ["顾客", "客户", "用户", "市场", "满意度", "忠诚", "占有率", "份额", "订单", "主机厂"];

const BENEFIT: [&str; 22] = [
    "经济效益",
    "质量效益",
    "收入",
    "利润",
    "产值",
    "成本",
    "合格率",
    "不良率",
    "缺陷",
    "损失",
    "返修",
    "返工",
    "生产率",
    "良率",
    "良品率",
    "营收",
    "销售额",
    "节约",
    "故障率",
    "设备综合效率",
    "废品",
    "税",
];

const SOCIAL: [&str; 32] = [
    "社会",
    "环保",
    "环境保护",
    "环境污染",
    "生态",
    "节能",
    "能耗",
    "减排",
    "排放",
    "低碳",
    "双碳",
    "减碳",
    "碳足迹",
    "产业链",
    "供应链",
    "供方",
    "供应商",
    "上下游",
    "就业",
    "公益",
    "绿色",
    "资源利用",
    "综合利用",
    "节水",
    "节电",
    "废水",
    "固废",
    "危废",
    "回用",
    "推广应用",
    "乡村",
    "带动",
];

fn kinds(context: &Context, findings: &mut Findings) {
    if !is_written(context) {
        return;
    }
    let kinds = [("顾客市场绩效", &MARKET[..]), ("经济和质量效益", &BENEFIT[..]), ("社会效益", &SOCIAL[..])];
    let told =
        |words: &[&str]| context.passages_of(Section::Results).any(|passage| has(&passage.text, words));
    let absent: Vec<&str> = kinds.iter().filter(|(_, words)| !told(words)).map(|(name, _)| *name).collect();
    if !absent.is_empty() {
        let message = format!("“实施成效”没有写到{}：请补充这方面的结果", absent.join("、"));
        findings.add(path(), message).resting_on(&absent);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::{Value, json};

    const FOUND: &[&str] = &["warning experience.results"];

    fn check(rule: &'static str, text: &str, expected: &[&str]) {
        Case::of(rule).paragraphs("results", &[text]).expect(expected);
    }

    fn chart(series: &str, compare: bool) -> Value {
        json!({ "type": "chart", "attrs": { "id": "c9", "series": [series], "compare": compare } })
    }

    #[test]
    fn results_are_compared_with_others() {
        check("N012", "合格率提高到99.50%，公司入选省级质量标杆。", FOUND);
        check("N012", "合格率提高到99.50%，行业影响扩大。", FOUND);
        check("N012", "合格率提高到99.50%，接待同行36批次，同类问题不再发生。", FOUND);
        check("N012", "", &[]);
    }

    #[test]
    fn no_false_alarm_on_a_comparison_in_other_words() {
        for text in [
            "高于行业平均水平",
            "优于同行1.2个百分点",
            "虚江仪表为99.70%",
            "居国内第2位",
            "与标杆企业的差距缩小",
        ] {
            check("N012", text, &[]);
        }
        let drawn =
            |block| Case::of("N012").set("experience.results", json!({ "type": "doc", "content": [block] }));
        drawn(chart("benefits:oee", true)).expect(&[]);
        drawn(chart("benefits:oee", false)).expect(FOUND);
        drawn(chart("satisfaction:0", true)).expect(FOUND);
    }

    #[test]
    fn results_are_of_three_kinds() {
        let case = |text| Case::of("N013").paragraphs("results", &[text]);
        case("顾客满意度92.8，利润3180万元。").expect(FOUND);
        case("顾客满意度92.8，利润3180万元。").expect_message(&["没有写到社会效益"]);
        case("产业链更加稳固。").expect_message(&["没有写到顾客市场绩效、经济和质量效益"]);
        case("").expect(&[]);
    }

    #[test]
    fn no_false_alarm_where_a_kind_goes_by_another_name() {
        check("N013", "用户投诉减少一半；一次交检合格率99.5%；单位产品能耗下降8%。", &[]);
        check("N013", "市场份额7.5%；良品率99%；帮扶供应商14家。", &[]);
    }
}
