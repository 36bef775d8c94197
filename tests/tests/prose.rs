//! Correct prose of many trades raises no alarm (`tests/prose/*.txt`, a paragraph a line).

use end_to_end::case::{Case, in_short};
use std::collections::BTreeMap;
use std::path::Path;

/// The paragraphs, each with its file and line.
fn paragraphs() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("prose");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let lines = files.flat_map(|file| {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(file).unwrap();
        let numbered = text.lines().enumerate();
        numbered.map(|(line, text)| (format!("{name}:{}", line + 1), text.to_owned())).collect::<Vec<_>>()
    });
    lines.collect()
}

/// Puts every paragraph by itself into a section of `case`; the checks must find what they found before.
#[track_caller]
fn check(case: &Case, section: &str) {
    let before: Vec<String> = case.findings().iter().map(in_short).collect();
    let mut alarms = Vec::new();
    for (place, text) in paragraphs() {
        let findings = case.clone().append(section, &text).findings();
        // A section may grow too long by it.
        let new =
            findings.iter().filter(|finding| !before.contains(&in_short(finding)) && finding.rule != "N003");
        alarms.extend(
            new.map(|finding| format!("{place} {}: {}\n    {text}", in_short(finding), finding.message)),
        );
    }
    assert!(alarms.is_empty(), "{} false alarms in {section}:\n{}", alarms.len(), alarms.join("\n"));
}

#[test]
fn there_is_prose_enough() {
    assert!(paragraphs().len() >= 40, "{}", paragraphs().len());
}

#[test]
fn correct_prose_raises_no_alarm_in_any_section() {
    for section in ["overview", "background", "process", "results"] {
        check(&Case::sample(), section);
    }
}

#[test]
fn prose_that_claims_nothing_needs_no_proof() {
    let unproved =
        (3..6).fold(Case::sample(), |case, item| case.set(&format!("evidence[{item}].category"), "other"));
    check(&unproved, "process");
}

#[test]
fn all_the_prose_at_once_is_only_too_long() {
    let case = paragraphs().values().fold(Case::sample(), |case, text| case.append("process", text));
    let found: Vec<String> = case.findings().iter().map(in_short).collect();
    assert_eq!(found, ["error N003 experience.process"]);
}

/// The silence is no deafness: a slip in the same sentences is heard.
#[test]
fn a_slip_in_a_correct_figure_is_found() {
    let slips = [
        ("18.82亿元", "18.28亿元"),
        ("79.6%、84.3%", "76.9%、84.3%"),
        ("９９.７９％", "９７.７９％"),
        ("0.98%和0.63%", "0.89%和0.63%"),
        ("163,950万元", "169,350万元"),
        ("2024年末公司资产总额198720万元", "2024年末公司资产总额189720万元"),
        ("2024年的0.33%", "2024年的0.23%"),
        ("2024年为24ppm", "2024年为42ppm"),
        ("0.094吨/万元", "0.049吨/万元"),
        ("比2024年的32.4万元/人", "比2024年的32.4万元/人，实为2025年的全员劳动生产率38.2万元/人"),
    ];
    let mut deaf = Vec::new();
    for (right, slip) in slips {
        let text = paragraphs().into_values().find(|text| text.contains(right)).unwrap();
        let case = Case::sample().append("process", &text.replace(right, slip));
        let found: Vec<String> = case.findings().iter().map(in_short).collect();
        if found != ["warning C002 experience.process.content[77]"] {
            deaf.push(format!("{slip}: {found:?}"));
        }
    }
    assert!(deaf.is_empty(), "{}", deaf.join("\n"));
}
