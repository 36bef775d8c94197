//! Places of the form in the user's words.

use crate::edition::{Edition, Section};
use crate::form::Path;

/// Where a finding lies, for lists that cannot jump there: `经济和质量效益统计表 第3行`, `实施过程 第6段`.
pub fn place(path: &Path, edition: &Edition) -> String {
    let mut steps = path.as_str().split(['.', '[']);
    let part = steps.next().unwrap_or_default();
    let rest: Vec<&str> = steps.collect();
    let title = title(part, &rest, edition);
    match number(&rest) {
        Some(number) => format!("{title} {}", counted(part, number)),
        None => title,
    }
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
}
