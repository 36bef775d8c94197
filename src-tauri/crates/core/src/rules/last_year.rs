//! What last year's draft left in this one, part by part, until it is changed or confirmed (去年内容待更新).

use super::{Context, Findings, Rule, Severity};
use crate::form::map::{PartKey, Path};
use crate::form::{Origin, OriginKind};

/// The rule of a part of the registry, which speaks for these parts of the application.
pub(super) const fn rule(id: &'static str, check: fn(&Context, &mut Findings)) -> Rule {
    Rule {
        id,
        severity: Severity::Confirmation,
        title: "去年的内容没有更新或确认沿用",
        explanation: "由去年草稿生成的内容，今年是否仍然成立只有本单位知道。请打开“去年内容待更新”逐处查看：\
                      已变化的改成今年的，没有变化的确认沿用（可以整个部分一起确认，能撤销）。\
                      写着往年年份或“去年”“近三年”等的地方请先改写。改过或确认过的不再列出。",
        clause: "附件1 填报说明2；承诺书2",
        check,
    }
}

/// Asks for each of these parts in which something of last year stands that nobody has looked at.
pub(super) fn open(context: &Context, findings: &mut Findings, parts: &[PartKey]) {
    for part in parts {
        let own = |origin: &&Origin| origin.is_open() && PartKey::of(&origin.path) == *part;
        let open: Vec<&Origin> = context.facts.origins.iter().filter(own).collect();
        if let Some(first) = open.first() {
            findings.add(place(*part, &first.path), message(&open)).carried();
        }
    }
}

/// The part as a whole, as its window shows it.
fn place(part: PartKey, first: &Path) -> Path {
    match part.places().into_iter().find(|place| first.is_within(place)) {
        Some(place) => place,
        None => first.clone(),
    }
}

fn message(open: &[&Origin]) -> String {
    let (all, renew) = (open.len(), open.iter().filter(|origin| origin.kind == OriginKind::Renew).count());
    let imported = open.iter().filter(|origin| origin.kind == OriginKind::Imported).count();
    if imported > 0 {
        return format!("{all}处导入的内容还没有核对：请在“导入内容待核对”里逐处对照原件，改正，或确认无误");
    }
    let outdated = if renew > 0 { format!("，其中{renew}处须更新") } else { String::new() };
    format!(
        "{all}处去年的内容还没有更新或确认沿用{outdated}：请在“去年内容待更新”里逐处查看，改成今年的，或确认沿用"
    )
}

#[cfg(test)]
mod tests {
    use crate::form::{Origin, OriginKind};
    use crate::rules::fixture::Case;

    fn origin(path: &str, kind: OriginKind) -> Origin {
        let (label, value, reason, edition) = (String::new(), "1286".into(), String::new(), "2025".into());
        Origin { id: 1, path: path.into(), kind, label, value, reason, edition }
    }

    fn case(rule: &'static str, origins: &[(&str, OriginKind)]) -> Case {
        let origins = origins.iter().map(|(path, kind)| origin(path, *kind)).collect();
        Case::of(rule).facts(|facts| facts.origins = origins)
    }

    /// Something of last year in each part.
    const ALL: [(&str, OriginKind); 9] = [
        ("organization", OriginKind::Carried),
        ("declaration.employees", OriginKind::Carried),
        ("benefits[0].values.2023", OriginKind::Carried),
        ("social[0].values.2023", OriginKind::Carried),
        ("experience.process.content[3]", OriginKind::Renew),
        ("experience.process.content[4]", OriginKind::Carried),
        ("evidence[1].years", OriginKind::Renew),
        ("recommendation.unit", OriginKind::Carried),
        ("qualification.capability_level", OriginKind::Carried),
    ];

    #[test]
    fn each_part_asks_once_for_what_last_year_left_in_it() {
        case("F027", &ALL).expect(&["confirmation organization"]);
        case("Y023", &ALL).expect(&["confirmation benefits", "confirmation social"]);
        case("N023", &ALL).expect(&["confirmation experience.process"]);
        case("V015", &ALL).expect(&["confirmation evidence"]);
        case("S006", &ALL).expect(&["confirmation recommendation"]);
        case("Q008", &ALL).expect(&["confirmation qualification"]);
        case("N023", &ALL).expect_message(&["2处去年的内容", "其中1处须更新"]);
    }

    #[test]
    fn what_was_taken_away_is_asked_for_elsewhere() {
        case("Y023", &[("benefits[0].rank", OriginKind::Emptied)]).expect(&[]);
        case("F027", &[]).expect(&[]);
    }
}
