//! A letter to an applicant: each finding with its rule, its place and what to do.

use crate::rules::Severity;
use crate::verify::told::Told;
use crate::verify::verdict::Verdict;

/// The letter about a package; none where nothing is to be said.
pub fn letter(verdict: &Verdict) -> Option<String> {
    if verdict.findings.is_empty() {
        return None;
    }
    let mut lines = vec![
        format!("{}：", verdict.name()),
        format!(
            "你单位报送的质量标杆申报材料（{}）已经初核，有{}需要处理。请按下列各条核对修改，重新打包后再次报送。",
            verdict.file,
            amounts(verdict)
        ),
    ];
    lines.extend(verdict.findings.iter().enumerate().map(|(at, told)| line(at + 1, told)));
    Some(lines.join("\n"))
}

fn amounts(verdict: &Verdict) -> String {
    let amount = |severity: Severity| match verdict.count(severity) {
        0 => None,
        count => Some(format!("{}{count}处", severity.label())),
    };
    Severity::ALL.into_iter().filter_map(amount).collect::<Vec<_>>().join("、")
}

fn line(number: usize, told: &Told) -> String {
    let Told { rule, severity, place, message, clause, .. } = told;
    format!("{number}. 【{severity}】{place}：{message}。（{clause}，{rule} {}）", told.title())
}
