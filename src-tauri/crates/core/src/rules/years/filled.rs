//! Whether every year is filled in.

use super::products;
use crate::form::Path;
use crate::number::NumberCell;
use crate::rules::indicator::is_named;
use crate::rules::{Context, Findings, Measure, Rule, Severity, YearSeries};

pub(super) const YEARS: Rule = Rule {
    id: "Y002",
    severity: Severity::Error,
    title: "三年数据未填全",
    explanation: "市场占有率、顾客满意度、顾客忠诚程度和各项指标都要填申报当年之前连续三年的数据。确实没有的填“/”，\
                  并在括号里写明原因，如“/（2024年3月投产）”；只填“/”而没有原因为警告。",
    clause: "附件1 填报说明3",
    check: years,
};

fn years(context: &Context, findings: &mut Findings) {
    for index in 0..context.content.market.products.len() {
        product(context, index, findings);
    }
    let rows = || context.series().iter().filter(|series| matches!(series.measure, Measure::Benefit(_)));
    if rows().all(YearSeries::is_blank) {
        findings
            .report_missing(Path::root("benefits"), "“经济和质量效益统计表”未填写：请填写各项指标的三年数据");
        return;
    }
    rows().for_each(|row| one_series(context, row, findings));
}

fn product(context: &Context, index: usize, findings: &mut Findings) {
    let product = &context.content.market.products[index];
    if products::is_blank(context, product) {
        return;
    }
    let series = &context.series()[index * 4..index * 4 + 4];
    if series.iter().all(YearSeries::is_blank) {
        let label = series[0].label.trim_end_matches("的国内市场占有率");
        let path = Path::root("market").key("products").index(index);
        findings.report_missing(
            path,
            format!("{label}的市场占有率、顾客满意度和顾客忠诚程度均未填写：请填写，不适用的填“/”并写明原因"),
        );
        return;
    }
    if series[..2].iter().all(YearSeries::is_blank) {
        let label = series[0].label.replace("国内市场占有率", "市场占有率");
        findings.report_missing(
            series[0].root.clone(),
            format!("{label}三年均未填写：请填写，不适用的填“/”并写明原因"),
        );
    } else {
        series[..2].iter().for_each(|share| cells(context, share, findings));
    }
    series[2..].iter().for_each(|one| one_series(context, one, findings));
}

fn one_series(context: &Context, series: &YearSeries, findings: &mut Findings) {
    if series.is_blank() {
        findings.report_missing(
            series.root.clone(),
            format!("“{}”三年均未填写：请填写，不适用的填“/”并写明原因", plain(series)),
        );
        return;
    }
    cells(context, series, findings);
}

fn cells(context: &Context, series: &YearSeries, findings: &mut Findings) {
    for (place, (typed, year)) in series.typed.iter().zip(context.edition.years()).enumerate() {
        let label = plain(series);
        let path = || series.path(context.edition, place);
        match NumberCell::read(typed) {
            NumberCell::Empty => {
                let message = format!("“{label}”{year}年未填写：请填写，不适用的填“/”并写明原因");
                findings.report_missing(path(), message);
            }
            NumberCell::NotApplicable { reason: None } => {
                let message =
                    format!("“{label}”{year}年填“{typed}”而没有原因：请在括号里写明，如“/（{year}年投产）”");
                findings.add(path(), message).missing().with_severity(Severity::Warning);
            }
            _ => {}
        }
    }
}

/// The label without quotation marks, to be quoted as a whole.
fn plain(series: &YearSeries) -> String {
    series.label.replace(['“', '”'], "")
}

pub(super) const KEPT: Rule = Rule {
    id: "Y014",
    severity: Severity::Warning,
    title: "缺少基本经济指标",
    explanation: "指标可以根据行业情况删减，但资产总额、主营业务收入、利润总额是判断规模和连续盈利的依据，评审时必看，不宜删去或换成别的。",
    clause: "附件1 经济和质量效益统计表 注；通知一（二）1",
    check: kept,
};

/// The three by their keys, each with the names that other statements give to the same figure.
const BASIC: [(&str, &[&str]); 3] = [
    ("total_assets", &["总资产", "资产总计", "资产合计"]),
    ("main_revenue", &["营业收入", "营业总收入", "销售收入"]),
    ("total_profit", &[]),
];

fn kept(context: &Context, findings: &mut Findings) {
    let rows = &context.content.benefits;
    if rows.is_empty() {
        return;
    }
    let printed = |key: &str| context.edition.application.benefits.rows.iter().find(|row| row.key == key);
    let is_there = |name: &str| rows.iter().any(|row| is_named(row, name));
    let absent = |(key, names): &&(&str, &[&str])| {
        let printed = printed(key).is_some_and(|printed| !is_there(&printed.name));
        printed && !names.iter().any(|name| is_there(name))
    };
    let names: Vec<&str> = BASIC
        .iter()
        .filter(absent)
        .filter_map(|(key, _)| printed(key))
        .map(|row| row.name.as_str())
        .collect();
    if !names.is_empty() {
        let shown = names.join("、");
        let message = format!("“经济和质量效益统计表”中没有{shown}：请加一行填上，评审要据此判断规模和盈利");
        findings.add(Path::root("benefits"), message).resting_on(&names);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::{Case, application};
    use serde_json::{Value, json};

    fn check(path: &str, value: impl Into<Value>, expected: &[&str]) {
        Case::of("Y002").set(path, value).expect(expected);
    }

    #[test]
    fn every_year_of_every_series_is_filled_in() {
        for path in [
            "market.products[0].share.2023.domestic",
            "market.products[1].share.2024.international",
            "market.products[0].satisfaction.2025",
            "market.products[0].loyalty.2023",
            "benefits[5].values.2024",
        ] {
            check(path, "", &[&format!("error {path}")]);
            check(path, "/", &[&format!("warning {path}")]);
            check(path, "——", &[&format!("warning {path}")]);
            check(path, "/（2024年3月投产）", &[]);
        }
    }

    #[test]
    fn what_is_wholly_empty_is_said_once() {
        check("market.products[0].satisfaction", json!({}), &["error market.products[0].satisfaction"]);
        check("market.products[0].share", json!({}), &["error market.products[0].share"]);
        check("market.products[2]", json!({ "name": "水泵" }), &["error market.products[2]"]);
        check("benefits[3].values", json!({}), &["error benefits[3].values"]);
        check("benefits", json!([]), &["error benefits"]);
        check(
            "benefits",
            json!([{ "key": "oee" }, { "key": "own1", "values": { "2019": "1" } }]),
            &["error benefits"],
        );
    }

    #[test]
    fn the_basic_indicators_are_kept() {
        let mut rows = application()["benefits"].clone();
        rows.as_array_mut().unwrap().drain(..2);
        let removed = || Case::of("Y014").set("benefits", rows.clone());
        removed().expect(&["warning benefits"]);
        removed().expect_message(&["资产总额、主营业务收入"]);
        let mut others = application()["benefits"].clone();
        others.as_array_mut().unwrap().drain(5..);
        others[0]["key"] = json!("own7");
        Case::of("Y014").set("benefits", others).expect(&[]);
        Case::of("Y014").set("benefits", json!([])).expect(&[]);
        Case::of("Y014").set("benefits[2].name", "研发投入").expect_message(&["没有利润总额"]);
        Case::of("Y014").set("benefits[0].name", "总资产周转率").expect_message(&["没有资产总额"]);
        Case::of("Y014").set("benefits[1].name", "营业收入").expect(&[]);
    }
}
