//! The project's own commands: `cargo xtask app` and `cargo xtask test`.

mod app;
mod run;
mod setup;
mod test;

use anyhow::{Result, bail};

const USAGE: &str = "usage: cargo xtask app    make the sample draft, export it, say where the package is
       cargo xtask test   format, clippy, every test, the documents validated";

fn main() -> Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("app") => app::run(),
        Some("test") => test::run(),
        _ => bail!("{USAGE}"),
    }
}
