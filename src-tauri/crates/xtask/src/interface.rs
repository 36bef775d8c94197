//! The interface: its packages, its tests, its build.

use crate::node::npm;
use crate::run::{run, workspace};
use anyhow::Result;

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

/// Types and style.
pub fn check() -> Result<()> {
    run(npm().args(["run", "check"]))
}

/// Tests.
pub fn test() -> Result<()> {
    run(npm().args(["test"]))
}

/// The pages that go into the program.
pub fn build() -> Result<()> {
    run(npm().args(["run", "build"]))
}
