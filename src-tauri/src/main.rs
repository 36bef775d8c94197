//! 质量标杆申报助手: the window over the core.
//!
//! Thin: a command of the page is a line or two over the core. Nothing here touches the network.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod app;
mod automation;
mod clock;
mod commands;
mod desk;
mod dialogs;
mod display;
mod ending;
mod failure;
mod jobs;
mod library;
mod log;
mod pages;
mod session;
mod settings;
mod system;
#[cfg(test)]
mod types;
mod view;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    if display::is_missing() {
        eprintln!(
            "错误：没有可用的图形界面，窗口打不开，草稿未受影响；请在桌面环境中启动，或使用命令行程序 biaogan"
        );
        return ExitCode::from(3);
    }
    match app::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => {
            eprintln!(
                "错误：窗口打不开，草稿未受影响；请重新启动电脑后再试，仍不行请重新安装本程序（Windows 上还需要 WebView2）"
            );
            ExitCode::from(3)
        }
    }
}
