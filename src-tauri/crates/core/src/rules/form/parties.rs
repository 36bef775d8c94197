//! Who recommends is another than who applies.

use crate::form::{Path, Text};
use crate::rules::legal_names::folded;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const OWN_UNIT: Rule = Rule {
    id: "F030",
    severity: Severity::Warning,
    title: "推荐单位就是申报组织",
    explanation: "推荐单位是在推荐表上盖章的主管部门，一般为所在县（市、区）经信局，不是申报组织自己。请改为推荐单位的全称。",
    clause: "附件1 推荐表、申报表 推荐单位",
    check: own_unit,
};

pub(super) const SHARED_NUMBER: Rule = Rule {
    id: "F031",
    severity: Severity::Warning,
    title: "推荐单位与申报组织的联系方式相同",
    explanation: "推荐表上是推荐单位的联系人，电话、手机、邮箱不应与申报组织联系人的相同，多半是填错了表。请向推荐单位问清后改正。",
    clause: "附件1 推荐表；申报表 联系人",
    check: shared_number,
};

fn own_unit(context: &Context, findings: &mut Findings) {
    let own = folded(&context.content.organization);
    let units = [
        (Path::root("recommendation").key("unit"), &context.content.recommendation.unit),
        (Path::root("declaration").key("recommending_unit"), &context.content.declaration.recommending_unit),
    ];
    for (path, unit) in units.into_iter().filter(|(_, unit)| !own.is_empty() && folded(unit) == own) {
        let message =
            format!("“推荐单位”填的是申报组织自己（{}）：请改为在推荐表上盖章的单位全称", unit.trim());
        findings.add(path, message).resting_on(&[&own, unit]);
    }
}

fn shared_number(context: &Context, findings: &mut Findings) {
    let (units, own) = (&context.content.recommendation, &context.content.declaration.contact);
    let pairs: [(&str, &str, &Text, &Text); 3] = [
        ("telephone", "电话", &units.telephone, &own.telephone),
        ("mobile", "手机", &units.mobile, &own.mobile),
        ("email", "电子邮箱", &units.email, &own.email),
    ];
    for (key, label, theirs, ours) in pairs {
        if is_same(theirs, ours) {
            let message = format!(
                "推荐表的“{label}”与申报组织联系人的相同（{}）：请向推荐单位问清后改正",
                theirs.trim()
            );
            findings.add(Path::root("recommendation").key(key), message).resting_on(&[theirs, ours]);
        }
    }
}

/// Whether two numbers or addresses are one: whatever only groups them aside.
fn is_same(one: &str, other: &str) -> bool {
    let bare = |text: &str| -> String {
        let kept = folded(text).to_lowercase();
        kept.chars().filter(|c| !matches!(c, '-' | '—' | '(' | ')')).collect()
    };
    let one = bare(one);
    one.len() >= 7 && one == bare(other)
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    #[test]
    fn nobody_recommends_oneself() {
        let own = "宁波虚安智能水表 有限公司";
        for path in ["recommendation.unit", "declaration.recommending_unit"] {
            Case::of("F030").set(path, own).expect(&[&format!("warning {path}")]);
        }
        Case::of("F030").set("organization", "").set("recommendation.unit", "").expect(&[]);
    }

    #[test]
    fn who_recommends_is_reached_elsewhere() {
        let check = |key: &str, value: &str, found: bool| {
            let path = format!("recommendation.{key}");
            let expected = found.then(|| format!("warning {path}"));
            let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
            Case::of("F031").set(&path, value).expect(&expected);
        };
        check("telephone", "（0574）88000001", true);
        check("mobile", "138 0000 0001", true);
        check("email", "Zhiliang@example.com", true);
        check("telephone", "0574-88000002", false);
        check("email", "", false);
        Case::of("F031")
            .set("recommendation.telephone", "/")
            .set("declaration.contact.telephone", "/")
            .expect(&[]);
    }
}
