//! `biaogan adopt`

use crate::at_hand::editions;
use crate::backups;
use crate::day::day;
use crate::failure::{Failure, Outcome};
use biaogan::draft::{Blame, Draft};
use biaogan::roll::adopt::{AdoptError, adopt, foresee};
use chrono::Utc;
use clap::Args;
use serde_json::json;
use std::io::Write;
use std::path::PathBuf;

/// 通知发布后，把预备版的草稿转到正式通知
#[derive(Args)]
pub struct Adopt {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 只列出会有哪些变化，不改动草稿
    #[arg(long)]
    dry_run: bool,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl Adopt {
    /// Moves the draft over as one step, and says what the notice changes.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let (editions, today) = (editions(), day(None));
        let report = match self.dry_run {
            true => foresee(&Draft::open_read_only(&self.draft)?, &editions, today),
            false => adopt(&mut backups::open(&self.draft)?, &editions, today, Utc::now()),
        };
        let report = report.map_err(failure)?;
        if self.json {
            writeln!(out, "{:#}", json!(report))?;
        } else {
            write!(out, "{}{report}", if self.dry_run { "将" } else { "已" })?;
        }
        Ok(Outcome::Done)
    }
}

fn failure(error: AdoptError) -> Failure {
    match error.blame() {
        Blame::Input => Failure::Input(error.to_string()),
        Blame::Machine => Failure::Machine(error.to_string()),
    }
}
