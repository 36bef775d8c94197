//! `biaogan check`

use crate::backups;
use crate::checked::{Checked, edition, print, row};
use crate::day::day;
use crate::failure::{Failure, Outcome};
use biaogan::date::Date;
use biaogan::rules::{Finding, Severity, Tally};
use biaogan::settle::{self, Which};
use chrono::Utc;
use clap::Args;
use serde_json::Value;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// 检查草稿
#[derive(Args)]
pub struct Check {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 只列出正式报送前必须解决的问题
    #[arg(long = "final")]
    blocking_only: bool,
    /// 先自动改正有把握的问题（全角字符、编码中的空格等），逐条列出改动；可以撤销
    #[arg(long)]
    fix: bool,
    /// 按这一天检查，默认为今天
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl Check {
    /// Prints the findings in the order of the form.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let today = day(self.today);
        let fixed = if self.fix { fix(&self.draft, today)? } else { Vec::new() };
        let checked = Checked::open(&self.draft, today)?;
        let shown: Vec<&Finding> =
            if self.blocking_only { checked.blocking() } else { checked.findings.iter().collect() };
        if self.json {
            // The rows are what is left; what was repaired is told beside them.
            fixed.iter().try_for_each(|finding| repaired(finding, &checked, &mut io::stderr()))?;
            let rows: Vec<Value> = shown.iter().map(|finding| row(finding)).collect();
            writeln!(out, "{:#}", Value::from(rows))?;
        } else {
            fixed.iter().try_for_each(|finding| repaired(finding, &checked, out))?;
            print(&shown, &checked.edition, out)?;
            writeln!(out, "{}", Tally::of(&checked.findings).words)?;
        }
        let errors = checked.findings.iter().any(|finding| finding.severity == Severity::Error);
        let failed = errors || self.blocking_only && !shown.is_empty();
        Ok(if failed { Outcome::HasErrors } else { Outcome::Done })
    }
}

/// Repairs what is certain, as one step; gives what was repaired.
fn fix(path: &Path, today: Date) -> Result<Vec<Finding>, Failure> {
    let mut draft = backups::open(path)?;
    let edition = edition(&draft.content()?, path)?;
    Ok(settle::fix(&mut draft, &edition, &Which::default(), today, Utc::now())?)
}

fn repaired(finding: &Finding, checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    let Some(fix) = &finding.fix else { return Ok(()) };
    let place = finding.path.field_in_words(&checked.edition, &checked.content);
    // Some labels go on with an explanation on a line of its own.
    let place = place.lines().next().unwrap_or_default();
    writeln!(out, "已改正 {} {place}：{} → {}", finding.rule, fix.before, fix.after)
}
