//! 员工总数 and the four rates of the 申报表.

use crate::form::{Path, Text};
use crate::number;
use crate::rules::{Context, Findings, Fix, Rule, Severity, meant};
use rust_decimal::Decimal;

pub(super) const EMPLOYEES: Rule = Rule {
    id: "F014",
    severity: Severity::Error,
    title: "员工总数不是正整数",
    explanation: "“员工总数”填人数，只写数字，不带“人”“约”“余”等字样；它也是四项比率的分母。",
    clause: "附件1 申报表 员工总数",
    check: employees,
};

fn employees(context: &Context, findings: &mut Findings) {
    let typed = context.content.declaration.employees.trim();
    if is_head_count(typed) {
        return;
    }
    let path = Path::root("declaration").key("employees");
    let message = match typed {
        "" => return findings.report_missing(path, "“员工总数”未填写：请填写人数"),
        _ => format!("“员工总数”填的是“{typed}”：请填写正整数，只写数字"),
    };
    let stored = &context.content.declaration.employees;
    let fix =
        Fix::rewrite_if(stored, meant::number(stored, &["人", "名"]).filter(|meant| is_head_count(meant)));
    findings.add(path, message).fixed_by(fix);
}

fn is_head_count(typed: &str) -> bool {
    number::parse(typed).is_some_and(|count| count > Decimal::ZERO && count.fract().is_zero())
}

pub(super) const RATES: Rule = Rule {
    id: "F015",
    severity: Severity::Error,
    title: "四项比率未填或不是0至100的百分数",
    explanation: "TQM普及教育普及率、质量岗位人员能力测评达标率、质量工程技术专业培训覆盖率、质量改进活动参与率都是百分数，\
                  填0至100之间的数，如98.6。",
    clause: "附件1 申报表",
    check: rates,
};

fn rates(context: &Context, findings: &mut Findings) {
    let rates = four_rates(context);
    let root = Path::root("declaration");
    if rates.iter().all(|(_, _, text)| text.is_blank()) {
        let message = "四项比率（TQM普及教育普及率、能力测评达标率、专业培训覆盖率、质量改进活动参与率）均未填写：请逐项填写0至100之间的数，如98.6";
        findings.report_missing(root.key(rates[0].0), message);
        return;
    }
    for (key, label, text) in rates {
        let typed = text.trim();
        if is_rate(typed) {
            continue;
        }
        if typed.is_empty() {
            let message = format!("“{label}”未填写：请填写0至100之间的数，如98.6");
            findings.report_missing(root.key(key), message);
            continue;
        }
        let message = format!("“{label}”填的是“{typed}”：请改为0至100之间的数，如98.6");
        let fix = Fix::rewrite_if(text, meant::number(text, &[]).filter(|meant| is_rate(meant)));
        findings.add(root.key(key), message).fixed_by(fix);
    }
}

fn is_rate(typed: &str) -> bool {
    number::parse(typed).is_some_and(|rate| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&rate))
}

pub(super) const FULL_RATES: Rule = Rule {
    id: "F016",
    severity: Severity::Warning,
    title: "比率正好为100%",
    explanation: "四项比率正好是100%的很少见（新员工、长期病休等都会使其低于100%），评审时常被问到依据。\
                  请核对分子和分母；确实如此可以保留。",
    clause: "附件1 申报表；填报说明3",
    check: full_rates,
};

fn full_rates(context: &Context, findings: &mut Findings) {
    for (key, label, text) in four_rates(context) {
        if number::parse(text) == Some(Decimal::ONE_HUNDRED) {
            let message =
                format!("“{label}”正好为100%：请核对分子、分母，有误的请改正；无误的点“已核对”写明理由");
            findings.report(Path::root("declaration").key(key), message);
        }
    }
}

/// Key, label without its definition, and what was typed.
fn four_rates<'a>(context: &'a Context) -> [(&'static str, &'a str, &'a Text); 4] {
    let declaration = &context.content.declaration;
    let labels = &context.edition.application.declaration;
    [
        ("tqm_education_rate", &labels.tqm_education_rate, &declaration.tqm_education_rate),
        ("quality_staff_rate", &labels.quality_staff_rate, &declaration.quality_staff_rate),
        (
            "engineering_training_rate",
            &labels.engineering_training_rate,
            &declaration.engineering_training_rate,
        ),
        ("improvement_rate", &labels.improvement_rate, &declaration.improvement_rate),
    ]
    .map(|(key, label, text)| (key, label.split('：').next().unwrap_or(label), text))
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(rule: &'static str, key: &str, value: &str, expected: &[&str]) {
        Case::of(rule).set(&format!("declaration.{key}"), value).expect(expected);
    }

    #[test]
    fn heads_are_counted_in_whole_numbers() {
        for wrong in ["", "0", "-3", "420人", "约420", "42.5", "/"] {
            check("F014", "employees", wrong, &["error declaration.employees"]);
        }
        for right in ["1", "1,286", "４２０"] {
            check("F014", "employees", right, &[]);
        }
    }

    #[test]
    fn rates_are_percentages() {
        for wrong in ["", "100.1", "-1", "全部", "/"] {
            check("F015", "quality_staff_rate", wrong, &["error declaration.quality_staff_rate"]);
        }
        for right in ["0", "100", "95.0%", "９５％"] {
            check("F015", "quality_staff_rate", right, &[]);
        }
    }

    #[test]
    fn four_empty_rates_are_one_thing_to_do() {
        let keys =
            ["tqm_education_rate", "quality_staff_rate", "engineering_training_rate", "improvement_rate"];
        let case =
            keys.iter().fold(Case::of("F015"), |case, key| case.set(&format!("declaration.{key}"), ""));
        case.expect(&["error declaration.tqm_education_rate"]);
    }

    #[test]
    fn exactly_a_hundred_is_doubtful() {
        for full in ["100", "100.00%"] {
            check("F016", "improvement_rate", full, &["warning declaration.improvement_rate"]);
        }
        for not in ["99.99", "100.5", ""] {
            check("F016", "improvement_rate", not, &[]);
        }
    }

    #[test]
    fn words_around_a_plain_number_are_left_out() {
        let fixed = |rule, key: &str, typed: &str, meant: &str| {
            let path = format!("declaration.{key}");
            Case::of(rule).set(&path, typed).expect_fixed(&format!("error {path}"), &path, meant);
        };
        fixed("F014", "employees", "４２０ 人", "420");
        fixed("F015", "improvement_rate", "98。6", "98.6");
        for unsure in ["约420", "420余人", "4.5人"] {
            assert_eq!(Case::of("F014").set("declaration.employees", unsure).findings()[0].fix, None);
        }
    }
}
