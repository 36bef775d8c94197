//! A draft with its edition and what the checks find: what `check` and `export` share.

use crate::at_hand::installed;
use crate::failure::Failure;
use biaogan::date::Date;
use biaogan::draft::Draft;
use biaogan::edition::Edition;
use biaogan::form::Content;
use biaogan::rules::{self, Finding, Group};
use biaogan::settle;
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
        let findings = settle::findings(&draft, &content, &edition, today)?;
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

/// Findings, already in the order of the form, under a line for each part: group, id, place in the part, message. Those
/// that stand with a reason come last, under a line of their own.
pub fn print(findings: &[&Finding], edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    let (answered, open): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| finding.acknowledged.is_some());
    let mut before = None;
    for finding in open {
        let part = finding.path.sheet(edition);
        if before != Some(part) {
            writeln!(out, "【{part}】")?;
        }
        before = Some(part);
        line(finding, out)?;
    }
    if !answered.is_empty() {
        writeln!(out, "【{}】", Group::Acknowledged.label())?;
    }
    answered.into_iter().try_for_each(|finding| line(finding, out))
}

fn line(finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
    let Finding { rule, message, clause, path, acknowledged, fix, .. } = finding;
    let label = match acknowledged {
        Some(_) => finding.severity.label(),
        None => finding.group().label(),
    };
    let place = path.row_in_words().map(|place| format!("{place}：")).unwrap_or_default();
    let repair = fix.as_ref().map(|fix| format!("〔可自动改正：{} → {}〕", fix.before, fix.after));
    let answer = acknowledged.as_ref().map(|answer| format!("——已核对：{answer}"));
    let (repair, answer) = (repair.unwrap_or_default(), answer.unwrap_or_default());
    writeln!(out, "  {label} {rule} {place}{message}（{clause}）{repair}{answer}")
}

/// A finding as data.
pub fn row(finding: &Finding) -> Value {
    json!(finding)
}
