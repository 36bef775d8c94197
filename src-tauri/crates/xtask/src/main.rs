//! The project's own commands: `cargo xtask app`, `cargo xtask test` and `cargo xtask chromium`.

mod app;
mod interface;
mod node;
mod run;
mod setup;
mod steps;
mod test;

use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask app        build the desktop program and open it
       cargo xtask test       format, clippy, every test, the documents validated
       cargo xtask chromium   the tests of the window in the engine of Windows' WebView2";

fn main() -> ExitCode {
    let outcome = match std::env::args().nth(1).as_deref() {
        Some("app") => app::run_app(),
        Some("test") => test::run_tests(),
        Some("chromium") => test::in_chromium(),
        _ => Err(anyhow::anyhow!("{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // On one line, without the way through this program.
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
