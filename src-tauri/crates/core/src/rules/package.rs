//! The package, P001–P006.

use super::{Context, Findings, Rule, Severity};
use crate::edition::TrackLabels;
use crate::form::Path;
use crate::text::file_name;

pub(super) const RULES: &[Rule] = &[SIZE, MAIL, NAME, DEADLINE, TICKED_OFF, PRELIMINARY];

const SIZE: Rule = Rule {
    id: "P001",
    severity: Severity::Error,
    title: "压缩包超过上限",
    explanation: "三个文件打包压缩后总共不超过100M，这里按100,000,000字节计。超过时请换用较小的扫描件，或删去重复、不直接相关的材料。",
    clause: "附件1 填报说明4",
    check: |context, findings| {
        let limit = &context.edition.package;
        let Some(bytes) = context.facts.package_bytes.filter(|bytes| *bytes > limit.limit_bytes) else {
            return;
        };
        let message = format!(
            "压缩包约{}，超过{}的上限：请换用较小的扫描件，或删去不直接相关的证实性材料",
            megabytes(bytes),
            limit.limit_label
        );
        findings.report_under(&limit.clause, Path::root("evidence"), message);
    },
};

/// The largest package that the mail draft carries as an attachment, in bytes.
const ATTACHED: u64 = 18_000_000;

/// The largest ordinary attachment of the common mail services (163, QQ), in bytes.
const ORDINARY: u64 = 36_000_000;

const MAIL: Rule = Rule {
    id: "P002",
    severity: Severity::Warning,
    title: "压缩包大，不能随邮件草稿附上",
    explanation: "压缩包不超过18 MB时随邮件草稿附上；18至36 MB的请在163、QQ邮箱里作为普通附件添加；\
                  36 MB以上的请用超大附件（云附件），并注意下载期限要覆盖评审期间。勾选“邮件已发送”后不再提醒。",
    clause: "通知三（二）；附件1 填报说明4",
    check: |context, findings| {
        let limit = context.edition.package.limit_bytes;
        let Some(bytes) = context.facts.package_bytes.filter(|bytes| *bytes > ATTACHED && *bytes <= limit)
        else {
            return;
        };
        if context.content.submission.emailed_on.is_some() {
            return;
        }
        let way = if bytes <= ORDINARY {
            "请在163或QQ邮箱中作为普通附件添加"
        } else {
            "请用邮箱的超大附件（云附件），下载期限选到评审之后"
        };
        let message =
            format!("压缩包约{}，邮件草稿不附压缩包：{way}，发送后勾选“邮件已发送”", megabytes(bytes));
        findings.add(Path::root("evidence"), message).resting_on(&[way]);
    },
};

/// In MB of a million bytes, one place, rounded up.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

const NAME: Rule = Rule {
    id: "P003",
    severity: Severity::Warning,
    title: "组织名称不能直接作文件名",
    explanation: "压缩包以“申报组织全称”命名。名称中有Windows文件名不允许的字符（\\ / : * ? \" < > |）时，打包时换成对应的全角字符；\
                  名称过长时只取前120字。请核对名称是否有误。",
    clause: "附件1 填报说明4",
    check: |context, findings| {
        let name = context.content.organization.trim();
        let file = file_name(name);
        if !name.is_empty() && file != name {
            let message = format!(
                "“组织名称”不能直接作文件名，压缩包将命名为“{file}.zip”：请核对，改正名称中误输的字符"
            );
            findings.report(Path::root("organization"), message);
        }
    },
};

/// Fewer days than this to the deadline are few.
const FEW_DAYS: i64 = 3;

const DEADLINE: Rule = Rule {
    id: "P004",
    severity: Severity::Warning,
    title: "申报截止日期已过或将至",
    explanation: "请在截止日期前完成在线填报并发送邮件；截止前三天内提醒，过期后请先与受理单位联系。两项都已勾选完成后不再提醒。",
    clause: "通知三（二）",
    check: deadline,
};

fn deadline(context: &Context, findings: &mut Findings) {
    let submission = &context.content.submission;
    if submission.online_form_on.is_some() && unsent(context).next().is_none() {
        return;
    }
    let Some(deadline) = context.edition.deadline else { return };
    let message = match context.facts.today.days_until(deadline) {
        ..0 => format!(
            "申报截止日期{}已过：请先与受理单位联系，报送后勾选“在线填报已完成”和“邮件已发送”",
            deadline.chinese()
        ),
        0 => format!(
            "今天（{}）是申报截止日期：请尽快报送，并勾选“在线填报已完成”和“邮件已发送”",
            deadline.chinese()
        ),
        days @ 1..FEW_DAYS => format!(
            "距申报截止日期{}只有{days}天：请尽快报送，并勾选“在线填报已完成”和“邮件已发送”",
            deadline.chinese()
        ),
        _ => return,
    };
    let left = context.facts.today.days_until(deadline).max(-1).to_string();
    findings.add(Path::root("submission"), message).resting_on(&[&left]);
}

const TICKED_OFF: Rule = Rule {
    id: "P005",
    severity: Severity::Warning,
    title: "导出后未确认报送",
    explanation: "申报要做两件事：在线填报并上传，把同一份压缩包发到指定邮箱。申报全国质量标杆的，要发到中国质量协会和省经信厅两个邮箱。导出正式材料后，请在完成时逐项勾选，以免漏报。",
    clause: "通知三（二）；附件1 填报说明4",
    check: ticked_off,
};

fn ticked_off(context: &Context, findings: &mut Findings) {
    if context.facts.exported_on.is_none() {
        return;
    }
    let submission = &context.content.submission;
    let root = Path::root("submission");
    if submission.online_form_on.is_none() {
        findings.report_missing(
            root.key("online_form_on"),
            "正式材料已导出，还没有确认在线填报：填报并上传后，请勾选“在线填报已完成”",
        );
    }
    let several = context.edition.receivers(context.content.track).len() > 1;
    for (key, to) in unsent(context) {
        // As the boxes to tick are called.
        let whom = if several { format!("给{}", to.mail_receiver) } else { String::new() };
        findings.report_missing(
            root.key(key),
            format!("正式材料已导出，还没有确认邮件报送：发到{}后，请勾选“邮件已发送{whom}”", mailbox(to)),
        );
    }
}

/// An address that is none was left out of the edition.
fn mailbox(to: &TrackLabels) -> &str {
    if to.mail_to.is_empty() { "通知指定的邮箱" } else { &to.mail_to }
}

const PRELIMINARY: Rule = Rule {
    id: "P006",
    severity: Severity::Error,
    title: "当年的正式通知还没有安装",
    explanation: "预备版沿用上一年通知的要求，供通知发布前先做准备；截止日期、报送邮箱、在线填报地址和各表要求都以正式通知为准。\
                  通知发布后，在“设置”的“年度通知”里安装，再把草稿转到正式通知（可以撤销）。草稿材料随时可以生成。",
    clause: "当年通知",
    check: |context, findings| {
        if context.edition.preliminary {
            let year = context.edition.year;
            let message = format!(
                "{year}年的正式通知还没有用上，现在只能生成草稿材料：通知发布后请先安装，再把草稿转到正式通知"
            );
            findings.report_missing(Path::root("submission"), message);
        }
    },
};

/// The receivers to whom no mail was ticked off, with the field to tick.
fn unsent<'a>(context: &Context<'a>) -> impl Iterator<Item = (&'static str, &'a TrackLabels)> {
    let receivers = context.edition.receivers(context.content.track);
    let mailed = context.content.submission.mailed();
    let open = mailed.into_iter().zip(receivers).filter(|((_, day), _)| day.is_none());
    open.map(|((key, _), to)| (key, to))
}

#[cfg(test)]
mod tests {
    use crate::date::Date;
    use crate::edition::Edition;
    use crate::rules::fixture::{Case, application, edition, facts};
    use crate::rules::{Facts, Finding, blocks_final, check};

    fn sized(rule: &'static str, bytes: u64) -> Case {
        Case::of(rule).facts(|facts| facts.package_bytes = Some(bytes))
    }

    #[test]
    fn the_limit_is_a_hundred_million_bytes() {
        sized("P001", 100_000_001).expect(&["error evidence"]);
        sized("P001", 100_000_001).expect_message(&["100.1 MB", "100M"]);
        sized("P001", 100_000_000).expect(&[]);
        Case::of("P001").facts(|facts| facts.package_bytes = None).expect(&[]);
    }

    #[test]
    fn nothing_final_is_made_by_a_preliminary_edition() {
        Case::of("P006").expect(&[]);
        let edition = Edition { preliminary: true, deadline: None, ..edition().clone() };
        let content = serde_json::from_value(application()).unwrap();
        let found = check(&content, &edition, &facts());
        let found: Vec<&Finding> = found.iter().filter(|finding| blocks_final(finding)).collect();
        assert_eq!(found.iter().map(|finding| finding.rule).collect::<Vec<_>>(), ["P006"]);
        let day = Date::parse("2027-12-31").unwrap();
        let later = check(&content, &edition, &Facts { today: day, ..facts() });
        assert!(later.iter().all(|finding| finding.rule != "P004"), "no deadline, nothing to mind");
    }

    #[test]
    fn how_it_is_mailed_depends_on_its_size() {
        sized("P002", 18_000_000).expect(&[]);
        sized("P002", 18_000_001).expect_message(&["普通附件"]);
        sized("P002", 36_000_000).expect_message(&["普通附件"]);
        sized("P002", 36_000_001).expect_message(&["超大附件"]);
        sized("P002", 100_000_001).expect(&[]);
        sized("P002", 40_000_000).expect(&["warning evidence"]);
    }

    #[test]
    fn the_package_is_named_after_the_applicant() {
        let named = |name: &str| Case::of("P003").set("organization", name);
        named("甲/乙有限公司").expect(&["warning organization"]);
        named("甲/乙有限公司").expect_message(&["甲／乙有限公司.zip"]);
        named("浙江·虚安（集团）有限公司").expect(&[]);
        named(" 虚安有限公司 ").expect(&[]);
        named("").expect(&[]);
    }

    #[test]
    fn the_deadline_is_minded_until_all_is_sent() {
        let on = |day: &str| Case::of("P004").on(day);
        on("2026-05-17").expect(&[]);
        on("2026-05-18").expect_message(&["2天"]);
        on("2026-05-20").expect_message(&["今天"]);
        on("2026-05-21").expect(&["warning submission"]);
        let sent = on("2026-05-21").set("submission.online_form_on", "2026-05-19");
        sent.set("submission.emailed_on", "2026-05-19").expect(&[]);
    }

    #[test]
    fn a_national_package_is_mailed_to_the_association_and_to_the_province() {
        let national = |rule| {
            let exported = Case::of(rule).facts(|facts| facts.exported_on = Date::new(2026, 5, 8).ok());
            exported.set("track", "national").set("submission.online_form_on", "2026-05-08")
        };
        let exported = || national("P005");
        let [own, also] = ["emailed_on", "also_emailed_on"].map(|key| format!("submission.{key}"));
        let open = [&own, &also].map(|path| format!("warning {path}"));
        exported().expect(&[&open[0], &open[1]]);
        exported().set(&own, "2026-05-08").expect_message(&["boyi_star@163.com"]);
        exported().set(&also, "2026-05-08").expect_message(&["qmb@caq.org.cn"]);
        exported().set(&own, "2026-05-08").expect(&[&open[1]]);
        exported().set(&also, "2026-05-08").expect(&[&open[0]]);
        exported().set(&own, "2026-05-08").set(&also, "2026-05-08").expect(&[]);
        let late = || national("P004").on("2026-05-21").set(&own, "2026-05-08");
        late().expect(&["warning submission"]);
        late().set(&also, "2026-05-08").expect(&[]);
    }

    #[test]
    fn what_was_exported_is_handed_in_twice() {
        let exported = || Case::of("P005").facts(|facts| facts.exported_on = Date::new(2026, 5, 8).ok());
        exported().expect(&["warning submission.online_form_on", "warning submission.emailed_on"]);
        exported().set("submission.emailed_on", "2026-05-08").expect(&["warning submission.online_form_on"]);
        let done = exported().set("submission.emailed_on", "2026-05-08");
        done.set("submission.online_form_on", "2026-05-08").expect(&[]);
        Case::of("P005").expect(&[]);
    }
}
