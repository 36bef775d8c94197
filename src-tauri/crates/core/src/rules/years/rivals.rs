//! Competitors that are none, and products nobody competes in.

use crate::form::Path;
use crate::rules::legal_names::folded;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const ONESELF: Rule = Rule {
    id: "Y026",
    severity: Severity::Warning,
    title: "竞争对手就是申报组织",
    explanation: "主要竞争对手和标杆名录里填的是别家，不是申报组织自己。请改为竞争对手或标杆的名称，或删去这一行。",
    clause: "附件1 主要竞争对手和标杆名录",
    check: oneself,
};

pub(super) const OTHER_PRODUCT: Rule = Rule {
    id: "Y027",
    severity: Severity::Hint,
    title: "竞争对手的产品不在主导产品之列",
    explanation: "名录要求按主要产品或服务类别分别填写，“产品/服务名称”宜与顾客市场绩效统计表的主导产品一致。\
                  与哪一个主导产品都没有相同的字词时提示，多半是去年的产品没有改。请核对。",
    clause: "附件1 主要竞争对手和标杆名录 注；顾客市场绩效统计表 主导产品/服务",
    check: other_product,
};

fn row(index: usize, key: &str) -> Path {
    Path::root("competitors").index(index).key(key)
}

fn oneself(context: &Context, findings: &mut Findings) {
    let own = folded(&context.content.organization);
    for (index, rival) in context.content.competitors.iter().enumerate() {
        let name = folded(&rival.name);
        let bare = name.split('(').next().unwrap_or_default();
        if !own.is_empty() && (name == own || bare == own) {
            let message =
                format!("名录第{}行的竞争对手是申报组织自己：请改为竞争对手或标杆的名称，或删去", index + 1);
            findings.add(row(index, "name"), message).resting_on(&[&own, &rival.name]);
        }
    }
}

fn other_product(context: &Context, findings: &mut Findings) {
    let named = context.content.market.products.iter().map(|product| folded(&product.name));
    let products: Vec<String> = named.filter(|name| !name.is_empty()).collect();
    if products.is_empty() {
        return;
    }
    for (index, rival) in context.content.competitors.iter().enumerate() {
        let product = folded(&rival.product);
        if product.chars().count() >= 2 && !products.iter().any(|own| share_words(own, &product)) {
            let message = format!(
                "名录第{}行的产品“{}”不在主导产品（{}）之列：请核对，改为对应的主导产品",
                index + 1,
                rival.product.trim(),
                products.join("、")
            );
            findings.add(row(index, "product"), message).resting_on(&[&product, &products.join("、")]);
        }
    }
}

/// Whether two neighbouring characters of one stand in the other, or either holds Latin letters of the other.
fn share_words(one: &str, other: &str) -> bool {
    let chars: Vec<char> = other.chars().collect();
    chars.windows(2).any(|pair| one.contains(pair.iter().collect::<String>().as_str()))
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    #[test]
    fn nobody_competes_with_oneself() {
        let path = "competitors[1].name";
        Case::of("Y026").set(path, "宁波虚安智能水表有限公司").expect(&["warning competitors[1].name"]);
        Case::of("Y026")
            .set(path, "宁波虚安智能水表有限公司（本公司）")
            .expect(&["warning competitors[1].name"]);
        Case::of("Y026").set(path, "宁波虚安智能燃气表有限公司").expect(&[]);
        Case::of("Y026").set("organization", "").set(path, "").expect(&[]);
    }

    #[test]
    fn rivals_make_what_one_makes() {
        let path = "competitors[1].product";
        Case::of("Y027").set(path, "轮毂轴承").expect(&["hint competitors[1].product"]);
        for own in ["智能水表（NB-IoT）", "超声波水表", "流量计量仪表", "", "/"] {
            Case::of("Y027").set(path, own).expect(&[]);
        }
    }
}
