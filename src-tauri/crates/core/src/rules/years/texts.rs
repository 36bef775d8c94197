//! 社会效益统计表 and 品牌影响与创新成果统计表.

use crate::edition::RowLabels;
use crate::form::{Path, Row};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const ROWS: Rule = Rule {
    id: "Y017",
    severity: Severity::Error,
    title: "社会效益或品牌影响未填全",
    explanation: "社会效益统计表和品牌影响与创新成果统计表的每一项都要有内容；整项三年皆空为错误，其中一年为空为警告。\
                  不适用的项目可以删去或换成行业适用的项目。",
    clause: "附件1 社会效益统计表、品牌影响与创新成果统计表",
    check: |context, findings| {
        let labels = &context.edition.application;
        findings.under("附件1 社会效益统计表 注");
        table(context, "social", &context.content.social, &labels.social, findings);
        findings.under("附件1 品牌影响与创新成果统计表");
        table(context, "brand", &context.content.brand, &labels.brand, findings);
    },
};

fn table(context: &Context, key: &str, rows: &[Row], labels: &RowLabels, findings: &mut Findings) {
    let title = &labels.title;
    let empty_years = |row: &Row| context.edition.years().map(|year| row.values.text(year).trim().is_empty());
    let is_empty = |row: &Row| empty_years(row) == [true; 3];
    if rows.iter().all(is_empty) {
        findings.report_missing(Path::root(key), format!("“{title}”未填写：请逐项填写三年的情况"));
        return;
    }
    for (index, row) in rows.iter().enumerate() {
        let path = Path::root(key).index(index);
        let name = shortened(row, index);
        if is_empty(row) {
            findings.report_missing(
                path,
                format!("“{title}”的“{name}”三年均未填写：请填写，不适用的请删去这一项"),
            );
            continue;
        }
        let empty = context.edition.years().into_iter().zip(empty_years(row)).filter(|(_, empty)| *empty);
        for (year, _) in empty {
            let message = format!("“{title}”的“{name}”{year}年未填写：请填写，没有的填“/”");
            findings.add(path.key("values").key(year), message).missing().with_severity(Severity::Warning);
        }
    }
}

/// The beginning of a long item.
fn shortened(row: &Row, index: usize) -> String {
    const SHOWN: usize = 12;
    let item = row.item.trim();
    match item.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &item[..end]),
        None if item.is_empty() => format!("第{}项", index + 1),
        None => item.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    #[test]
    fn every_row_says_something_of_every_year() {
        for table in ["social", "brand"] {
            let case = || Case::of("Y017");
            case().set(&format!("{table}[1].values"), json!({})).expect(&[&format!("error {table}[1]")]);
            let one = format!("{table}[0].values.2024");
            case().set(&one, " ").expect(&[&format!("warning {one}")]);
            case().set(&one, "/").expect(&[]);
            case()
                .set(table, json!([{ "item": "甲" }, { "item": "乙" }]))
                .expect(&[&format!("error {table}")]);
            case().set(table, json!([])).expect(&[&format!("error {table}")]);
            case().set(&format!("{table}[1].item"), "").expect(&[]);
        }
    }
}
