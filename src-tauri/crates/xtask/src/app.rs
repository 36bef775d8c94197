//! `cargo xtask app`: builds the desktop program and opens it. Without a display it makes and exports the sample.

use crate::run::{built, cargo, run, target};
use crate::{interface, setup};
use anyhow::{Context, Result};
use std::process::Command;

/// The profile of `Cargo.toml` that has a window open soonest.
const PROFILE: &str = "app";

pub fn run_app() -> Result<()> {
    setup::desktop()?;
    interface::install()?;
    interface::build()?;
    if has_display() { open() } else { export_sample() }
}

fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

fn open() -> Result<()> {
    build(&[])?;
    let program = built(PROFILE, "biaogan-desktop");
    println!("The program is {}.", program.display());
    run(&mut Command::new(program))
}

/// The main job all the same, on a server or in a container: the sample application becomes a package.
fn export_sample() -> Result<()> {
    // One command: each package by itself would have the dependencies built with other features, so twice.
    build(&["--package", "biaogan-cli"])?;
    let folder = target().join("sample");
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(error).context("target/sample");
        }
        _ => std::fs::create_dir_all(&folder).context("target/sample")?,
    }
    let (draft, package) = (folder.join("示例.biaogan"), folder.join("报送材料"));
    let biaogan = || Command::new(built(PROFILE, "biaogan"));
    run(biaogan().arg("demo").arg(&draft))?;
    run(biaogan().arg("export").arg(&draft).arg("--to").arg(&package).args(["--today", "2026-05-08"]))?;
    println!("There is no display here. The sample application lies exported in {}.", package.display());
    println!(
        "To see the window, run {} on a desktop, or here in a display of its own: xvfb-run {0}",
        built(PROFILE, "biaogan-desktop").display()
    );
    Ok(())
}

fn build(also: &[&str]) -> Result<()> {
    let packages = ["build", "--profile", PROFILE, "--package", "biaogan-desktop"];
    run(cargo(&packages).args(also).args(["--features", "biaogan-desktop/custom-protocol"]))
}
