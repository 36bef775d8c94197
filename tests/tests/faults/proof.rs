//! Faults in 证实性材料, signed pages, package and qualification: V001–V016, S001–S007, P001–P006, Q001–Q008.

use super::obeying::{evidence, right, set};
use super::{Fault, fault, sample};
use end_to_end::case::{Case, day};
use serde_json::{Value::Null, json};

/// One a rule, and one a severity where a rule has two.
pub fn faults() -> Vec<Fault> {
    let mut faults = absent();
    faults.extend(doubtful());
    faults.extend(benchmark());
    faults.extend(files());
    faults.extend(signed());
    faults.extend(without_seal());
    faults.extend(scans());
    faults.extend(package());
    faults.extend(submission());
    faults.extend(qualification());
    faults
}

fn absent() -> Vec<Fault> {
    let fewer = sample().remove("evidence", 5).remove("evidence", 4).remove("evidence", 3);
    let without = |index| sample().remove("evidence", index);
    vec![
        fault("V001", "error evidence", without(0)).obeyed("请添加证书的照片或扫描件", evidence(0)),
        fault("V003", "error evidence", without(1)).obeyed("请添加近三年的报告", evidence(1)),
        fault("V004", "error evidence", without(2)).obeyed("请添加近三年的报告", evidence(2)),
        fault("V005", "error evidence", without(6)).obeyed("请添加财务部门出具", evidence(6)),
        fault("V007", "warning evidence", fewer)
            .also(&["warning N017 experience.overview.content[2]"])
            .obeyed("请附上与典型经验直接相关的几件", evidence(3)),
        fault("V013", "hint evidence", without(8)).obeyed("请添加证书", evidence(8)),
        fault("V014", "warning evidence", without(7)).obeyed("请添加监测报告等材料", evidence(7)),
    ]
}

fn doubtful() -> Vec<Fault> {
    let expires = "evidence[0].expires_on";
    let sealed = |answer: serde_json::Value| sample().set("evidence[6].sealed", answer);
    vec![
        fault("V002", "error evidence[0].expires_on", sample().set(expires, "2026-05-05"))
            .obeyed("请换上有效的证书", set("evidence[0].expires_on", "2029-05-05")),
        fault("V002", "warning evidence[0].expires_on", sample().set(expires, Null))
            .obeyed("请照证书填写", right("evidence[0].expires_on")),
        fault("V006", "error evidence[6].sealed", sealed(Null))
            .obeyed("请核对扫描件上的财务公章后确认", set("evidence[6].sealed", true)),
        fault("V006", "error evidence[6].sealed", sealed(false.into()))
            .obeyed("再确认已盖章", set("evidence[6].sealed", true)),
        fault(
            "V011",
            "warning evidence[6].years",
            sample().set("evidence[6].years", json!(["2024", "2025"])),
        )
        .obeyed("请勾选材料覆盖的年度", right("evidence[6].years")),
        fault(
            "V013",
            "hint qualification.capability_level",
            sample().set("qualification.capability_level", "五星级"),
        )
        .obeyed("不在列表中，请从列表中选择", set("qualification.capability_level", "保证级")),
    ]
}

fn benchmark() -> Vec<Fault> {
    let year = "qualification.provincial_benchmark_year";
    let national = || sample().national().remove("evidence", 9);
    let document = |case: Case, _: &str| {
        let item = sample().national().json["evidence"][9].clone();
        case.set("evidence[9]", item)
    };
    let asked = "请添加公布省级质量标杆名单的文件";
    vec![
        fault("V012", "error evidence", national()).obeyed(asked, document),
        fault("V012", "warning evidence", national().set(year, "2026")).obeyed(asked, document),
        fault("Q006", "error qualification.provincial_benchmark_year", sample().national().set(year, Null))
            .obeyed("请选择评上的年度", set("qualification.provincial_benchmark_year", "2025")),
        fault("Q006", "error qualification.provincial_benchmark_year", sample().national().set(year, "2023"))
            .obeyed("请从列表中选择", set("qualification.provincial_benchmark_year", "2024")),
        fault("Q006", "warning qualification.provincial_benchmark_year", sample().set(year, "2023"))
            .also(&["warning V012 evidence"])
            .obeyed("请从列表中选择或清空", set("qualification.provincial_benchmark_year", Null)),
    ]
}

fn files() -> Vec<Fault> {
    vec![
        fault("V008", "error evidence[8].files", sample().set("evidence[8].files", json!([])))
            .obeyed("请添加扫描件或照片", right("evidence[8].files")),
        fault("V008", "error evidence[3].title", sample().set("evidence[3].title", ""))
            .obeyed("请填写", right("evidence[3].title")),
        fault("V008", "error evidence[3].files[0]", sample().set("evidence[3].files[0]", "a99"))
            .obeyed("请重新添加", right("evidence[3].files")),
        fault("V009", "warning evidence[3].files[0]", sample().page_width("a4", 999))
            .obeyed("请用200点每英寸以上重新扫描", |case, _| case.page_width("a4", 1654)),
        fault("V010", "warning evidence[4].files[0]", sample().set("evidence[4].files[0]", "a4"))
            .obeyed("请删去一处", |case, _| case.remove("evidence", 4)),
    ]
}

fn signed() -> Vec<Fault> {
    let scans = "请打印、签字盖章后添加扫描件";
    let copied = "请照签字盖章页";
    vec![
        fault("S001", "error signed_pages.pledge", sample().set("signed_pages.pledge", json!([])))
            .obeyed(scans, right("signed_pages.pledge")),
        fault(
            "S002",
            "error signed_pages.recommendation",
            sample().set("signed_pages.recommendation", json!([])),
        )
        .obeyed(scans, right("signed_pages.recommendation")),
        fault("S003", "warning pledge.signed_on", sample().set("pledge.signed_on", Null))
            .obeyed(copied, right("pledge.signed_on")),
        fault("S003", "warning pledge.signed_on", sample().set("pledge.signed_on", "2026-05-09"))
            .obeyed(copied, right("pledge.signed_on")),
        fault(
            "S003",
            "warning recommendation.signed_on",
            sample().set("recommendation.signed_on", "2026-05-30"),
        )
        .obeyed(copied, right("recommendation.signed_on")),
    ]
}

/// Pages in colour on which no red seal was seen.
fn without_seal() -> Vec<Fault> {
    let without =
        |file: &'static str| sample().facts(move |facts| facts.without_seal.extend([file.to_owned()]));
    let sealed = |case: Case, _: &str| case.facts(|facts| facts.without_seal.clear());
    vec![
        fault("S007", "hint signed_pages.pledge[0]", without("a10"))
            .obeyed("没有盖的请盖章后重新扫描添加", sealed),
        fault("S007", "hint signed_pages.recommendation[0]", without("a11"))
            .obeyed("没有盖的请盖章后重新扫描添加", sealed),
        fault("V016", "hint evidence[6].files[0]", without("a7"))
            .obeyed("没有盖财务公章的请盖章后重新扫描添加", sealed),
    ]
}

fn scans() -> Vec<Fault> {
    let renamed = |name: &'static str| {
        move |case: Case| {
            case.facts(|facts| drop(facts.organization_when_attached.insert("a10".into(), name.into())))
        }
    };
    let (former, now) = (renamed("浙江虚屿轴承有限公司"), renamed("浙江虚屿精密轴承股份有限公司"));
    vec![
        fault("S004", "warning signed_pages.pledge[0]", sample().page_width("a10", 999))
            .obeyed("请用200点每英寸以上重新扫描", |case, _| case.page_width("a10", 1654)),
        fault("S005", "warning signed_pages.pledge[0]", former(sample()))
            .obeyed("请用现在的名称重新打印、签字盖章后添加", move |case, _| now(case)),
    ]
}

fn package() -> Vec<Fault> {
    let bytes = |bytes: u64| sample().facts(|facts| facts.package_bytes = Some(bytes));
    let own = "浙江虚屿精密轴承股份有限公司";
    vec![
        fault("P001", "error evidence", bytes(100_000_001))
            .obeyed("请换用较小的扫描件", |case, _| {
                case.facts(|facts| facts.package_bytes = Some(9_000_000))
            }),
        fault("P002", "warning evidence", bytes(18_000_001))
            .obeyed("普通附件添加，发送后勾选“邮件已发送”", set("submission.emailed_on", "2026-05-08")),
        fault("P002", "warning evidence", bytes(36_000_001))
            .obeyed("发送后勾选“邮件已发送”", set("submission.emailed_on", "2026-05-08")),
        fault("P003", "warning organization", sample().rename("浙江虚屿/精密轴承股份有限公司"))
            .obeyed("改正名称中误输的字符", move |case, _| case.rename(own)),
    ]
}

fn submission() -> Vec<Fault> {
    let exported = || sample().facts(|facts| facts.exported_on = Some(day("2026-05-08")));
    let sent = |case: Case, _: &str| {
        case.set("submission.online_form_on", "2026-05-18").set("submission.emailed_on", "2026-05-18")
    };
    vec![
        fault("P006", "error submission", sample().preliminary())
            .obeyed("再把草稿转到正式通知", |case, _| case.of_the_notice()),
        fault("P004", "warning submission", sample().today("2026-05-18"))
            .obeyed("请尽快报送，并勾选“在线填报已完成”和“邮件已发送”", sent),
        fault("P004", "warning submission", sample().today("2026-05-21"))
            .obeyed("请先与受理单位联系，报送后勾选", sent),
        fault(
            "P005",
            "warning submission.online_form_on",
            exported().set("submission.emailed_on", "2026-05-08"),
        )
        .obeyed("请勾选“在线填报已完成”", set("submission.online_form_on", "2026-05-08")),
        fault(
            "P005",
            "warning submission.emailed_on",
            exported().set("submission.online_form_on", "2026-05-08"),
        )
        .obeyed("请勾选“邮件已发送”", set("submission.emailed_on", "2026-05-08")),
    ]
}

fn qualification() -> Vec<Fault> {
    let open = |id: &'static str, expected: &'static str| {
        let path = format!("confirmations.{id}");
        let case = sample().set(&path, json!({}));
        fault(id, expected, case)
            .obeyed("请确认：", move |case, _| case.set(&path, json!({ "confirmed_on": "2026-05-08" })))
    };
    let uncertified = || sample().set("declaration.iso9001", false);
    let certified = "已通过的请改选“是”";
    vec![
        open("Q001", "confirmation confirmations.Q001"),
        open("Q002", "confirmation confirmations.Q002"),
        open("Q003", "confirmation confirmations.Q003"),
        open("Q004", "confirmation confirmations.Q004"),
        fault("Q005", "warning declaration.iso9001", uncertified())
            .obeyed(certified, set("declaration.iso9001", true)),
        fault("Q005", "error declaration.iso9001", uncertified().national())
            .obeyed(certified, set("declaration.iso9001", true)),
        open("Q007", "confirmation confirmations.Q007"),
    ]
}
