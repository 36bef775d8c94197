//! Where the program keeps what belongs to no draft: the installed editions.
//!
//! The command line and the desktop program share it. Everything below is handed the folder.

use std::path::PathBuf;

/// Names another folder, for tests and for several users of one account.
pub const VARIABLE: &str = "BIAOGAN_DATA";

/// The program's folder in the system's place for data (`%APPDATA%\biaogan`, `~/.local/share/biaogan`), or what
/// [`VARIABLE`] names; it need not exist. None where the system knows no such place.
pub fn data_folder() -> Option<PathBuf> {
    let named = std::env::var_os(VARIABLE).filter(|folder| !folder.is_empty());
    named.map(PathBuf::from).or_else(|| Some(dirs::data_dir()?.join("biaogan")))
}

/// Where installed editions (年度通知) lie, for [`Editions::installed`](crate::edition::Editions::installed).
pub fn editions_folder() -> Option<PathBuf> {
    Some(data_folder()?.join("editions"))
}
