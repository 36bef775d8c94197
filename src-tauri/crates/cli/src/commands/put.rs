//! `biaogan put`

use crate::at_hand::editions;
use crate::backups;
use crate::failure::{Failure, Outcome};
use biaogan::edition::Edition;
use biaogan::form::{Content, READ_LIMIT};
use biaogan::io_error;
use chrono::Utc;
use clap::Args;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// 用 JSON 文件替换草稿内容（附件保留）
#[derive(Args)]
pub struct Put {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 内容文件，格式见 biaogan schema
    #[arg(value_name = "FILE.json")]
    file: PathBuf,
}

impl Put {
    /// Replaces the content.
    pub fn run(self) -> Result<Outcome, Failure> {
        let json = read(&self.file)?;
        let mut draft = backups::open(&self.draft)?;
        let editions = editions();
        let present = draft.content()?.edition;
        let edition: &Edition = editions.get(&present).unwrap_or(editions.latest());
        let refuse = |error: &dyn std::fmt::Display| {
            Failure::Input(format!("{}：{error}，请改正后再执行 biaogan put", self.file.display()))
        };
        let content = Content::from_json(&json, &editions, edition).map_err(|error| refuse(&error))?;
        draft.put(content, Utc::now())?;
        Ok(Outcome::Done)
    }
}

fn read(file: &Path) -> Result<String, Failure> {
    let refuse = |reason: String| Failure::Input(format!("{}：{reason}", file.display()));
    let unreadable = |error| refuse(io_error::unreadable(&error));
    let mut bytes = Vec::new();
    let opened = File::open(file).map_err(unreadable)?;
    opened.take(READ_LIMIT + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > READ_LIMIT {
        return Err(refuse(format!("超过 {} MB，不像申报内容，请检查文件", READ_LIMIT >> 20)));
    }
    String::from_utf8(bytes).map_err(|_| refuse("不是 UTF-8 文本，请另存为 UTF-8 编码".into()))
}
