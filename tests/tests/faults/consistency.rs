//! Faults between text and tables, C001–C007.

use super::obeying::{replace, right};
use super::{Fault, fault, sample};

/// One a rule.
pub fn faults() -> Vec<Fault> {
    let mut faults = names();
    faults.extend(statements());
    faults.extend(replaced());
    faults.extend(proportions());
    faults
}

const OWN: &str = "浙江虚屿精密轴承股份有限公司";
const OVERVIEW: &str = "experience.overview.content[0]";
const CORRECT: &str = "请核对，改正有误的一处";

fn names() -> Vec<Fault> {
    let named = |other: &'static str| {
        let case = sample().replace(OVERVIEW, OWN, other);
        fault("C001", "warning experience.overview.content[0]", case)
            .obeyed(CORRECT, replace(OVERVIEW, other, OWN))
    };
    let former = sample().replace(OVERVIEW, OWN, "浙江虚山轴承总厂");
    let former = former.facts(|facts| facts.former_organization = Some("浙江虚山轴承总厂".into()));
    let opinion = "recommendation.opinion";
    vec![
        named("浙江虚屿精密轴承有限公司"),
        named("浙江虚渔精密轴承股份有限公司"),
        named("宁波海曙阀门有限公司"),
        fault("C001", "warning experience.overview.content[0]", former)
            .obeyed(CORRECT, replace(OVERVIEW, "浙江虚山轴承总厂", OWN)),
        fault(
            "C001",
            "warning recommendation.opinion",
            sample().replace(opinion, OWN, "浙江虚屿精密轴承有限公司"),
        )
        .obeyed(CORRECT, right("recommendation.opinion")),
    ]
}

fn statements() -> Vec<Fault> {
    let said = |rule: &'static str, expected: &'static str, from: &'static str, to: &'static str, words| {
        let path = expected.split_once(' ').map_or("", |(_, path)| path);
        fault(rule, expected, sample().replace(path, from, to)).obeyed(words, replace(path, to, from))
    };
    let results = |block: &'static str, from, to| said("C002", block, from, to, CORRECT);
    vec![
        said(
            "C002",
            "warning experience.overview.content[1]",
            "188240万元",
            "18.28亿元",
            "统计表中为188240万元（即18.824亿元）",
        ),
        results("warning experience.process.content[37]", "2024年的79.6%", "2024年的76.9%"),
        results("warning experience.results.content[1]", "2025年的15.3%", "2025年的13.5%"),
        results("warning experience.results.content[3]", "93.8和94.0", "93.8和94.9"),
        results("warning experience.results.content[6]", "2025年降到0.63%", "2025年降到0.36%"),
        results("warning experience.results.content[7]", "79.6", "76.9"),
        said("C003", "warning experience.overview.content[0]", "1286人", "1268人", CORRECT),
    ]
}

/// 产品返修率 replaced by an indicator of the trade, while a chart's caption still names it.
fn replaced() -> Vec<Fault> {
    let chart = "experience.results.content[8].attrs";
    let case = sample().set("benefits[8].name", "一次交验不合格率");
    vec![
        fault("C002", "warning experience.results.content[8]", case)
            .obeyed("请改写标题", move |case, _| {
                case.set(&format!("{chart}.caption"), "质量损失率和一次交验不合格率三年变化")
            }),
    ]
}

fn proportions() -> Vec<Fault> {
    let staff = sample().set("declaration.employees", "12860");
    let staff = staff.replace(OVERVIEW, "1286人", "12860人");
    let rework = sample().set("benefits[8].values.2024", "0.52");
    let table = "experience.results.content[7]";
    vec![
        fault("C004", "warning benefits[4].values.2025", staff)
            .obeyed("改正有误的单位、数值或人数", right("declaration.employees")),
        fault("C005", "warning benefits[3].values.2024", sample().set("benefits[3].values.2024", "0.74"))
            .obeyed("改正三项中有误的数值", right("benefits[3].values.2024")),
        fault(
            "C006",
            "warning declaration.organization_size",
            sample().set("declaration.organization_size", "中型"),
        )
        .obeyed("应为大型：请改选", right("declaration.organization_size")),
        fault("C007", "warning benefits[8].values.2024", rework.replace(table, "0.33", "0.52"))
            .obeyed("改正有误的数值或口径", right("benefits[8].values.2024")),
    ]
}
