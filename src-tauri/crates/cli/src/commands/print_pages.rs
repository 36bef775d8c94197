//! `biaogan print-pages`

use super::export::failure;
use crate::checked::edition;
use crate::day::day;
use crate::failure::{Failure, Outcome};
use biaogan::date::Date;
use biaogan::draft::Draft;
use biaogan::package::{Existing, print_pages};
use clap::Args;
use std::path::PathBuf;

/// 生成承诺书和推荐表的打印件，供签字盖章
#[derive(Args)]
pub struct PrintPages {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 写到这个文件（.docx）
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// 替换已有的同名文件
    #[arg(long)]
    force: bool,
    /// 以这一天为准，默认为今天
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
}

impl PrintPages {
    /// Writes the two pages as a document.
    pub fn run(self) -> Result<Outcome, Failure> {
        let content = Draft::open_read_only(&self.draft)?.content()?;
        let edition = edition(&content, &self.draft)?;
        let existing = if self.force { Existing::Replace } else { Existing::Keep };
        print_pages(&content, &edition, day(self.today), &self.to, existing).map_err(failure)?;
        Ok(Outcome::Done)
    }
}
