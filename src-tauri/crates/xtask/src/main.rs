//! The project's own commands, as [`USAGE`] lists them.

mod app;
mod deb;
mod delivery;
mod interface;
mod licences;
mod node;
mod run;
mod setup;
mod steps;
mod test;
mod windows;

use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask app        build the desktop program and open it
       cargo xtask test       format, clippy, every test, the documents validated; with words, only the tests named so
       cargo xtask chromium   the tests of the window in the engine of Windows' WebView2
       cargo xtask windows    into dist/: the installer and the portable folder for Windows; `check` only compiles
       cargo xtask wine       the tests of the core and of the command line, run as Windows programs under wine
       cargo xtask deb        into dist/: the package for Debian and Ubuntu";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["app"] => app::run_app(),
        ["test"] => test::run_tests(),
        ["test", ref chosen @ ..] => test::run_chosen(chosen),
        ["chromium"] => test::in_chromium(),
        ["windows"] => windows::deliver(),
        ["windows", "check"] => windows::check(),
        ["wine"] => windows::run_wine(),
        ["deb"] => deb::deliver(),
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
