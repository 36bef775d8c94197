//! Full-width digits and letters where numbers and codes are asked for.

use crate::form::{Path, Text};
use crate::rules::{Context, Findings, Fix, Measure, Rule, Severity, meant};

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
    let declaration = &context.content.declaration;
    let (root, contact) = (Path::root("declaration"), &declaration.contact);
    let own: [(&str, &Text); 5] = [
        ("employees", &declaration.employees),
        ("tqm_education_rate", &declaration.tqm_education_rate),
        ("quality_staff_rate", &declaration.quality_staff_rate),
        ("engineering_training_rate", &declaration.engineering_training_rate),
        ("improvement_rate", &declaration.improvement_rate),
    ];
    own.into_iter().for_each(|(key, typed)| judge(typed, &|| root.key(key)));
    let reached =
        [("telephone", &contact.telephone), ("mobile", &contact.mobile), ("postcode", &contact.postcode)];
    reached.into_iter().for_each(|(key, typed)| judge(typed, &|| root.key("contact").key(key)));
    let units = &context.content.recommendation;
    let reached = [("telephone", &units.telephone), ("mobile", &units.mobile)];
    reached.into_iter().for_each(|(key, typed)| judge(typed, &|| Path::root("recommendation").key(key)));
    tables(context, &mut judge);
}

fn tables(context: &Context, judge: &mut dyn FnMut(&str, &dyn Fn() -> Path)) {
    for series in context.series() {
        for (place, typed) in series.typed.iter().enumerate() {
            judge(typed, &|| series.path(context.edition, place));
        }
        let (Measure::Benefit(row), Some(root)) = (series.measure, series.root.parent()) else { continue };
        judge(&row.industry_average, &|| root.key("industry_average"));
        judge(&row.industry_best, &|| root.key("industry_best"));
        judge(&row.rank, &|| root.key("rank"));
    }
    for (index, row) in context.content.competitors.iter().enumerate() {
        judge(&row.market_share, &|| Path::root("competitors").index(index).key("market_share"));
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    #[test]
    fn wide_numbers_are_narrowed_wherever_one_is_asked_for() {
        for path in [
            "declaration.employees",
            "declaration.contact.postcode",
            "recommendation.mobile",
            "benefits[0].values.2025",
            "benefits[0].rank",
            "market.products[0].share.2024.domestic",
            "competitors[0].market_share",
        ] {
            let wide = Case::of("F026").set(path, "１２．５");
            wide.expect_fixed(&format!("hint {path}"), path, "12.5");
        }
        Case::of("F026").set("benefits[0].values.2025", "／（2024年投产）").expect(&[]);
    }
}
