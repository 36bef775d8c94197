//! `cargo xtask app`: the main job, from a sample draft to the package.

use crate::run::{self, cargo, target};
use crate::setup;
use anyhow::Result;
use std::process::Command;

pub fn run() -> Result<()> {
    setup::debian(&[("cc", &["--version"], "gcc")]);
    run::run(&mut cargo(&["build", "--release", "--package", "biaogan-cli"]))?;
    let biaogan = target().join("release").join(if cfg!(windows) { "biaogan.exe" } else { "biaogan" });
    let folder = target().join("sample");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let draft = folder.join("sample.biaogan");
    run::run(Command::new(&biaogan).arg("demo").arg(&draft))?;
    let package = folder.join("package");
    // The sample is without findings on this day.
    run::run(
        Command::new(&biaogan)
            .arg("export")
            .arg(&draft)
            .arg("--to")
            .arg(&package)
            .args(["--today", "2026-05-08"]),
    )?;
    println!("The package is in {}", package.display());
    Ok(())
}
