//! `biaogan edition`

use super::at_hand::{editions, folder};
use super::editions::deadline;
use crate::failure::{Failure, Outcome};
use biaogan::edition::{AddressChange, Edition, IfPresent, InstallError, NewNotice};
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
        let known = editions();
        let new = NewNotice::read(&self.file, &folder()?).map_err(failure)?;
        let changes = new.edition().address_changes(known.known_before(new.edition()));
        let edition = new.install(if_present).map_err(failure)?;
        let (Edition { id, notice, .. }, deadline) = (&edition, deadline(&edition));
        writeln!(out, "已安装 {id} 年度的通知：{}（{deadline}）", notice.title)?;
        for AddressChange { what, before, after } in changes {
            writeln!(out, "注意：{what}由 {before} 改为 {after}，请与官方通知核对")?;
        }
        Ok(Outcome::Done)
    }
}

fn failure(error: InstallError) -> Failure {
    match error {
        InstallError::Io { .. } => Failure::Machine(error.to_string()),
        _ => Failure::Input(error.to_string()),
    }
}
