//! `biaogan show`

use crate::failure::{Failure, Outcome};
use biaogan::draft::Draft;
use clap::Args;
use std::io::Write;
use std::path::PathBuf;

/// 以 JSON 显示草稿内容
#[derive(Args)]
pub struct Show {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
}

impl Show {
    /// Prints the content.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let content = Draft::open_read_only(&self.draft)?.content()?;
        out.write_all(content.to_json().as_bytes())?;
        Ok(Outcome::Done)
    }
}
