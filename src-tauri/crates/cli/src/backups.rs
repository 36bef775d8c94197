//! Where this computer keeps backups.

use crate::failure::Failure;
use biaogan::data_folder::backups_folder;
use biaogan::draft::Draft;
use chrono::Utc;
use std::env;
use std::path::{Path, PathBuf};

/// Another folder than that of the desktop program, for scripts and tests.
const CHOSEN: &str = "BIAOGAN_BACKUPS";

/// Opens a draft for writing; one of an older program is backed up and brought up to date.
pub fn open(path: &Path) -> Result<Draft, Failure> {
    Ok(Draft::open_backed_up(path, &folder(), Utc::now())?)
}

/// The folder of the backups: the one of the desktop program unless another is chosen.
fn folder() -> PathBuf {
    let chosen = env::var_os(CHOSEN).filter(|value| !value.is_empty()).map(PathBuf::from);
    chosen.unwrap_or_else(|| backups_folder().unwrap_or_else(|| env::temp_dir().join("backups")))
}
