//! The applicant's contact (联系人).

use super::reachable;
use crate::edition::Track;
use crate::form::{Path, Text};
use crate::rules::{Context, Findings, Fix, Rule, Severity, meant};
use crate::text::half_width;

pub(super) const FIELDS: Rule = Rule {
    id: "F017",
    severity: Severity::Error,
    title: "联系人信息未填全",
    explanation: "申报表的联系人、部门、职务、电话、手机、邮箱、通讯地址、邮编都要填写，评审期间的通知按此联系。没有的项填“/”。",
    clause: "附件1 申报表 联系人",
    check: fields,
};

fn fields(context: &Context, findings: &mut Findings) {
    let contact = &context.content.declaration.contact;
    let labels = &context.edition.application.declaration;
    let fields: [(&str, &str, &Text); 8] = [
        ("name", &labels.contact_name, &contact.name),
        ("department", &labels.department, &contact.department),
        ("position", &labels.position, &contact.position),
        ("telephone", &labels.telephone, &contact.telephone),
        ("mobile", &labels.mobile, &contact.mobile),
        ("email", &labels.email, &contact.email),
        ("address", &labels.address, &contact.address),
        ("postcode", &labels.postcode, &contact.postcode),
    ];
    if fields.iter().all(|(_, _, text)| text.is_blank()) {
        findings.report_missing(
            root(),
            "联系人信息均未填写：请填写联系人、部门、职务、电话、手机、邮箱、通讯地址和邮编",
        );
        return;
    }
    for (key, label, _) in fields.iter().filter(|(_, _, text)| text.is_blank()) {
        findings.report_missing(root().key(key), format!("联系人的“{label}”未填写：请填写，没有的填“/”"));
    }
}

pub(super) const MOBILE: Rule = Rule {
    id: "F018",
    severity: Severity::Error,
    title: "手机号码有误",
    explanation: "手机号码为11位数字，以13至19开头。推荐表上的手机号码有误时为警告。",
    clause: "附件1 申报表 手机",
    check: |context, findings| {
        let (own, units) =
            (&context.content.declaration.contact.mobile, &context.content.recommendation.mobile);
        judge(findings, "mobile", [own, units], &[' ', '.', '·', '_', '~'], |typed| {
            let wrong = !reachable::is_mobile(typed);
            wrong.then(|| format!("“手机”填的是“{typed}”：请改为11位数字，以13至19开头"))
        });
    },
};

pub(super) const EMAIL: Rule = Rule {
    id: "F019",
    severity: Severity::Error,
    title: "邮箱地址有误",
    explanation: "邮箱地址写作 name@example.com 的形式，只填一个，用半角字符，中间没有空格。推荐表上的邮箱有误时为警告。",
    clause: "附件1 申报表 邮箱",
    check: |context, findings| {
        let (own, units) =
            (&context.content.declaration.contact.email, &context.content.recommendation.email);
        judge(findings, "email", [own, units], &[' '], |typed| {
            let fault = reachable::mail_fault(typed)?;
            Some(format!("“邮箱”填的是“{typed}”：{fault}"))
        });
    },
};

pub(super) const TELEPHONE: Rule = Rule {
    id: "F020",
    severity: Severity::Error,
    title: "电话号码有误",
    explanation: "固定电话写作“区号-号码”，如0571-88000001，可带分机（0571-88000001-802、转802）；没有固定电话的可填手机或“/”。\
                  推荐表上的电话有误时为警告。",
    clause: "附件1 申报表 电话",
    check: |context, findings| {
        let (own, units) =
            (&context.content.declaration.contact.telephone, &context.content.recommendation.telephone);
        judge(findings, "telephone", [own, units], &[' '], |typed| {
            let wrong = !reachable::is_telephone(typed);
            wrong.then(|| {
                format!(
                    "“电话”填的是“{typed}”：请写作“区号-号码”，如0571-88000001，没有固定电话的填手机或“/”"
                )
            })
        });
    },
};

/// Judges what the applicant typed, and with a warning what stands on the 推荐表, which others fill in. Where it is
/// right in half width and without what only groups it, that is what was meant.
fn judge(
    findings: &mut Findings,
    key: &str,
    typed: [&Text; 2],
    grouping: &[char],
    fault: impl Fn(&str) -> Option<String>,
) {
    let places = [(Severity::Error, root()), (Severity::Warning, Path::root("recommendation"))];
    for ((severity, place), stored) in places.into_iter().zip(typed) {
        let typed = stored.trim();
        if !typed.is_empty()
            && let Some(message) = fault(typed)
        {
            let meant: String =
                meant::compact(typed).replace('。', ".").chars().filter(|c| !grouping.contains(c)).collect();
            let is_certain = key != "email" || is_one_address(typed);
            let fix =
                Fix::rewrite_if(stored, Some(meant).filter(|meant| is_certain && fault(meant).is_none()));
            findings.add(place.key(key), message).with_severity(severity).fixed_by(fix);
        }
    }
}

/// Whether blanks stand beside @ and points only: zhang san@x.cn may be anybody.
fn is_one_address(typed: &str) -> bool {
    let typed = half_width(typed).replace('。', ".");
    let parts: Vec<&str> = typed.split_whitespace().collect();
    parts.windows(2).all(|pair| pair[0].ends_with(['@', '.']) || pair[1].starts_with(['@', '.']))
}

fn root() -> Path {
    Path::root("declaration").key("contact")
}

pub(super) const POSTCODE: Rule = Rule {
    id: "F021",
    severity: Severity::Error,
    title: "邮编有误",
    explanation: "邮编为6位数字；申报省级质量标杆的组织在浙江省内，邮编以31或32开头，不是的为警告。",
    clause: "附件1 申报表 邮编",
    check: postcode,
};

fn postcode(context: &Context, findings: &mut Findings) {
    let typed = &context.content.declaration.contact.postcode;
    if typed.is_blank() {
        return;
    }
    let code = half_width(typed.trim());
    let typed = typed.as_str();
    if !is_six_digits(&code) {
        let fix = Fix::rewrite_if(typed, Some(meant::compact(typed)).filter(|code| is_six_digits(code)));
        let message = format!("“邮编”填的是“{typed}”：请改为6位数字");
        findings.add(root().key("postcode"), message).fixed_by(fix);
        return;
    }
    let of_zhejiang = code.starts_with("31") || code.starts_with("32");
    if context.content.track == Track::Provincial && !of_zhejiang {
        let message = format!("“邮编”{typed}不是浙江省的邮编（31、32开头）：请核对，改为通讯地址的邮编");
        findings.report_as(Severity::Warning, root().key("postcode"), message);
    }
}

fn is_six_digits(code: &str) -> bool {
    code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    fn check(rule: &'static str, key: &str, value: &str, expected: &[&str]) {
        Case::of(rule).set(&format!("declaration.contact.{key}"), value).expect(expected);
    }

    #[test]
    fn an_empty_contact_is_one_thing_to_do() {
        Case::of("F017").set("declaration.contact", json!({})).expect(&["error declaration.contact"]);
        check("F017", "position", " ", &["error declaration.contact.position"]);
        check("F017", "position", "/", &[]);
    }

    #[test]
    fn the_mobile_is_judged_where_there_is_one() {
        check("F018", "mobile", "1380000000", &["error declaration.contact.mobile"]);
        check("F018", "mobile", "", &[]);
        Case::of("F018").set("recommendation.mobile", "12345").expect(&["warning recommendation.mobile"]);
    }

    #[test]
    fn mail_and_telephone_are_judged_where_there_are_any() {
        check("F019", "email", "zhiliang＠example.com", &["error declaration.contact.email"]);
        check("F019", "email", "zhi.liang-1@mail.example.com.cn", &[]);
        check("F020", "telephone", "88000001", &["error declaration.contact.telephone"]);
        check("F020", "telephone", "0571-88000001-802", &[]);
        check("F020", "telephone", "/", &[]);
    }

    #[test]
    fn the_postcode_is_of_zhejiang_on_the_provincial_track() {
        check("F021", "postcode", "31000", &["error declaration.contact.postcode"]);
        check("F021", "postcode", "100088", &["warning declaration.contact.postcode"]);
        check("F021", "postcode", "325000", &[]);
        let national = Case::of("F021").set("track", "national");
        national.set("declaration.contact.postcode", "100088").expect(&[]);
    }

    #[test]
    fn what_only_groups_or_widens_is_left_out() {
        let fixed = |rule, key: &str, typed: &str, meant: &str| {
            let path = format!("declaration.contact.{key}");
            Case::of(rule).set(&path, typed).expect_fixed(&format!("error {path}"), &path, meant);
        };
        fixed("F018", "mobile", "138.0000.0001", "13800000001");
        fixed("F019", "email", "zhiliang＠ example。com", "zhiliang@example.com");
        fixed("F021", "postcode", "315 000", "315000");
        let unsure = Case::of("F018").set("declaration.contact.mobile", "1380000000").findings();
        assert_eq!(unsure[0].fix, None);
        for unsure in ["zhi liang@example.com", "zhiliang@example.com 2"] {
            let found = Case::of("F019").set("declaration.contact.email", unsure).findings();
            assert_eq!((found.len(), &found[0].fix), (1, &None), "{unsure}");
        }
    }
}
