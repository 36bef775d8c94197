//! The interface: its packages, its tests, its build.

use crate::node::npm;
use crate::run::{run, target, workspace};
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// The file with the licences of the packages in the page; `ui/vite.config.ts` has it written.
const LICENCES: &str = "licences.md";

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

/// Likewise; gives a file with the licences of the packages in them, which does not lie among the pages.
pub fn build_with_licences() -> Result<PathBuf> {
    run(npm().args(["run", "build"]).env("BIAOGAN_LICENCES", LICENCES))?;
    let (ui, place) = (workspace().join("ui"), target().join(LICENCES));
    let written = ui.join("dist").join(LICENCES);
    let of_packages = fs::read_to_string(&written).context("the licences of the page")?;
    let notice =
        fs::read_to_string(ui.join("node_modules/echarts/NOTICE")).context("the notice of echarts")?;
    fs::remove_file(written)?;
    fs::write(&place, format!("{of_packages}\n## echarts: NOTICE\n{notice}"))?;
    Ok(place)
}
