//! 质量标杆申报助手: the window over the core.
//!
//! Thin: a command of the page is a line or two over the core. Nothing here touches the network.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod app;
#[cfg(any(debug_assertions, feature = "driven"))]
mod automation;
#[cfg(not(any(debug_assertions, feature = "driven")))]
#[path = "undriven.rs"]
mod automation;
mod clock;
mod commands;
mod desk;
mod dialogs;
mod display;
mod ending;
mod failure;
mod grants;
mod jobs;
mod library;
mod lock;
mod log;
mod message;
mod pages;
mod portable;
mod reading;
mod session;
mod settings;
mod system;
#[cfg(test)]
mod types;
mod view;
mod webview2;
mod window;

use biaogan::evidence::apart;
use std::process::ExitCode;

/// Counts the memory, so that a process which decodes evidence takes no more than it may.
#[global_allocator]
static MEMORY: apart::Memory = apart::memory();

/// The machine failed, as of the command line.
const FAILED: u8 = 3;

fn main() -> ExitCode {
    if apart::answer(&MEMORY) {
        return ExitCode::SUCCESS;
    }
    // Where the system does not say, it is done in this process.
    std::env::current_exe().into_iter().for_each(apart::decode_apart);
    let problem = display::problem().or_else(portable::problem).or_else(webview2::problem);
    let problem = problem.or_else(|| {
        let failed = app::run().is_err();
        failed.then(|| {
            "窗口打不开，草稿未受影响；请重新启动电脑后再试，仍不行请重新安装本程序（Windows 上还需要 WebView2）".into()
        })
    });
    let Some(problem) = problem else { return ExitCode::SUCCESS };
    message::show(&problem);
    ExitCode::from(FAILED)
}
