//! `biaogan check`

use super::checked::{Checked, day, print, row};
use crate::failure::{Failure, Outcome};
use biaogan::date::Date;
use biaogan::rules::{Finding, Severity};
use clap::Args;
use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;

/// 检查草稿
#[derive(Args)]
pub struct Check {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 只列出正式报送前必须解决的问题
    #[arg(long = "final")]
    blocking_only: bool,
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
        let checked = Checked::open(&self.draft, day(self.today))?;
        let shown: Vec<&Finding> =
            if self.blocking_only { checked.blocking() } else { checked.findings.iter().collect() };
        if self.json {
            let rows: Vec<Value> = shown.iter().map(|finding| row(finding)).collect();
            writeln!(out, "{:#}", Value::from(rows))?;
        } else {
            print(shown.iter().copied(), &checked.edition, out)?;
            writeln!(out, "{}", summary(&checked.findings))?;
        }
        let errors = checked.findings.iter().any(|finding| finding.severity == Severity::Error);
        let failed = errors || self.blocking_only && !shown.is_empty();
        Ok(if failed { Outcome::HasErrors } else { Outcome::Done })
    }
}

fn summary(findings: &[Finding]) -> String {
    let count = |severity: Severity| {
        let count = findings.iter().filter(|finding| finding.severity == severity).count();
        format!("{} {count}", severity.label())
    };
    let severities = [Severity::Error, Severity::Warning, Severity::Hint, Severity::Confirmation];
    severities.map(count).join("，")
}
