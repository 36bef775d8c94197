//! `biaogan import`

use crate::at_hand::{asked, editions};
use crate::backups;
use crate::failure::{Failure, Outcome};
use biaogan::draft::Blame;
use biaogan::import::{ImportError, Report, import_into, import_new, import_rolled};
use chrono::Utc;
use clap::Args;
use serde_json::json;
use std::io::Write;
use std::path::PathBuf;

/// 导入Word文件：申报书、典型经验、证实性材料的 .docx，或它们的压缩包
#[derive(Args)]
pub struct Import {
    /// Word文件或压缩包，可以是几个（如三个文档一起），不会改动
    #[arg(value_name = "FILE.docx|FILE.zip", required = true)]
    files: Vec<PathBuf>,
    /// 新草稿文件，不能已存在；加 --into 则为已有的草稿
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 放进已有的草稿：文件里有的部分替换草稿的，其余不动，可以撤销
    #[arg(long)]
    into: bool,
    /// 往年的文件随即结转为这一年度的草稿；不写年度则为最新一年
    #[arg(long, value_name = "ID", num_args = 0..=1, default_missing_value = "", conflicts_with = "into")]
    roll: Option<String>,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl Import {
    /// Brings the documents in and prints what was placed, doubted and left. Ends with 1 where something was left.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let editions = editions();
        let report = match (self.into, &self.roll) {
            (true, _) => import_into(&self.files, &mut backups::open(&self.draft)?, &editions, Utc::now()),
            (false, None) => import_new(&self.files, &self.draft, &editions, Utc::now()),
            (false, Some(to)) => {
                let to = asked(&editions, Some(to.as_str()).filter(|to| !to.is_empty()))?;
                let both = import_rolled(&self.files, &self.draft, to, &editions, Utc::now());
                both.map(|(report, _)| report)
            }
        };
        self.print(&report.map_err(failure)?, out)
    }

    fn print(&self, report: &Report, out: &mut dyn Write) -> Result<Outcome, Failure> {
        if self.json {
            writeln!(out, "{:#}", json!(report))?;
        } else {
            write!(out, "{report}")?;
        }
        Ok(if report.unplaced.is_empty() { Outcome::Done } else { Outcome::HasErrors })
    }
}

fn failure(error: ImportError) -> Failure {
    match error.blame() {
        Blame::Input => Failure::Input(error.to_string()),
        Blame::Machine => Failure::Machine(error.to_string()),
    }
}
