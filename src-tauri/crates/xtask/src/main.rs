//! The project's own commands: `cargo xtask app`, `cargo xtask test` and `cargo xtask chromium`.

mod app;
mod interface;
mod run;
mod setup;
mod test;

use anyhow::{Result, bail};

const USAGE: &str = "usage: cargo xtask app        build the desktop program and open it
       cargo xtask test       format, clippy, every test, the documents validated
       cargo xtask chromium   the tests of the window in the engine of Windows' WebView2";

fn main() -> Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("app") => app::run(),
        Some("test") => test::run(),
        Some("chromium") => test::in_chromium(),
        _ => bail!("{USAGE}"),
    }
}
