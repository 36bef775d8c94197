//! `biaogan backup`

use crate::failure::{Failure, Outcome};
use biaogan::draft::Draft;
use biaogan::draft::backup::{Reason, back_up};
use chrono::Utc;
use clap::Args;
use std::io::Write;
use std::path::PathBuf;

/// 备份草稿，附件在各次备份之间只存一份
#[derive(Args)]
pub struct Backup {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 备份文件夹
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
}

impl Backup {
    /// Backs the draft up and prints where, unless nothing changed since the last time.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let draft = Draft::open_read_only(&self.draft)?;
        match back_up(&draft, &self.to, Utc::now(), Reason::Asked)? {
            Some(backup) => writeln!(out, "{}", backup.path.display())?,
            None => writeln!(out, "上次备份以来没有改动")?,
        }
        Ok(Outcome::Done)
    }
}
