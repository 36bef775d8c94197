//! `biaogan copy`

use crate::failure::{Failure, Outcome};
use biaogan::draft::Draft;
use clap::Args;
use std::path::PathBuf;

/// 复制草稿，正在编辑时也能得到完整一致的副本
#[derive(Args)]
pub struct Copy {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 副本文件，不能已存在
    #[arg(value_name = "FILE")]
    target: PathBuf,
}

impl Copy {
    /// Copies the draft.
    pub fn run(self) -> Result<Outcome, Failure> {
        Draft::open_read_only(&self.draft)?.copy_to(&self.target)?;
        Ok(Outcome::Done)
    }
}
