//! `biaogan roll`

use super::at_hand::{asked, editions};
use crate::failure::{Failure, Outcome};
use biaogan::draft::Blame;
use biaogan::roll::{RollError, roll_draft};
use chrono::Utc;
use clap::Args;
use serde_json::json;
use std::io::Write;
use std::path::PathBuf;

/// 由去年的草稿生成新一年的草稿
#[derive(Args)]
pub struct Roll {
    /// 去年的草稿，不会改动
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// 新草稿文件，不能已存在
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// 新草稿的年度，默认为最新一年
    #[arg(long, value_name = "ID")]
    edition: Option<String>,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl Roll {
    /// Makes the new draft and prints what was carried over, emptied, and is to be renewed.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let editions = editions();
        let to = asked(&editions, self.edition.as_deref())?;
        let report = roll_draft(&self.old, &self.new, to, &editions, Utc::now());
        let report = report.map_err(failure)?;
        if self.json {
            writeln!(out, "{:#}", json!(report))?;
        } else {
            write!(out, "{report}")?;
        }
        Ok(Outcome::Done)
    }
}

fn failure(error: RollError) -> Failure {
    match error.blame() {
        Blame::Input => Failure::Input(error.to_string()),
        Blame::Machine => Failure::Machine(error.to_string()),
    }
}
