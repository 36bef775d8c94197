//! `biaogan feedback`

use crate::at_hand::editions;
use crate::day::day;
use crate::failure::{Failure, Outcome};
use crate::text_file::write;
use biaogan::data_folder::data_folder;
use biaogan::date::Date;
use biaogan::draft::Draft;
use biaogan::feedback::{LOG_FILE, Program, feedback};
use clap::Args;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

/// 保存反馈包，供维护人员查找问题：版本、检查编号和条数、各部分大小、错误记录，不含内容、名称和路径
#[derive(Args)]
pub struct Feedback {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 写到这个文件（.txt），不能已存在；全文同时显示
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// 以这一天为准，默认为今天
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
}

impl Feedback {
    /// Shows the whole text and writes it.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let draft = Draft::open_read_only(&self.draft)?;
        let log = data_folder().and_then(|folder| fs::read_to_string(folder.join(LOG_FILE)).ok());
        let program = Program {
            version: env!("CARGO_PKG_VERSION").into(),
            kind: "命令行".into(),
            log: log.unwrap_or_default(),
        };
        let text = feedback(&program, Some(&draft), &editions(), day(self.today))?;
        write(&self.to, &text)?;
        write!(out, "{text}")?;
        Ok(Outcome::Done)
    }
}
