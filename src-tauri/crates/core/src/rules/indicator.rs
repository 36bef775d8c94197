//! Whether a row of the 经济和质量效益统计表 is still the one that the form came with.
//!
//! The form asks to replace an indicator by the one that is usual in the trade. The row then keeps its key, and with it
//! the direction of the old one: neither says anything of the new.

use crate::edition::{DefaultIndicator, Edition};
use crate::form::{Better, Indicator};
use crate::text::half_width;
use rust_decimal::Decimal;

/// Whether a row has this name; blanks, marks and a unit in brackets are no part of it. `isPrinted` of the page says
/// the same (`indicator-names.json`).
pub(crate) fn is_named(row: &Indicator, name: &str) -> bool {
    row.name == *name || bare(&row.name) == bare(name)
}

fn bare(name: &str) -> String {
    let is_part = |c: &char| !c.is_whitespace() && !['*', '★'].contains(c);
    let name: String = half_width(name).to_lowercase().chars().filter(is_part).collect();
    let name = name.trim_end_matches([':', ';', ',', '。']);
    name.split('(').next().unwrap_or_default().to_owned()
}

/// Whether a row measures what the printed one does, in its unit or, where that is money, in another sum of it.
pub(super) fn is_printed(row: &Indicator, printed: &DefaultIndicator) -> bool {
    is_named(row, &printed.name) && is_same_unit(&row.unit, &printed.unit)
}

fn is_same_unit(own: &str, printed: &str) -> bool {
    if own == printed {
        return true;
    }
    let unit = |text: &str| half_width(text).trim().to_lowercase();
    let (own, printed) = (unit(own), unit(printed));
    own.is_empty() || own == printed || (in_yuan(&own).is_some() && in_yuan(&printed).is_some())
}

/// What a unit of money is in 元; `None` for every other unit.
pub(super) fn in_yuan(unit: &str) -> Option<Decimal> {
    match unit {
        "元" => Some(Decimal::ONE),
        "千元" => Some(1_000.into()),
        "万元" => Some(10_000.into()),
        "百万元" => Some(1_000_000.into()),
        "千万元" => Some(10_000_000.into()),
        "亿元" => Some(100_000_000.into()),
        _ => None,
    }
}

/// Which way a row is better; `None` where neither is, and where only the row that was replaced is known to be.
pub(super) fn better(row: &Indicator, edition: &Edition) -> Option<Better> {
    let printed = edition.application.benefits.rows.iter().find(|printed| row.key.as_str() == printed.key);
    let inherited =
        printed.is_some_and(|printed| !is_named(row, &printed.name) && row.better == Some(printed.better));
    row.better.filter(|better| !inherited || told_by_name(&row.name) == Some(*better))
}

/// How much there is of something, as against how good it is: a smaller firm is no worse for having less.
pub(super) fn is_size(row: &Indicator) -> bool {
    in_yuan(half_width(&row.unit).trim()).is_some() && row.better == Some(Better::Higher)
}

const LOWER: [&str; 22] = [
    "不合格",
    "不良",
    "返修",
    "返工",
    "损失",
    "缺陷",
    "投诉",
    "抱怨",
    "废品",
    "报废",
    "故障",
    "退货",
    "索赔",
    "能耗",
    "单耗",
    "排放",
    "事故",
    "差错",
    "成本",
    "周期",
    "停机",
    "ppm",
];

const HIGHER: [&str; 19] = [
    "合格率",
    "良率",
    "良品率",
    "优等品率",
    "直通率",
    "通过率",
    "达标率",
    "达成率",
    "完成率",
    "准时",
    "及时",
    "满意",
    "忠诚",
    "周转率",
    "生产率",
    "效率",
    "利用率",
    "覆盖率",
    "占有率",
];

/// Which way the name alone says is better.
fn told_by_name(name: &str) -> Option<Better> {
    let name = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&LOWER) {
        return Some(Better::Lower);
    }
    has(&HIGHER).then_some(Better::Higher)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Content;
    use crate::rules::Context;
    use crate::rules::fixture::{application, edition, facts};
    use serde_json::{Value, json};

    /// The fixture with this name and unit in the row of this index.
    fn replaced(index: usize, name: &str, unit: &str) -> Content {
        let mut json = application();
        let row = &mut json["benefits"][index];
        (row["name"], row["unit"]) = (json!(name), json!(unit));
        serde_json::from_value(json).unwrap()
    }

    fn check_found(index: usize, key: &str, name: &str, unit: &str, expected: bool) {
        let content = replaced(index, name, unit);
        let facts = facts();
        let found = Context::new(&content, edition(), &facts).indicator(key).is_some();
        assert_eq!(found, expected, "{name} {unit}");
    }

    #[test]
    fn a_row_is_the_forms_own_while_name_and_unit_are() {
        check_found(2, "total_profit", "利润总额", "万元", true);
        check_found(2, "total_profit", " 利润 总额（万元）", "亿元", true);
        check_found(2, "total_profit", "研发投入", "万元", false);
        check_found(8, "rework_rate", "一次交验合格率", "%", false);
        check_found(8, "rework_rate", "产品返修率", "PPM", false);
        check_found(8, "rework_rate", "产品返修率", "％", true);
    }

    #[test]
    fn a_name_is_the_forms_as_in_the_page() {
        let cases: Vec<(String, String, bool)> =
            serde_json::from_str(include_str!("indicator-names.json")).unwrap();
        for (own, printed, expected) in cases {
            let row = Indicator { name: own.as_str().into(), ..Indicator::default() };
            assert_eq!(is_named(&row, &printed), expected, "{own} {printed}");
        }
    }

    #[test]
    fn a_row_typed_anew_is_found_by_its_name() {
        let mut content = replaced(2, "研发投入", "万元");
        let again = json!({ "key": "own1", "name": "利润总额", "unit": "万元", "values": { "2025": "-1" } });
        content.benefits.push(serde_json::from_value(again).unwrap());
        let facts = facts();
        let found =
            Context::new(&content, edition(), &facts).indicator("total_profit").map(|(index, _)| index);
        assert_eq!(found, Some(content.benefits.len() - 1));
    }

    fn check_better(index: usize, name: &str, own: Value, expected: Option<Better>) {
        let mut content = replaced(index, name, "%");
        if !own.is_null() {
            content.benefits[index].better = serde_json::from_value(own).unwrap();
        }
        assert_eq!(better(&content.benefits[index], edition()), expected, "{name}");
    }

    #[test]
    fn the_direction_of_a_replaced_row_is_not_that_of_the_old_one() {
        check_better(8, "产品返修率", Value::Null, Some(Better::Lower));
        check_better(8, "一次交验合格率", Value::Null, None);
        check_better(8, "一次交验合格率", json!("higher"), Some(Better::Higher));
        check_better(8, "一次交验不合格率", Value::Null, Some(Better::Lower));
        check_better(7, "客户退货率", Value::Null, None);
        check_better(7, "首件鉴定率", Value::Null, None);
    }
}
