//! 组织规模.

use crate::form::Path;
use crate::number;
use crate::rules::{Context, Findings, Rule, Severity};
use rust_decimal::Decimal;

pub(super) const SIZE: Rule = Rule {
    id: "C006",
    severity: Severity::Warning,
    title: "组织规模与人数、收入不符",
    explanation: "工业企业按《统计上大中小微型企业划分办法（2017）》划分：大型为从业人员1000人及以上且营业收入40000万元及以上，\
                  中型为300人及以上且2000万元及以上，小型为20人及以上且300万元及以上，其余为微型；两项须同时满足，否则下划一档。",
    clause: "附件1 申报表 组织规模；统计上大中小微型企业划分办法（2017）",
    check: size,
};

/// 门类 that count as industry (工业).
const INDUSTRY: &[&str] = &["采矿业", "制造业", "电力、热力、燃气及水生产和供应业"];

/// Size, heads at least, revenue at least in 万元.
const SIZES: &[(&str, i64, i64)] =
    &[("大型", 1000, 40000), ("中型", 300, 2000), ("小型", 20, 300), ("微型", 0, 0)];

fn size(context: &Context, findings: &mut Findings) {
    let declaration = &context.content.declaration;
    let chosen = SIZES.iter().find(|(size, ..)| declaration.organization_size.trim().starts_with(size));
    let (Some(chosen), Some((employees, revenue)), Some(expected)) =
        (chosen, heads_and_revenue(context), size_of(context))
    else {
        return;
    };
    if expected != chosen.0 {
        let message = format!(
            "“组织规模”选的是{}；员工总数{employees}人、主营业务收入{revenue}万元，按划分办法应为{expected}：请改选，或改正人数、收入中有误的",
            chosen.0
        );
        let (heads, earned) = (employees.to_string(), revenue.to_string());
        let path = Path::root("declaration").key("organization_size");
        findings.add(path, message).resting_on(&[chosen.0, &heads, &earned]);
    }
}

/// The 组织规模 that follows from 员工总数 and 主营业务收入; `None` outside industry and where one of them is missing.
pub fn size_of(context: &Context) -> Option<&'static str> {
    let industry = context.content.declaration.industry.trim();
    let (employees, revenue) = heads_and_revenue(context)?;
    let fits =
        |(_, heads, least): &&(&str, i64, i64)| employees >= (*heads).into() && revenue >= (*least).into();
    let is_industry = INDUSTRY.iter().any(|section| industry.starts_with(section));
    SIZES.iter().find(fits).filter(|_| is_industry).map(|(size, ..)| *size)
}

fn heads_and_revenue(context: &Context) -> Option<(Decimal, Decimal)> {
    Some((number::parse(&context.content.declaration.employees)?, revenue(context)?))
}

/// 主营业务收入 of the last year, in 万元.
fn revenue(context: &Context) -> Option<Decimal> {
    let (_, row) = context.indicator("main_revenue")?;
    let value = number::parse(row.values.text(context.edition.last_year()))?;
    match row.unit.trim() {
        "万元" => Some(value),
        "亿元" => value.checked_mul(10_000.into()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(size: &str, employees: &str, revenue: &str, expected: &[&str]) {
        Case::of("C006")
            .set("declaration.organization_size", size)
            .set("declaration.employees", employees)
            .set("benefits[1].values.2025", revenue)
            .expect(expected);
    }

    const WRONG: &[&str] = &["warning declaration.organization_size"];

    #[test]
    fn both_heads_and_revenue_reach_the_size() {
        check("大型", "1000", "40000", &[]);
        check("大型", "999", "40000", WRONG);
        check("大型", "1000", "39999", WRONG);
        check("中型", "300", "2000", &[]);
        check("中型", "5000", "39999.9", &[]);
        check("小型", "299", "90000", &[]);
        check("小型", "300", "2000", WRONG);
        check("微型", "19", "90000", &[]);
        check("小型", "20", "299", WRONG);
    }

    #[test]
    fn what_cannot_be_told_is_left_alone() {
        check("", "1000", "40000", &[]);
        check("其他", "1000", "40000", &[]);
        check("中型", "", "40000", &[]);
        check("中型", "1000", "/", &[]);
        Case::of("C006")
            .set("declaration.industry", "建筑业 > 房屋建筑业")
            .set("declaration.employees", "5")
            .expect(&[]);
    }
}
