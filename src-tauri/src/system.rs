//! What the system's other programs are asked to show.

use crate::desk::Desk;
use crate::failure::Failure;
use biaogan::files;
use std::path::Path;
use tauri::{AppHandle, Manager};
use tauri_plugin_opener::OpenerExt;

/// Opens a file with the program the system has for it.
pub fn open(app: &AppHandle, path: &Path) -> Result<(), Failure> {
    if is_driven(app) {
        return Ok(());
    }
    let opened = app.opener().open_path(files::shown(path).to_string_lossy(), None::<&str>);
    opened.map_err(|_| Failure::other(format!("{}：没能打开，请在文件夹里双击打开", path.display())))
}

/// Shows a file in its folder.
pub fn show_in_folder(app: &AppHandle, path: &Path) -> Result<(), Failure> {
    if is_driven(app) {
        return Ok(());
    }
    let shown = app.opener().reveal_item_in_dir(files::shown(path));
    shown.map_err(|_| Failure::other(format!("{}：没能打开所在的文件夹，请手工打开", path.display())))
}

/// A test looks at the file itself; no other program is to start.
fn is_driven(app: &AppHandle) -> bool {
    app.state::<Desk>().automation.is_driving()
}
