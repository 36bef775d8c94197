//! `biaogan restore`

use crate::failure::{Failure, Outcome};
use biaogan::draft::Draft;
use chrono::Utc;
use clap::Args;
use std::path::PathBuf;

/// 把某一次修改后的内容恢复为新草稿（附件一并恢复，原草稿不变）
#[derive(Args)]
pub struct Restore {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 修改次序，见 biaogan history
    #[arg(value_name = "REVISION")]
    revision: i64,
    /// 新草稿文件，不能已存在
    #[arg(long, value_name = "NEW")]
    to: PathBuf,
}

impl Restore {
    /// Makes the new draft.
    pub fn run(self) -> Result<Outcome, Failure> {
        let draft = Draft::open_read_only(&self.draft)?;
        draft.restore_to(self.revision, &self.to, Utc::now())?;
        Ok(Outcome::Done)
    }
}
