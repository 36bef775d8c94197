//! Units of the form's own indicators.

use crate::form::Path;
use crate::rules::{Context, Fix, Rule, Severity};

pub(super) const UNITS: Rule = Rule {
    id: "Y022",
    severity: Severity::Warning,
    title: "指标没有单位",
    explanation: "经济和质量效益统计表自带的指标都有规定的单位，缺了单位看不出数值是多少。请补上，可以一键补回；换了单位的请写明换用的单位。",
    clause: "附件1 经济和质量效益统计表 单位",
    check: |context, findings| {
        let printed = &context.edition.application.benefits.rows;
        for (index, row) in context.content.benefits.iter().enumerate() {
            let known = printed.iter().find(|known| known.name == row.name.trim() && !known.unit.is_empty());
            if let Some(known) = known.filter(|_| row.unit.is_blank() && is_filled(context, index)) {
                let message =
                    format!("“{}”没有单位：通知规定的单位是“{}”，请补上", row.name.trim(), known.unit);
                let path = Path::root("benefits").index(index).key("unit");
                let fix = Fix::rewrite(&row.unit, known.unit.as_str());
                findings.add(path, message).missing().fixed_by(fix);
            }
        }
    },
};

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
            "warning benefits[2].unit",
            "benefits[2].unit",
            "万元",
        );
        Case::of("Y022").set("benefits[2].unit", "亿元").expect(&[]);
        Case::of("Y022").set("benefits[2].unit", "").set("benefits[2].name", "研发投入").expect(&[]);
        Case::of("Y022").set("benefits[2].unit", "").set("benefits[2].values", json!({})).expect(&[]);
    }
}
