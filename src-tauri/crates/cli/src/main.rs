//! `biaogan`, the command line.

mod at_hand;
mod backups;
mod checked;
mod commands;
mod day;
mod failure;
mod source;
mod text_file;
mod usage;

use biaogan::evidence::apart;
use clap::{ArgAction, Parser};
use commands::Command;
use failure::Outcome;
use std::io::Write;
use std::process::ExitCode;

/// Counts the memory, so that a process which decodes evidence takes no more than it may.
#[global_allocator]
static MEMORY: apart::Memory = apart::memory();

/// 质量标杆申报助手：离线填写、检查、生成质量标杆申报材料
#[derive(Parser)]
#[command(
    name = "biaogan",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
#[cfg_attr(
    windows,
    command(
        after_help = "输出到文件或其他程序时是 UTF-8 编码；旧程序显示乱码时，先在命令窗口运行 chcp 65001。"
    )
)]
#[command(bin_name = "biaogan", subcommand_value_name = "命令", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// 显示帮助
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

fn main() -> ExitCode {
    if apart::answer(&MEMORY) {
        return ExitCode::SUCCESS;
    }
    // Where the system does not say, it is done in this process.
    std::env::current_exe().into_iter().for_each(apart::decode_apart);
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage::report(&error),
    };
    let mut out = std::io::stdout().lock();
    let outcome = arguments.command.run(&mut out).and_then(|outcome| Ok(out.flush().map(|()| outcome)?));
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::HasErrors) => ExitCode::from(1),
        Err(failure) => failure.report(),
    }
}
