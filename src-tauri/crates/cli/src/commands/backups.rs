//! `biaogan backups`

use crate::failure::{Failure, Outcome};
use biaogan::date::stamp;
use biaogan::draft::backup::{Backup, all_backups};
use clap::Args;
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;

/// 列出备份，最近的在前
#[derive(Args)]
pub struct List {
    /// 备份文件夹
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl List {
    /// Prints the backups of all drafts.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        if !self.folder.is_dir() {
            let refusal = format!("{}：找不到文件夹，请检查路径", self.folder.display());
            return Err(Failure::Input(refusal));
        }
        let backups = all_backups(&self.folder);
        if self.json {
            writeln!(out, "{:#}", backups.iter().map(row).collect::<Value>())?;
            return Ok(Outcome::Done);
        }
        for backup in &backups {
            let Backup { path, organization, edition, reason, .. } = backup;
            let path = path.display();
            writeln!(out, "{}\t{}\t{edition}\t{organization}\t{path}", stamp(backup.at), reason.label())?;
        }
        Ok(Outcome::Done)
    }
}

fn row(backup: &Backup) -> Value {
    json!({
        "path": backup.path, "draft": backup.draft, "organization": backup.organization,
        "edition": backup.edition, "at": stamp(backup.at), "reason": backup.reason.key(), "bytes": backup.bytes,
    })
}
