//! Full-width digits and letters where numbers and codes are asked for.

use super::reachable::{is_mobile, is_telephone};
use crate::form::{Path, Text};
use crate::number;
use crate::rules::{Context, Findings, Fix, Measure, Rule, Severity, meant};
use crate::text::half_width;

pub(super) const FULL_WIDTH: Rule = Rule {
    id: "F026",
    severity: Severity::Hint,
    title: "数字或号码用了全角字符",
    explanation: "数据、号码、邮编里的全角数字和符号（１２．５％）看上去与半角相近，打印出来却宽窄不一，复制到在线填报里还可能被退回。\
                  请改为半角，可以一键改正。",
    clause: "附件1 填报说明3",
    check: full_width,
};

fn full_width(context: &Context, findings: &mut Findings) {
    let mut judge = |typed: &str, path: &dyn Fn() -> Path| {
        if let Some(narrow) = meant::narrow(typed) {
            let message = format!("“{}”里有全角字符：请改为半角“{narrow}”", typed.trim());
            findings.add(path(), message).fixed_by(Fix::rewrite(typed, narrow));
        }
    };
    declaration(context, &mut judge);
    recommendation(context, &mut judge);
    tables(context, &mut judge);
}

/// Judges a text that is read as what is asked for; of others another rule says that they are none.
type Judge<'j> = &'j mut dyn FnMut(&str, &dyn Fn() -> Path);

fn declaration(context: &Context, judge: Judge) {
    let declaration = &context.content.declaration;
    let (root, contact) = (Path::root("declaration"), &declaration.contact);
    let numbers: [(&str, &Text); 5] = [
        ("employees", &declaration.employees),
        ("tqm_education_rate", &declaration.tqm_education_rate),
        ("quality_staff_rate", &declaration.quality_staff_rate),
        ("engineering_training_rate", &declaration.engineering_training_rate),
        ("improvement_rate", &declaration.improvement_rate),
    ];
    for (key, typed) in numbers.into_iter().filter(|(_, typed)| number::parse(typed).is_some()) {
        judge(typed, &|| root.key(key));
    }
    if is_telephone(&contact.telephone) {
        judge(&contact.telephone, &|| root.key("contact").key("telephone"));
    }
    if is_mobile(&contact.mobile) {
        judge(&contact.mobile, &|| root.key("contact").key("mobile"));
    }
    if half_width(contact.postcode.trim()).len() == 6 {
        judge(&contact.postcode, &|| root.key("contact").key("postcode"));
    }
}

fn recommendation(context: &Context, judge: Judge) {
    let (units, root) = (&context.content.recommendation, Path::root("recommendation"));
    if is_telephone(&units.telephone) {
        judge(&units.telephone, &|| root.key("telephone"));
    }
    if is_mobile(&units.mobile) {
        judge(&units.mobile, &|| root.key("mobile"));
    }
}

fn tables(context: &Context, judge: Judge) {
    let mut cell = |typed: &str, path: &dyn Fn() -> Path| {
        if number::parse(typed).is_some() {
            judge(typed, path);
        }
    };
    for series in context.series() {
        for (place, typed) in series.typed.iter().enumerate() {
            cell(typed, &|| series.path(context.edition, place));
        }
        let (Measure::Benefit(row), Some(root)) = (series.measure, series.root.parent()) else { continue };
        cell(&row.industry_average, &|| root.key("industry_average"));
        cell(&row.industry_best, &|| root.key("industry_best"));
        cell(&row.rank, &|| root.key("rank"));
    }
    for (index, row) in context.content.competitors.iter().enumerate() {
        cell(&row.market_share, &|| Path::root("competitors").index(index).key("market_share"));
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    #[test]
    fn wide_numbers_are_narrowed_wherever_one_is_asked_for() {
        for (path, wide, narrow) in [
            ("declaration.employees", "４２０", "420"),
            ("declaration.contact.postcode", "３１５０００", "315000"),
            ("recommendation.mobile", "１３８０００００００１", "13800000001"),
            ("recommendation.telephone", "０５７１－８８０００００１", "0571-88000001"),
            ("benefits[0].values.2025", "９５６００．５", "95600.5"),
            ("benefits[0].rank", "５", "5"),
            ("market.products[0].share.2024.domestic", "１２．５％", "12.5%"),
            ("competitors[0].market_share", "１２", "12"),
        ] {
            Case::of("F026").set(path, wide).expect_fixed(&format!("hint {path}"), path, narrow);
        }
    }

    #[test]
    fn what_another_rule_speaks_of_is_left_to_it() {
        for typed in ["／（2024年投产）", "１２３万元", "约１２"] {
            Case::of("F026").set("benefits[0].values.2025", typed).expect(&[]);
        }
        Case::of("F026").set("declaration.contact.mobile", "１３８０").expect(&[]);
    }
}
