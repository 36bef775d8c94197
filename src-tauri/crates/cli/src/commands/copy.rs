//! `biaogan copy`

use crate::failure::{Failure, Outcome};
use biaogan::draft::Draft;
use chrono::Utc;
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
    /// 给他人的副本：只带现在的内容和各页的图，不带修改记录、已移除的附件和附件原件
    #[arg(long)]
    for_others: bool,
}

impl Copy {
    /// Copies the draft.
    pub fn run(self) -> Result<Outcome, Failure> {
        let draft = Draft::open_read_only(&self.draft)?;
        match self.for_others {
            true => draft.copy_for_others(&self.target, Utc::now())?,
            false => draft.copy_to(&self.target)?,
        }
        Ok(Outcome::Done)
    }
}
