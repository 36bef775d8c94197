//! Faults in 证实性材料, signed pages, package and qualification: V001–V014, S001–S005, P001–P005, Q001–Q007.

use super::{Fault, fault, sample};
use end_to_end::case::day;
use serde_json::{Value::Null, json};

/// One a rule, and one a severity where a rule has two.
pub fn faults() -> Vec<Fault> {
    let mut faults = items();
    faults.extend(files());
    faults.extend(signed());
    faults.extend(package());
    faults.extend(qualification());
    faults
}

fn items() -> Vec<Fault> {
    let fewer = sample().remove("evidence", 5).remove("evidence", 4).remove("evidence", 3);
    vec![
        fault("V001", "error evidence", sample().remove("evidence", 0)),
        fault("V002", "error evidence[0].expires_on", sample().set("evidence[0].expires_on", "2026-05-05")),
        fault("V002", "warning evidence[0].expires_on", sample().set("evidence[0].expires_on", Null)),
        fault("V003", "error evidence", sample().remove("evidence", 1)),
        fault("V004", "error evidence", sample().remove("evidence", 2)),
        fault("V005", "error evidence", sample().remove("evidence", 6)),
        fault("V006", "error evidence[6].sealed", sample().set("evidence[6].sealed", Null)),
        fault("V006", "error evidence[6].sealed", sample().set("evidence[6].sealed", false)),
        fault("V007", "warning evidence", fewer).also(&["warning N017 experience.overview.content[2]"]),
        fault(
            "V011",
            "warning evidence[6].years",
            sample().set("evidence[6].years", json!(["2024", "2025"])),
        ),
        fault("V012", "error evidence", sample().national().remove("evidence", 9)),
        fault(
            "V012",
            "warning evidence",
            sample().national().remove("evidence", 9).set("qualification.provincial_benchmark_year", "2026"),
        ),
        fault("V013", "hint evidence", sample().remove("evidence", 8)),
        fault("V014", "warning evidence", sample().remove("evidence", 7)),
    ]
}

fn files() -> Vec<Fault> {
    vec![
        fault("V008", "error evidence[8].files", sample().set("evidence[8].files", json!([]))),
        fault("V008", "error evidence[3].title", sample().set("evidence[3].title", "")),
        fault("V008", "error evidence[3].files[0]", sample().set("evidence[3].files[0]", "a99")),
        fault("V009", "warning evidence[3].files[0]", sample().page_width("a4", 999)),
        fault("V010", "warning evidence[4].files[0]", sample().set("evidence[4].files[0]", "a4")),
    ]
}

fn signed() -> Vec<Fault> {
    let renamed = sample().facts(|facts| {
        facts.organization_when_attached.insert("a10".into(), "浙江虚屿轴承有限公司".into());
    });
    vec![
        fault("S001", "error signed_pages.pledge", sample().set("signed_pages.pledge", json!([]))),
        fault(
            "S002",
            "error signed_pages.recommendation",
            sample().set("signed_pages.recommendation", json!([])),
        ),
        fault("S003", "warning pledge.signed_on", sample().set("pledge.signed_on", Null)),
        fault("S003", "warning pledge.signed_on", sample().set("pledge.signed_on", "2026-05-09")),
        fault(
            "S003",
            "warning recommendation.signed_on",
            sample().set("recommendation.signed_on", "2026-05-30"),
        ),
        fault("S004", "warning signed_pages.pledge[0]", sample().page_width("a10", 999)),
        fault("S005", "warning signed_pages.pledge[0]", renamed),
    ]
}

fn package() -> Vec<Fault> {
    let bytes = |bytes: u64| sample().facts(|facts| facts.package_bytes = Some(bytes));
    let exported = || sample().facts(|facts| facts.exported_on = Some(day("2026-05-08")));
    vec![
        fault("P001", "error evidence", bytes(100_000_001)),
        fault("P002", "warning evidence", bytes(18_000_001)),
        fault("P003", "warning organization", sample().rename("浙江虚屿/精密轴承股份有限公司")),
        fault("P004", "warning submission", sample().today("2026-05-18")),
        fault("P004", "warning submission", sample().today("2026-05-21")),
        fault(
            "P005",
            "warning submission.online_form_on",
            exported().set("submission.emailed_on", "2026-05-08"),
        ),
        fault(
            "P005",
            "warning submission.emailed_on",
            exported().set("submission.online_form_on", "2026-05-08"),
        ),
    ]
}

fn qualification() -> Vec<Fault> {
    let open = |id: &str| sample().set(&format!("confirmations.{id}"), json!({}));
    let uncertified = || sample().set("declaration.iso9001", false);
    vec![
        fault("Q001", "confirmation confirmations.Q001", open("Q001")),
        fault("Q002", "confirmation confirmations.Q002", open("Q002")),
        fault("Q003", "confirmation confirmations.Q003", open("Q003")),
        fault("Q004", "confirmation confirmations.Q004", open("Q004")),
        fault("Q005", "warning declaration.iso9001", uncertified()),
        fault("Q005", "error declaration.iso9001", uncertified().national()),
        fault(
            "Q006",
            "error qualification.provincial_benchmark_year",
            sample().national().set("qualification.provincial_benchmark_year", Null),
        ),
        fault(
            "Q006",
            "error qualification.provincial_benchmark_year",
            sample().national().set("qualification.provincial_benchmark_year", "2023"),
        ),
        fault("Q007", "confirmation confirmations.Q007", open("Q007")),
    ]
}
