//! 主导产品/服务.

use crate::form::{Path, Product};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const PRODUCTS: Rule = Rule {
    id: "Y001",
    severity: Severity::Error,
    title: "主导产品未填或没有名称",
    explanation: "顾客市场绩效统计表至少填一种主导产品或服务，每种都要有名称，名称与正文和竞争对手名录一致。",
    clause: "附件1 顾客市场绩效统计表 主导产品/服务",
    check: products,
};

fn products(context: &Context, findings: &mut Findings) {
    let products = &context.content.market.products;
    let root = Path::root("market").key("products");
    if products.iter().all(|product| is_blank(context, product)) {
        findings.report_missing(root, "“顾客市场绩效统计表”未填写：请至少填一种主导产品/服务及其三年数据");
        return;
    }
    for (index, product) in products.iter().enumerate().filter(|(_, product)| product.name.is_blank()) {
        let what = if is_blank(context, product) {
            "整列未填写：请填写，或删去这一列"
        } else {
            "没有名称：请填写产品或服务名称"
        };
        findings
            .report_missing(root.index(index).key("name"), format!("第{}种“主导产品/服务”{what}", index + 1));
    }
}

/// Whether nothing that prints is filled in for a product.
pub(super) fn is_blank(context: &Context, product: &Product) -> bool {
    product.name.is_blank()
        && context.edition.years().into_iter().all(|year| {
            let share = product.share.get(year);
            share.is_none_or(|share| share.domestic.is_blank() && share.international.is_blank())
                && product.satisfaction.text(year).trim().is_empty()
                && product.loyalty.text(year).trim().is_empty()
        })
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    #[test]
    fn there_is_a_product_and_it_has_a_name() {
        Case::of("Y001").set("market.products", json!([])).expect(&["error market.products"]);
        Case::of("Y001").set("market.products", json!([{}, {}])).expect(&["error market.products"]);
        Case::of("Y001").set("market.products[1].name", " ").expect(&["error market.products[1].name"]);
        Case::of("Y001").set("market.products[2]", json!({})).expect(&["error market.products[2].name"]);
        Case::of("Y001").set("market.products[1].name", "水表").expect(&[]);
    }

    #[test]
    fn an_empty_table_is_said_once() {
        for rule in ["Y002", "Y015"] {
            let empty = json!({ "products": [{}], "satisfaction_survey": {}, "loyalty_survey": {} });
            Case::of(rule).set("market", empty).expect(&[]);
        }
    }
}
