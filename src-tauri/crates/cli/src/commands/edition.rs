//! `biaogan edition`

use super::at_hand::folder;
use crate::failure::{Failure, Outcome};
use biaogan::edition::{Edition, IfPresent, InstallError};
use clap::Args;
use std::io::Write;
use std::path::PathBuf;

/// 检查并安装一个年度的通知
#[derive(Args)]
pub struct Install {
    /// 通知文件（.toml）
    #[arg(value_name = "FILE.toml")]
    file: PathBuf,
    /// 替换编号相同的通知
    #[arg(long)]
    force: bool,
}

impl Install {
    /// Installs the notice and says what it is.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let if_present = if self.force { IfPresent::Replace } else { IfPresent::Refuse };
        let Edition { id, deadline, notice, .. } =
            Edition::install(&self.file, &folder()?, if_present).map_err(failure)?;
        writeln!(out, "已安装 {id} 年度的通知：{}（截止 {deadline}）", notice.title)?;
        Ok(Outcome::Done)
    }
}

fn failure(error: InstallError) -> Failure {
    match error {
        InstallError::Io { .. } => Failure::Machine(error.to_string()),
        _ => Failure::Input(error.to_string()),
    }
}
