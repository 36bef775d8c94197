//! `cargo xtask app`: builds the desktop program and opens it.

use crate::interface;
use crate::run::{self, cargo, target};
use crate::setup;
use anyhow::Result;
use std::process::Command;

pub fn run() -> Result<()> {
    setup::desktop()?;
    interface::install()?;
    interface::build()?;
    let desktop = ["build", "--release", "--package", "biaogan-desktop", "--features", "custom-protocol"];
    run::run(&mut cargo(&desktop))?;
    run::run(&mut cargo(&["build", "--release", "--package", "biaogan-cli"]))?;
    let name = if cfg!(windows) { "biaogan-desktop.exe" } else { "biaogan-desktop" };
    let program = target().join("release").join(name);
    println!("The program is {}, the command line lies beside it.", program.display());
    run::run(&mut Command::new(program))
}
