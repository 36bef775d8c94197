//! `biaogan summary`

use super::export::failure;
use crate::checked::edition;
use crate::day::day;
use crate::failure::{Failure, Outcome};
use biaogan::date::Date;
use biaogan::draft::Draft;
use biaogan::package::{Existing, write_summary};
use clap::Args;
use std::path::PathBuf;

/// 生成签字前核对用的总览：待处理的事项、由人确认的事项、多处出现的数据、说法和证明、对照征集标准、证书日期、签字盖章页
#[derive(Args)]
pub struct Summary {
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

impl Summary {
    /// Writes it as a document.
    pub fn run(self) -> Result<Outcome, Failure> {
        let draft = Draft::open_read_only(&self.draft)?;
        let content = draft.content()?;
        let edition = edition(&content, &self.draft)?;
        let existing = if self.force { Existing::Replace } else { Existing::Keep };
        write_summary(&draft, &content, &edition, day(self.today), &self.to, existing).map_err(failure)?;
        Ok(Outcome::Done)
    }
}
