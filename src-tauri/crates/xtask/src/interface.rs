//! The interface: its packages, its tests, its build.

use crate::run::{run, workspace};
use anyhow::Result;
use std::process::Command;

/// Installs what the lock file names, if that is not there already.
pub fn install() -> Result<()> {
    let installed = workspace().join("ui/node_modules/.package-lock.json");
    let is_newer = || {
        let changed = |file: &std::path::Path| std::fs::metadata(file).and_then(|file| file.modified());
        Some(changed(&installed).ok()? >= changed(&workspace().join("ui/package-lock.json")).ok()?)
    };
    if is_newer() == Some(true) {
        return Ok(());
    }
    run(npm().args(["ci", "--no-audit", "--no-fund"]))
}

/// Types and tests.
pub fn test() -> Result<()> {
    run(npm().args(["test"]))
}

/// The pages that go into the program.
pub fn build() -> Result<()> {
    run(npm().args(["run", "build"]))
}

fn npm() -> Command {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(workspace().join("ui"));
    npm
}
