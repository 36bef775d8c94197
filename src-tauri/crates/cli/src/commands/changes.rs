//! `biaogan changes`

use super::export::failure;
use crate::checked::edition;
use crate::day::day;
use crate::failure::{Failure, Outcome};
use biaogan::date::Date;
use biaogan::draft::Draft;
use biaogan::package::{Existing, Since, write_changes};
use clap::Args;
use serde_json::json;
use std::io::Write;
use std::path::PathBuf;

/// 生成修改说明：与报送过的正式材料相比改了什么，逐条列出，正文用Word修订标出
#[derive(Args)]
pub struct Changes {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 与第几次报送比较，写次数（如 1）或那一天（YYYY-MM-DD）；默认为内容不同的最近一次
    #[arg(long, value_name = "EXPORT")]
    since: Option<Since>,
    /// 写到这个文件（.docx）
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// 替换已有的同名文件
    #[arg(long)]
    force: bool,
    /// 以这一天为准，默认为今天
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
    /// 以 JSON 输出各处改动
    #[arg(long)]
    json: bool,
}

impl Changes {
    /// Writes it as a document and says how much changed.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let draft = Draft::open_read_only(&self.draft)?;
        let content = draft.content()?;
        let edition = edition(&content, &self.draft)?;
        let existing = if self.force { Existing::Replace } else { Existing::Keep };
        let today = day(self.today);
        let report = write_changes(&draft, &content, &edition, self.since, today, &self.to, existing)
            .map_err(failure)?;
        match self.json {
            true => {
                let (since, number) = (report.since, report.number);
                let changes = &report.changes.lines;
                let all = json!({ "since": since, "number": number, "changes": changes });
                writeln!(out, "{all:#}")?;
            }
            false => writeln!(out, "{}", report.summary())?,
        }
        Ok(Outcome::Done)
    }
}
