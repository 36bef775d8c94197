//! `biaogan edition`

use super::edition_read::ReadNotice;
use super::editions::deadline;
use crate::at_hand::{editions, folder};
use crate::failure::{Failure, Outcome};
use biaogan::edition::{self, AddressChange, IfPresent, InstallError, NewNotice};
use clap::{Args, Subcommand};
use std::io::Write;
use std::path::PathBuf;

/// 检查并安装一个年度的通知；edition read 由官方通知生成通知文件
#[derive(Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    subcommand_value_name = "命令"
)]
pub struct Edition {
    #[command(subcommand)]
    command: Option<EditionCommand>,
    #[command(flatten)]
    install: Option<Install>,
}

#[derive(Subcommand)]
enum EditionCommand {
    Read(ReadNotice),
}

impl Edition {
    /// Reads a notice, or installs one.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        match (self.command, self.install) {
            (Some(EditionCommand::Read(command)), _) => command.run(out),
            (None, Some(install)) => install.run(out),
            (None, None) => Err(Failure::Input("请写明通知文件（.toml）".into())),
        }
    }
}

#[derive(Args)]
struct Install {
    /// 通知文件（.toml）
    #[arg(value_name = "FILE.toml")]
    file: PathBuf,
    /// 替换编号相同的通知
    #[arg(long)]
    force: bool,
}

impl Install {
    /// Installs the notice and says what it is.
    fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let if_present = if self.force { IfPresent::Replace } else { IfPresent::Refuse };
        let known = editions();
        let new = NewNotice::read(&self.file, &folder()?).map_err(failure)?;
        let changes = new.edition().address_changes(known.known_before(new.edition()));
        let edition = new.install(if_present).map_err(failure)?;
        let (edition::Edition { id, notice, .. }, deadline) = (&edition, deadline(&edition));
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
