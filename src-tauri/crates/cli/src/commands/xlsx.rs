//! `biaogan xlsx`

use super::fill::failure;
use crate::checked::edition;
use crate::day::day;
use crate::failure::{Failure, Outcome};
use biaogan::draft::Draft;
use biaogan::package::Existing;
use biaogan::xlsx::write_workbook;
use clap::Args;
use std::path::PathBuf;

/// 导出填报表：各张数据表做成Excel工作簿，交财务等部门填写
#[derive(Args)]
pub struct Xlsx {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 写到这个文件（.xlsx）
    #[arg(long, value_name = "FILE.xlsx")]
    to: PathBuf,
    /// 替换已有的同名文件
    #[arg(long)]
    force: bool,
}

impl Xlsx {
    /// Writes the workbook.
    pub fn run(self) -> Result<Outcome, Failure> {
        let content = Draft::open_read_only(&self.draft)?.content()?;
        let edition = edition(&content, &self.draft)?;
        let existing = if self.force { Existing::Replace } else { Existing::Keep };
        write_workbook(&content, &edition, day(None), &self.to, existing).map_err(failure)?;
        Ok(Outcome::Done)
    }
}
