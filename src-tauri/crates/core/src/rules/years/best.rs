//! 名次 and 行业最佳 that exclude each other.

use crate::form::{Better, Path};
use crate::number;
use crate::rules::indicator::better;
use crate::rules::series::row_label;
use crate::rules::{Context, Findings, Rule, Severity};
use rust_decimal::Decimal;

pub(super) const BETTER_THAN_BEST: Rule = Rule {
    id: "Y024",
    severity: Severity::Warning,
    title: "优于行业最佳却不是第一",
    explanation: "本组织最近一年的数值好于行业最佳水平，名次就应当是1。请核对名次、数值和行业最佳水平，改正有误的一项。",
    clause: "附件1 经济和质量效益统计表",
    check: better_than_best,
};

fn better_than_best(context: &Context, findings: &mut Findings) {
    let year = context.edition.last_year();
    for (index, row) in context.content.benefits.iter().enumerate() {
        let typed = row.values.text(year);
        let numbers = (number::parse(typed), number::parse(&row.industry_best), number::parse(&row.rank));
        let (Some(own), Some(best), Some(rank)) = numbers else { continue };
        let is_better = match better(row, context.edition) {
            Some(Better::Higher) => own > best,
            Some(Better::Lower) => own < best,
            None => false,
        };
        let average = number::parse(&row.industry_average);
        let is_swapped = average.is_some_and(|average| match better(row, context.edition) {
            Some(Better::Higher) => best < average,
            _ => best > average,
        });
        if is_better && !is_swapped && rank > Decimal::ONE {
            let message = format!(
                "“{}”{year}年的{}好于行业最佳{}，名次却是{}：请核对，改正名次、数值或行业最佳水平",
                row_label(index, row),
                typed.trim(),
                row.industry_best.trim(),
                row.rank.trim()
            );
            let path = Path::root("benefits").index(index).key("rank");
            findings.add(path, message).resting_on(&[&row.rank, typed, &row.industry_best]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::Value;

    #[test]
    fn who_is_better_than_the_best_is_the_first() {
        let place = "warning benefits[6].rank";
        Case::of("Y024").set("benefits[6].industry_best", "0.72").expect(&[place]);
        Case::of("Y024").set("benefits[6].industry_best", "0.71").expect(&[]);
        Case::of("Y024").set("benefits[6].industry_best", "0.72").set("benefits[6].rank", "1").expect(&[]);
        Case::of("Y024").set("benefits[6].industry_best", "0.72").set("benefits[6].rank", "/").expect(&[]);
        Case::of("Y024").set("benefits[5].industry_best", "83.0").expect(&["warning benefits[5].rank"]);
        Case::of("Y024")
            .set("benefits[6].industry_best", "0.72")
            .set("benefits[6].better", Value::Null)
            .expect(&[]);
    }
}
