//! 主要竞争对手和标杆名录.

use crate::form::{Competitor, Path};
use crate::number;
use crate::rules::{Context, Findings, Rule, Severity};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

pub(super) const ANY: Rule = Rule {
    id: "Y018",
    severity: Severity::Error,
    title: "没有竞争对手和标杆",
    explanation: "按主要产品或服务类别至少列出一家竞争对手或标杆，评审据此判断组织在行业中的位置。",
    clause: "附件1 主要竞争对手和标杆名录 注",
    check: |context, findings| {
        if context.content.competitors.iter().all(is_blank) {
            let message = "“主要竞争对手和标杆名录”未填写：请按主要产品列出竞争对手或标杆及其优势";
            findings.report_missing(Path::root("competitors"), message);
        }
    },
};

pub(super) const COMPLETE: Rule = Rule {
    id: "Y019",
    severity: Severity::Error,
    title: "竞争对手信息不全",
    explanation: "每一家竞争对手或标杆都要写明产品或服务名称、对手名称和主要优势（含产品、服务质量水平评价）；用不着的行请删去。",
    clause: "附件1 主要竞争对手和标杆名录 注",
    check: complete,
};

fn complete(context: &Context, findings: &mut Findings) {
    let rows = &context.content.competitors;
    if rows.iter().all(is_blank) {
        return;
    }
    let labels = &context.edition.application.competitors;
    for (index, row) in rows.iter().enumerate() {
        let path = Path::root("competitors").index(index);
        let number = index + 1;
        if is_blank(row) {
            findings
                .report_missing(path, format!("“主要竞争对手和标杆名录”第{number}行是空的：请填写或删去"));
            continue;
        }
        let fields = [
            ("product", &labels.product, &row.product),
            ("name", &labels.name, &row.name),
            ("strengths", &labels.strengths, &row.strengths),
        ];
        for (key, label, _) in fields.iter().filter(|(_, _, text)| text.is_blank()) {
            let label = label.lines().next().unwrap_or_default();
            findings.report_missing(
                path.key(key),
                format!("“主要竞争对手和标杆名录”第{number}行的“{label}”未填写：请填写，不用的行请删去"),
            );
        }
    }
}

fn is_blank(row: &Competitor) -> bool {
    [&row.product, &row.name, &row.market_share, &row.strengths].iter().all(|text| text.is_blank())
}

pub(super) const SHARES: Rule = Rule {
    id: "Y020",
    severity: Severity::Warning,
    title: "同一产品的市场份额合计超过100%",
    explanation: "名录中同一产品各家的市场份额合计不应超过100%。超过时请核对数值，以及各家是否按同一市场（国内或国际）统计。",
    clause: "附件1 主要竞争对手和标杆名录 市场份额",
    check: shares,
};

fn shares(context: &Context, findings: &mut Findings) {
    let mut products: BTreeMap<&str, Vec<(usize, Decimal)>> = BTreeMap::new();
    for (index, row) in context.content.competitors.iter().enumerate() {
        let share = number::parse(&row.market_share).filter(|share| *share > Decimal::ZERO);
        if let Some(share) = share.filter(|_| !row.product.is_blank()) {
            products.entry(row.product.trim()).or_default().push((index, share));
        }
    }
    for (product, shares) in products {
        let sum = shares.iter().try_fold(Decimal::ZERO, |sum, (_, share)| sum.checked_add(*share));
        let within = sum.is_some_and(|sum| sum <= Decimal::ONE_HUNDRED);
        if !within && let Some((largest, _)) = shares.iter().max_by_key(|(_, share)| *share) {
            let total = sum.map_or(String::new(), |sum| format!("{sum}%，"));
            let each: Vec<String> = shares.iter().map(|(_, share)| format!("{share}%")).collect();
            let message = format!(
                "“{product}”各家的市场份额（{}）合计{total}超过100%：请核对，改正有误的或不按同一市场统计的数值",
                each.join("、")
            );
            let path = Path::root("competitors").index(*largest).key("market_share");
            findings.add(path, message).resting_on(&[product, &each.join("、")]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    #[test]
    fn there_is_a_competitor() {
        Case::of("Y018").set("competitors", json!([])).expect(&["error competitors"]);
        Case::of("Y018").set("competitors", json!([{}, {}])).expect(&["error competitors"]);
        Case::of("Y019").set("competitors", json!([{}, {}])).expect(&[]);
        Case::of("Y018").set("competitors", json!([{ "name": "甲" }])).expect(&[]);
    }

    #[test]
    fn a_competitor_has_product_name_and_strengths() {
        for key in ["product", "name", "strengths"] {
            let path = format!("competitors[1].{key}");
            Case::of("Y019").set(&path, "").expect(&[&format!("error {path}")]);
        }
        Case::of("Y019").set("competitors[2]", json!({})).expect(&["error competitors[2]"]);
        Case::of("Y019").set("competitors[1].market_share", "").expect(&[]);
    }

    #[test]
    fn shares_of_one_product_stay_within_100() {
        let one_product = || Case::of("Y020").set("competitors[1].product", "智能水表");
        let path = "competitors[0].market_share";
        one_product().set(path, "91.1%").expect(&[&format!("warning {path}")]);
        one_product().set(path, "91.0").expect(&[]);
        one_product().set(path, "约95%").expect(&[]);
        Case::of("Y020").set(path, "95").expect(&[]);
    }
}
