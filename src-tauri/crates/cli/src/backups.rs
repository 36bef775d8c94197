//! Where this computer keeps backups.

use crate::failure::Failure;
use biaogan::draft::Draft;
use std::env;
use std::path::{Path, PathBuf};
use time::OffsetDateTime;

/// Another folder than that of the desktop program, for scripts and tests.
const CHOSEN: &str = "BIAOGAN_BACKUPS";

/// The folder below the user's application data: the one of the desktop program.
const FOLDER: &str = "biaogan/backups";

/// Opens a draft for writing; one of an older program is backed up and brought up to date.
pub fn open(path: &Path) -> Result<Draft, Failure> {
    Ok(Draft::open_backed_up(path, &folder(), OffsetDateTime::now_utc())?)
}

/// The folder of the backups.
fn folder() -> PathBuf {
    let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let data = || named("APPDATA").or_else(|| named("XDG_DATA_HOME"));
    let home = || named("HOME").map(|home| home.join(".local/share"));
    named(CHOSEN).unwrap_or_else(|| data().or_else(home).unwrap_or_else(env::temp_dir).join(FOLDER))
}
