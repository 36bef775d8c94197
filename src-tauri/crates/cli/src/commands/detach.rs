//! `biaogan detach`

use crate::backups;
use crate::failure::{Failure, Outcome};
use clap::Args;
use std::path::PathBuf;
use time::OffsetDateTime;

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
        backups::open(&self.draft)?.detach(&self.id, OffsetDateTime::now_utc())?;
        Ok(Outcome::Done)
    }
}
