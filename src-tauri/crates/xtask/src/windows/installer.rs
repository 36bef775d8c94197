//! The installer, made by NSIS.

use super::stage::{ICON, LICENCES, NOTES};
use crate::delivery::{self, NAME, VERSION, dist, packaging};
use crate::run::{run, workspace};
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where it lies.
pub fn place() -> PathBuf {
    dist().join(format!("{NAME}-{VERSION}-安装程序.exe"))
}

/// Makes it of the staged files.
pub fn make(stage: &Path) -> Result<()> {
    delivery::date_files(stage)?;
    let icon = workspace().join("src-tauri/icons/icon.ico");
    let setup = place();
    let mut makensis = Command::new("makensis");
    makensis.env("SOURCE_DATE_EPOCH", delivery::epoch()?).args(["-V2", "-INPUTCHARSET", "UTF8"]);
    let defined = [
        ("VERSION", VERSION),
        ("STAGE", &stage.display().to_string()),
        ("OUT", &setup.display().to_string()),
        ("ICON", &icon.display().to_string()),
        ("DOCUMENT_ICON", ICON),
        ("LICENCES", LICENCES),
        ("NOTES", NOTES),
        ("SIZE", &kilobytes(stage)?.to_string()),
    ];
    makensis.args(defined.map(|(name, value)| format!("-D{name}={value}")));
    run(makensis.arg(packaging().join("windows/setup.nsi")))
}

/// How much room the staged files take, as Windows shows it beside an installed program.
fn kilobytes(stage: &Path) -> Result<u64> {
    let files = fs::read_dir(stage)?.map(|entry| Ok(entry?.metadata()?.len()));
    Ok(files.sum::<Result<u64>>()?.div_ceil(1024))
}
