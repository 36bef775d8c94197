//! A draft with its edition and what the checks find: what `check` and `export` share.

use super::at_hand::installed;
use crate::failure::Failure;
use biaogan::date::Date;
use biaogan::draft::Draft;
use biaogan::edition::Edition;
use biaogan::form::Content;
use biaogan::package::budget;
use biaogan::rules::{self, Finding};
use chrono::Local;
use serde_json::{Value, json};
use std::io::{self, Write};
use std::path::Path;

/// A draft that was checked.
pub struct Checked {
    pub draft: Draft,
    pub content: Content,
    pub edition: Edition,
    pub findings: Vec<Finding>,
}

impl Checked {
    /// Opens a draft for reading and checks it.
    pub fn open(path: &Path, today: Date) -> Result<Checked, Failure> {
        let draft = Draft::open_read_only(path)?;
        let content = draft.content()?;
        let edition = edition(&content, path)?;
        let mut facts = draft.facts(&content, today)?;
        facts.package_bytes = Some(budget(&draft, &content, &edition)?.expected_bytes);
        let findings = rules::check(&content, &edition, &facts);
        Ok(Checked { draft, content, edition, findings })
    }

    /// What stands in the way of a final package.
    pub fn blocking(&self) -> Vec<&Finding> {
        self.findings.iter().filter(|finding| rules::blocks_final(finding)).collect()
    }
}

/// The edition that content answers.
pub fn edition(content: &Content, path: &Path) -> Result<Edition, Failure> {
    let (id, at_hand) = (&content.edition, installed());
    at_hand.editions.get(id).cloned().ok_or_else(|| {
        let wrong = if at_hand.refused.is_empty() {
            ""
        } else {
            "；有的通知文件有误，见 biaogan editions"
        };
        let missing = format!("没有安装 {id} 年度的通知，请先安装该年度的通知{wrong}");
        Failure::Input(format!("{}：{missing}", path.display()))
    })
}

/// The day given, or today where the user is.
pub fn day(given: Option<Date>) -> Date {
    given.unwrap_or_else(|| {
        Date::try_from(Local::now().date_naive()).expect("the clock shows a year between 1900 and 2999")
    })
}

/// Findings, already in the order of the form, under a line for each part: severity, id, place in the part, message.
pub fn print<'a>(
    findings: impl Iterator<Item = &'a Finding>,
    edition: &Edition,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut before = None;
    for finding in findings {
        let part = finding.path.sheet(edition);
        if before != Some(part) {
            writeln!(out, "【{part}】")?;
        }
        before = Some(part);
        line(finding, out)?;
    }
    Ok(())
}

fn line(finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let Finding { severity, rule, message, clause, path } = finding;
    let place = path.row_in_words().map(|place| format!("{place}：")).unwrap_or_default();
    writeln!(out, "  {} {rule} {place}{message}（{clause}）", severity.label())
}

/// A finding as data.
pub fn row(finding: &Finding) -> Value {
    json!({
        "id": finding.rule, "severity": finding.severity, "path": finding.path.as_str(),
        "message": finding.message, "clause": finding.clause,
    })
}
