//! `biaogan demo`

use crate::failure::{Failure, Outcome};
use biaogan::draft::Draft;
use biaogan::edition::Editions;
use chrono::Utc;
use clap::Args;
use std::path::PathBuf;

/// 新建一份完整的示例申报
#[derive(Args)]
pub struct Demo {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
}

impl Demo {
    /// Makes the sample draft.
    pub fn run(self) -> Result<Outcome, Failure> {
        Draft::create_sample(&self.draft, &Editions::built_in(), Utc::now())?;
        Ok(Outcome::Done)
    }
}
