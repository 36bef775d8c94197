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
    // One command: each package by itself would have the dependencies built with other features, so twice.
    let packages = ["build", "--release", "--package", "biaogan-desktop", "--package", "biaogan-cli"];
    run::run(cargo(&packages).args(["--features", "biaogan-desktop/custom-protocol"]))?;
    let name = if cfg!(windows) { "biaogan-desktop.exe" } else { "biaogan-desktop" };
    let program = target().join("release").join(name);
    println!("The program is {}, the command line lies beside it.", program.display());
    run::run(&mut Command::new(program))
}
