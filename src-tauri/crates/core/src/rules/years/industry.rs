//! The comparison with the industry: 行业平均, 行业最佳, 名次.

use crate::form::{Better, Indicator, Path};
use crate::number::{self, NumberCell};
use crate::rules::indicator::{better, is_size};
use crate::rules::series::row_label;
use crate::rules::{Context, Findings, Fix, Rule, Severity, meant};
use rust_decimal::Decimal;
use std::cmp::Ordering;

pub(super) const COMPARISON: Rule = Rule {
    id: "Y007",
    severity: Severity::Warning,
    title: "行业平均、行业最佳或名次未填",
    explanation: "行业平均水平、行业最佳水平和本组织名次是显效性评审的依据，应逐项填写；\
                  查不到的可用行业协会、统计年鉴或上市公司年报数据，确实没有的填“/”。",
    clause: "附件1 经济和质量效益统计表；办法第六条（三）",
    check: comparison,
};

fn comparison(context: &Context, findings: &mut Findings) {
    let labels = &context.edition.application.benefits;
    let rows: Vec<_> = filled_rows(context).collect();
    let columns = |row: &'_ Indicator| {
        [&row.industry_average, &row.industry_best, &row.rank].map(|text| text.is_blank())
    };
    if rows.len() > 1 && rows.iter().all(|(_, row)| columns(row) == [true; 3]) {
        let message = format!(
            "各项指标的{}、{}、{}均未填写：请逐项填写，查不到的填“/”",
            labels.industry_average, labels.industry_best, labels.rank
        );
        findings.report_missing(Path::root("benefits"), message);
        return;
    }
    for (index, row) in rows {
        let root = Path::root("benefits").index(index);
        let label = row_label(index, row);
        let names = [&labels.industry_average, &labels.industry_best, &labels.rank];
        if columns(row) == [true; 3] {
            findings.report_missing(
                root,
                format!("“{label}”的行业平均、行业最佳和名次均未填写：请填写，查不到的填“/”"),
            );
            continue;
        }
        for ((key, name), _) in KEYS.iter().zip(names).zip(columns(row)).filter(|(_, blank)| *blank) {
            findings
                .report_missing(root.key(key), format!("“{label}”的“{name}”未填写：请填写，查不到的填“/”"));
        }
    }
}

const KEYS: [&str; 3] = ["industry_average", "industry_best", "rank"];

/// The rows with a value in one of the three years; of the others it is said that they are empty.
fn filled_rows<'a>(context: &Context<'a>) -> impl Iterator<Item = (usize, &'a Indicator)> {
    let years = context.edition.years();
    let rows = context.content.benefits.iter().enumerate();
    rows.filter(move |(_, row)| years.iter().any(|year| !row.values.text(*year).trim().is_empty()))
}

pub(super) const RANK: Rule = Rule {
    id: "Y008",
    severity: Severity::Error,
    title: "名次不是正整数",
    explanation: "“本组织名次”填1、2、3这样的正整数，不写“第”“前”“名”等字样；没有排名的填“/”。",
    clause: "附件1 经济和质量效益统计表",
    check: rank,
};

fn rank(context: &Context, findings: &mut Findings) {
    for (index, row) in context.content.benefits.iter().enumerate() {
        let wrong = match NumberCell::read(&row.rank) {
            NumberCell::Empty | NumberCell::NotApplicable { .. } => false,
            NumberCell::Number(rank) => {
                rank < Decimal::ONE || !rank.fract().is_zero() || row.rank.contains(['%', '％'])
            }
            NumberCell::Other(_) => true,
        };
        if wrong {
            let (label, typed) = (row_label(index, row), row.rank.trim());
            let message = format!("“{label}”的本组织名次填的“{typed}”：请填正整数，没有排名的填“/”");
            let path = Path::root("benefits").index(index).key("rank");
            findings.add(path, message).fixed_by(Fix::rewrite_if(&row.rank, rank_meant(&row.rank)));
        }
    }
}

/// 3 for 第3名, 第 3 位.
fn rank_meant(typed: &str) -> Option<String> {
    let bare = meant::compact(typed);
    let bare = bare.trim_start_matches('第').trim_end_matches(['名', '位']);
    let is_rank = bare.len() <= 4 && bare.bytes().all(|byte| byte.is_ascii_digit()) && !bare.starts_with('0');
    (is_rank && !bare.is_empty()).then(|| bare.to_owned())
}

pub(super) const BEST_AND_AVERAGE: Rule = Rule {
    id: "Y009",
    severity: Severity::Warning,
    title: "行业最佳差于行业平均",
    explanation: "行业最佳水平不应差于行业平均水平：越高越好的指标，最佳不低于平均；越低越好的，最佳不高于平均。\
                  请核对两列是否填反，以及该指标的优劣方向。",
    clause: "附件1 经济和质量效益统计表",
    check: |context, findings| {
        for (index, row) in context.content.benefits.iter().enumerate() {
            if worse(context, row, &row.industry_best, &row.industry_average).is_some() {
                let message = format!(
                    "“{}”的行业最佳（{}）差于行业平均（{}）：填反的请对调，没有填反的请在该行菜单里改正数值越高越好还是越低越好",
                    row_label(index, row),
                    row.industry_best.trim(),
                    row.industry_average.trim()
                );
                let path = Path::root("benefits").index(index).key("industry_best");
                findings.add(path, message).resting_on(&[&row.industry_best, &row.industry_average]);
            }
        }
    },
};

pub(super) const FIRST_AND_BEST: Rule = Rule {
    id: "Y010",
    severity: Severity::Warning,
    title: "名次第一却差于行业最佳",
    explanation: "名次为1，说明本组织就是行业最佳，当年的数值不应差于行业最佳水平。请核对名次、数值或行业最佳水平。",
    clause: "附件1 经济和质量效益统计表",
    check: |context, findings| {
        let year = context.edition.last_year();
        for (index, row) in context.content.benefits.iter().enumerate() {
            let own = row.values.text(year);
            if number::parse(&row.rank) == Some(Decimal::ONE)
                && worse(context, row, own, &row.industry_best).is_some()
            {
                let message = format!(
                    "“{}”名次为1，{year}年的{}却差于行业最佳{}：请核对，改正名次、数值或行业最佳水平",
                    row_label(index, row),
                    own.trim(),
                    row.industry_best.trim()
                );
                let path = Path::root("benefits").index(index).key("rank");
                findings.add(path, message).resting_on(&[&row.rank, own, &row.industry_best]);
            }
        }
    },
};

pub(super) const BELOW_AVERAGE: Rule = Rule {
    id: "Y011",
    severity: Severity::Warning,
    title: "本组织差于行业平均",
    explanation: "质量标杆应在行业内表现突出。最近一年的数值差于行业平均水平时，请核对数值和口径；\
                  确实如此的，宜在正文中说明原因，或换用更能体现经验成效的指标。资产、收入、利润等只表示规模大小的金额不比较。",
    clause: "通知一（二）2；办法第六条（三）",
    check: below_average,
};

fn below_average(context: &Context, findings: &mut Findings) {
    let year = context.edition.last_year();
    for (index, row) in context.content.benefits.iter().enumerate().filter(|(_, row)| !is_size(row)) {
        let own = row.values.text(year);
        if let Some(side) = worse(context, row, own, &row.industry_average) {
            let message = format!(
                "“{}”{year}年的{}{side}行业平均{}：请核对数值和口径；确实如此的，请换用更能体现成效的指标，或点“已核对”写明理由",
                row_label(index, row),
                own.trim(),
                row.industry_average.trim()
            );
            let path = Path::root("benefits").index(index).key("values").key(year);
            findings.add(path, message).resting_on(&[own, &row.industry_average]);
        }
    }
}

/// On which side of another typed value one lies, where it is the worse one after what is better for the row.
fn worse(context: &Context, row: &Indicator, one: &str, other: &str) -> Option<&'static str> {
    let order = number::parse(one)?.cmp(&number::parse(other)?);
    match (better(row, context.edition)?, order) {
        (Better::Higher, Ordering::Less) => Some("低于"),
        (Better::Lower, Ordering::Greater) => Some("高于"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::{Case, application};
    use serde_json::Value;

    fn check(rule: &'static str, path: &str, value: &str, expected: &[&str]) {
        Case::of(rule).set(path, value).expect(expected);
    }

    #[test]
    fn the_industry_is_compared_with_in_every_row() {
        for key in super::KEYS {
            let path = format!("benefits[3].{key}");
            check("Y007", &path, "", &[&format!("warning {path}")]);
            check("Y007", &path, "/", &[]);
        }
        let row = super::KEYS
            .iter()
            .fold(Case::of("Y007"), |case, key| case.set(&format!("benefits[3].{key}"), ""));
        row.expect(&["warning benefits[3]"]);
    }

    #[test]
    fn no_comparison_at_all_is_said_once() {
        let mut rows = application()["benefits"].clone();
        for row in rows.as_array_mut().unwrap() {
            super::KEYS.iter().for_each(|key| row[*key] = Value::Null);
        }
        Case::of("Y007").set("benefits", rows).expect(&["warning benefits"]);
    }

    #[test]
    fn a_rank_is_a_whole_number() {
        for wrong in ["0", "-1", "1.5", "第2", "前三", "2/10"] {
            check("Y008", "benefits[3].rank", wrong, &["error benefits[3].rank"]);
        }
        for right in ["1", "２", "12", "/", "—（无排名）", ""] {
            check("Y008", "benefits[3].rank", right, &[]);
        }
    }

    #[test]
    fn the_best_is_not_worse_than_the_average() {
        check("Y009", "benefits[7].industry_best", "98.4", &["warning benefits[7].industry_best"]);
        check("Y009", "benefits[6].industry_best", "1.36", &["warning benefits[6].industry_best"]);
        check("Y009", "benefits[6].industry_best", "1.35", &[]);
        let neither = Case::of("Y009").set("benefits[6].better", Value::Null);
        neither.set("benefits[6].industry_best", "9").expect(&[]);
    }

    #[test]
    fn the_first_is_the_best() {
        check("Y010", "benefits[6].rank", "1", &["warning benefits[6].rank"]);
        Case::of("Y010").set("benefits[6].rank", "1").set("benefits[6].industry_best", "0.71").expect(&[]);
        check("Y010", "benefits[6].rank", "2", &[]);
    }

    #[test]
    fn a_benchmark_is_not_below_average() {
        check("Y011", "benefits[5].values.2025", "73.9", &["warning benefits[5].values.2025"]);
        check("Y011", "benefits[6].values.2025", "1.4", &["warning benefits[6].values.2025"]);
        check("Y011", "benefits[5].values.2025", "74", &[]);
        check("Y011", "benefits[5].values.2023", "60", &[]);
        Case::of("Y011").set("benefits[5].values.2025", "73.9").expect_message(&["73.9低于行业平均74.0"]);
        Case::of("Y011").set("benefits[6].values.2025", "1.4").expect_message(&["1.4高于行业平均1.35"]);
    }

    #[test]
    fn a_smaller_firm_is_not_a_worse_one() {
        for size in 0..3 {
            check("Y011", &format!("benefits[{size}].values.2025"), "900", &[]);
        }
    }

    #[test]
    fn a_row_that_was_replaced_has_not_the_old_ones_direction() {
        let path = "benefits[8].values.2025";
        let replaced = |rule| {
            let case = Case::of(rule).set("benefits[8].name", "一次交验合格率").set(path, "97.1");
            case.set("benefits[8].industry_average", "95.2").set("benefits[8].industry_best", "98.8")
        };
        for rule in ["Y009", "Y010", "Y011"] {
            replaced(rule).expect(&[]);
        }
        replaced("Y011")
            .set("benefits[8].better", "higher")
            .set(path, "94")
            .expect(&[&format!("warning {path}")]);
    }

    #[test]
    fn a_rank_is_its_number() {
        let path = "benefits[5].rank";
        for typed in ["第3名", " 第 3 位", "3名", "第3"] {
            Case::of("Y008").set(path, typed).expect_fixed(&format!("error {path}"), path, "3");
        }
        assert_eq!(Case::of("Y008").set(path, "前三").findings()[0].fix, None);
    }
}
