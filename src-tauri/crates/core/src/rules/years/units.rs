//! Units of the indicators.

use crate::form::Path;
use crate::rules::series::row_label;
use crate::rules::{Context, Findings, Fix, Rule, Severity};

pub(super) const UNITS: Rule = Rule {
    id: "Y022",
    severity: Severity::Error,
    title: "指标没有单位",
    explanation: "经济和质量效益统计表的每个指标都有“单位”一栏，缺了单位看不出数值是多少。表里自带的指标可以一键补回规定的单位；\
                  换了单位的请写明换用的单位，没有量纲的指标（如过程能力指数）填“/”。",
    clause: "附件1 经济和质量效益统计表 单位",
    check: units,
};

fn units(context: &Context, findings: &mut Findings) {
    let printed = &context.edition.application.benefits.rows;
    let rows = context.content.benefits.iter().enumerate();
    for (index, row) in rows.filter(|(index, row)| row.unit.is_blank() && is_filled(context, *index)) {
        let path = Path::root("benefits").index(index).key("unit");
        let known = printed.iter().find(|known| known.name == row.name.trim() && !known.unit.is_empty());
        let label = row_label(index, row);
        match known {
            Some(known) => {
                let message = format!("“{label}”没有单位：通知规定的单位是“{}”，请补上", known.unit);
                let fix = Fix::rewrite(&row.unit, known.unit.as_str());
                findings.add(path, message).missing().fixed_by(fix);
            }
            None => {
                let message = format!("“{label}”没有单位：请填写，没有量纲的填“/”");
                findings.report_missing(path, message);
            }
        }
    }
}

/// Whether a row has a value in one of the three years.
fn is_filled(context: &Context, index: usize) -> bool {
    let row = &context.content.benefits[index];
    context.edition.years().iter().any(|year| !row.values.text(*year).trim().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    #[test]
    fn the_unit_that_the_form_prints_is_known() {
        Case::of("Y022").set("benefits[2].unit", " ").expect_fixed(
            "error benefits[2].unit",
            "benefits[2].unit",
            "万元",
        );
        Case::of("Y022").set("benefits[2].unit", "亿元").expect(&[]);
        Case::of("Y022").set("benefits[2].unit", "").set("benefits[2].values", json!({})).expect(&[]);
    }

    #[test]
    fn an_indicator_of_ones_own_has_a_unit_too() {
        let own =
            |unit: &str| Case::of("Y022").set("benefits[2].name", "研发投入").set("benefits[2].unit", unit);
        own("").expect(&["error benefits[2].unit"]);
        own("").expect_message(&["“研发投入”没有单位", "填“/”"]);
        own("/").expect(&[]);
    }
}
