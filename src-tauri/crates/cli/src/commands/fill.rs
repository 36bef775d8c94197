//! `biaogan fill`

use crate::at_hand::editions;
use crate::backups;
use crate::failure::{Failure, Outcome};
use biaogan::draft::{Blame, Draft};
use biaogan::xlsx::{XlsxError, fill, foresee};
use chrono::Utc;
use clap::Args;
use serde_json::json;
use std::io::Write;
use std::path::PathBuf;

/// 从填好的填报表导入：按项目名称和年度读回，可以撤销
#[derive(Args)]
pub struct Fill {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 填好的工作簿（.xlsx、.xls、.et），不会改动
    #[arg(value_name = "FILE.xlsx")]
    file: PathBuf,
    /// 只列出会有哪些变化，不改动草稿
    #[arg(long)]
    dry_run: bool,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl Fill {
    /// Fills the draft and prints what changed. Ends with 1 where something was not understood.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let editions = editions();
        let report = match self.dry_run {
            true => foresee(&Draft::open_read_only(&self.draft)?, &self.file, &editions),
            false => fill(&mut backups::open(&self.draft)?, &self.file, &editions, Utc::now()),
        };
        let report = report.map_err(failure)?;
        if self.json {
            writeln!(out, "{:#}", json!(report))?;
        } else {
            write!(out, "{report}")?;
        }
        Ok(if report.unread.is_empty() { Outcome::Done } else { Outcome::HasErrors })
    }
}

pub(super) fn failure(error: XlsxError) -> Failure {
    match error.blame() {
        Blame::Input => Failure::Input(error.to_string()),
        Blame::Machine => Failure::Machine(error.to_string()),
    }
}
