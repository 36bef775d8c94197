//! Places of the form in the user's words.

use crate::edition::{Edition, Section};
use crate::form::Path;

/// Where a finding lies, for lists that cannot jump there: `经济和质量效益统计表 第3行`, `实施过程 第6段`.
pub fn place(path: &Path, edition: &Edition) -> String {
    let (part, rest) = steps(path);
    let title = title(part, &rest, edition);
    match place_in_part(path) {
        Some(place) => format!("{title} {place}"),
        None => title,
    }
}

/// The part of the form that a finding lies in, to group by: `封面`, `经济和质量效益统计表`, `实施过程`.
pub fn part(path: &Path, edition: &Edition) -> String {
    match steps(path) {
        ("organization" | "filled_on", _) => "封面".into(),
        (part, rest) => title(part, &rest, edition),
    }
}

/// Where in its part a finding lies, if it is about one of several: `第3行`, `第6段`.
pub fn place_in_part(path: &Path) -> Option<String> {
    let (part, rest) = steps(path);
    number(&rest).map(|number| counted(part, number))
}

/// The part and what follows it.
fn steps(path: &Path) -> (&str, Vec<&str>) {
    let mut steps = path.as_str().split(['.', '[']);
    (steps.next().unwrap_or_default(), steps.collect())
}

fn title(part: &str, rest: &[&str], edition: &Edition) -> String {
    let labels = &edition.application;
    let fixed = match part {
        "organization" => &labels.organization,
        "filled_on" => &labels.filled_on,
        "pledge" => return "承诺书".into(),
        "recommendation" => return "推荐表".into(),
        "declaration" => &labels.declaration.title,
        "market" => &labels.market.title,
        "benefits" => &labels.benefits.title,
        "social" => &labels.social.title,
        "brand" => &labels.brand.title,
        "competitors" => &labels.competitors.title,
        "evidence" | "attachments" => &edition.evidence.title,
        "experience" => return section(rest, edition),
        "signed_pages" => return "签章页".into(),
        "qualification" | "confirmations" => return "资格条件".into(),
        "submission" => return "导出与报送".into(),
        _ => return "申报材料".into(),
    };
    fixed.clone()
}

fn section(rest: &[&str], edition: &Edition) -> String {
    let key = rest.first().copied().unwrap_or_default();
    let known = Section::ALL.into_iter().find(|section| section.key() == key);
    known.map_or_else(|| "典型经验".into(), |section| edition.section(section).title.clone())
}

/// The first index of a path, counted from 1.
fn number(rest: &[&str]) -> Option<usize> {
    let index = rest.iter().find_map(|step| step.strip_suffix(']')?.parse::<usize>().ok());
    index.map(|index| index + 1)
}

fn counted(part: &str, number: usize) -> String {
    match part {
        "experience" => format!("第{number}段"),
        "evidence" | "market" => format!("第{number}项"),
        _ => format!("第{number}行"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;

    fn check(path: &str, expected: &str) {
        assert_eq!(place(&Path::from(path), Editions::built_in().latest()), expected);
    }

    #[test]
    fn a_place_is_named_as_on_the_form() {
        check("declaration.contact.mobile", "质量标杆典型经验申报表");
        check("benefits[2].values.2024", "经济和质量效益统计表 第3行");
        check("experience.process.content[5].content[0]", "实施过程 第6段");
        check("evidence[1].files[0]", "证实性材料 第2项");
        check("organization", "组织名称");
        check("", "申报材料");
    }

    #[test]
    fn a_part_holds_what_stands_together_on_the_form() {
        let check = |path: &str, expected: (&str, Option<&str>)| {
            let path = Path::from(path);
            let part = part(&path, Editions::built_in().latest());
            assert_eq!((part.as_str(), place_in_part(&path).as_deref()), expected);
        };
        check("organization", ("封面", None));
        check("filled_on", ("封面", None));
        check("benefits[2].values.2024", ("经济和质量效益统计表", Some("第3行")));
        check("experience.process.content[5]", ("实施过程", Some("第6段")));
    }
}
