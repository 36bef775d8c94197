//! `biaogan recover`

use crate::failure::{Failure, Outcome};
use biaogan::draft::{Recovered, backup, recover};
use chrono::Utc;
use clap::Args;
use std::io::Write;
use std::path::PathBuf;

/// 从备份或损坏的草稿恢复出一份新草稿，原文件不变
#[derive(Args)]
pub struct Recover {
    /// 备份（.biaogan-backup）或损坏的草稿
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 新草稿文件（.biaogan），不能已存在
    #[arg(long, value_name = "NEW")]
    to: PathBuf,
}

impl Recover {
    /// Makes the new draft and prints what is lost.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        if self.draft.extension().is_some_and(|extension| extension == backup::EXTENSION) {
            backup::restore(&self.draft, &self.to)?;
            return Ok(Outcome::Done);
        }
        let Recovered { lost } = recover(&self.draft, &self.to, Utc::now())?;
        lost.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        Ok(Outcome::Done)
    }
}
