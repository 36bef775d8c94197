//! `biaogan detach`

use crate::backups;
use crate::failure::{Failure, Outcome};
use chrono::Utc;
use clap::Args;
use std::path::PathBuf;

/// 移除附件
#[derive(Args)]
pub struct Detach {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 附件编号
    #[arg(value_name = "ID")]
    id: String,
}

impl Detach {
    /// Detaches the file.
    pub fn run(self) -> Result<Outcome, Failure> {
        backups::open(&self.draft)?.detach(&self.id, Utc::now())?;
        Ok(Outcome::Done)
    }
}
