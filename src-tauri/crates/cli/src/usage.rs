//! Help and wrong usage, in Chinese: clap speaks English only.

use crate::failure::{Failure, say};
use clap::Error;
use clap::error::{ContextKind, ErrorKind};
use std::io::Write;
use std::process::ExitCode;

/// Prints the help that was asked for, or says in one line what is wrong with the arguments.
pub fn report(error: &Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => print(&translated(error)),
        _ => {
            say(&format!("{}，请用 biaogan --help 查看用法", complaint(error)));
            ExitCode::from(2)
        }
    }
}

fn print(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => Failure::from(error).report(),
    }
}

fn translated(help: &Error) -> String {
    const WORDS: &[(&str, &str)] = &[
        ("Usage: ", "用法："),
        ("Commands:", "命令："),
        ("Arguments:", "参数："),
        ("Options:", "选项："),
        ("[OPTIONS]", "[选项]"),
        ("[default: ", "[默认："),
        ("[possible values: ", "[可填："),
    ];
    let text = help.render().to_string();
    WORDS.iter().fold(text, |text, (english, chinese)| text.replace(english, chinese))
}

fn complaint(error: &Error) -> String {
    let said = |kind: ContextKind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = said(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::MissingRequiredArgument => format!("缺少 {}", argument.replace(", ", "、")),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            "缺少命令".into()
        }
        ErrorKind::InvalidSubcommand => format!("没有命令“{}”", said(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => format!("不认识参数“{argument}”"),
        ErrorKind::InvalidValue if said(ContextKind::InvalidValue).is_empty() => {
            format!("{argument} 后面缺少值")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("{argument} 不能填“{}”{}", said(ContextKind::InvalidValue), offered(error))
        }
        ErrorKind::ArgumentConflict => format!("{argument} 写了两次，或不能同时使用"),
        ErrorKind::InvalidUtf8 => "参数不是 UTF-8 文本".into(),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{argument} 的个数不对")
        }
        _ => "参数有误".into(),
    }
}

fn offered(error: &Error) -> String {
    match error.get(ContextKind::ValidValue).map(ToString::to_string) {
        Some(values) if !values.is_empty() => format!("（可填 {}）", values.replace(", ", "、")),
        _ => String::new(),
    }
}
