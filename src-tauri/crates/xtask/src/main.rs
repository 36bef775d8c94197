//! The project's own commands: `cargo xtask app` and `cargo xtask test`.

mod app;
mod interface;
mod run;
mod setup;
mod test;

use anyhow::{Result, bail};

const USAGE: &str = "usage: cargo xtask app    build the desktop program and open it
       cargo xtask test   format, clippy, every test, the documents validated";

fn main() -> Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("app") => app::run(),
        Some("test") => test::run(),
        _ => bail!("{USAGE}"),
    }
}
