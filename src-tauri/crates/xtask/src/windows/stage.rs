//! The folder with everything that is delivered, of which the installer and the portable folder are made.

use super::cross::{TARGET, built, folder};
use crate::delivery::{NAME, VERSION, dist, packaging, text_for_windows};
use crate::licences;
use crate::run::workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// What cargo builds.
pub const PROGRAMS: [&str; 3] = ["biaogan-desktop.exe", "biaogan.exe", "WebView2Loader.dll"];
/// The icon of drafts.
pub const ICON: &str = "document.ico";
/// The licences of everything inside.
pub const LICENCES: &str = "许可证.txt";
/// What an IT department asks.
pub const NOTES: &str = "交付说明.txt";

/// Lays it, with the licences of the page's packages in `page`; gives the folder.
pub fn lay(page: &Path) -> Result<PathBuf> {
    let stage = folder().join("stage");
    let _ = fs::remove_dir_all(&stage);
    fs::create_dir_all(&stage).with_context(|| stage.display().to_string())?;
    for program in PROGRAMS {
        copy(&built(program), &stage.join(program))?;
    }
    copy(&workspace().join("src-tauri/icons").join(ICON), &stage.join(ICON))?;
    let page = fs::read_to_string(page).context("the licences of the page")?;
    fs::write(stage.join(LICENCES), text_for_windows(&licences::text(TARGET, &page)?)).context(LICENCES)?;
    let notes = fs::read_to_string(packaging().join("windows/交付说明.md")).context(NOTES)?;
    fs::write(stage.join(NOTES), text_for_windows(&notes)).context(NOTES)?;
    Ok(stage)
}

/// The licences once more beside the installer and the portable folder, to be read before either is opened.
pub fn publish_licences(stage: &Path) -> Result<()> {
    copy(&stage.join(LICENCES), &dist().join(format!("{NAME}-{VERSION}-{LICENCES}")))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).map(drop).with_context(|| from.display().to_string())
}
