//! The editions at hand: built in, and installed in the program's data folder.

use crate::day::day;
use crate::failure::Failure;
use biaogan::data_folder::{VARIABLE, editions_folder};
use biaogan::edition::{Edition, Editions, Installed};
use std::path::PathBuf;

/// Where installed editions are kept.
pub fn folder() -> Result<PathBuf, Failure> {
    let nowhere = || format!("找不到存放通知的文件夹，请用环境变量 {VARIABLE} 指定一个");
    editions_folder().ok_or_else(|| Failure::Machine(nowhere()))
}

/// The editions, with the files that were refused.
pub fn installed() -> Installed {
    // A folder of no name holds nothing: those built in remain.
    Editions::installed(&editions_folder().unwrap_or_default(), day(None))
}

/// The editions.
pub fn editions() -> Editions {
    installed().editions
}

/// The edition asked for by its id, or the one that a new application is most likely for, as in the window.
pub fn asked<'a>(editions: &'a Editions, id: Option<&str>) -> Result<&'a Edition, Failure> {
    let Some(id) = id else { return Ok(editions.suggested(day(None))) };
    let missing = || format!("--edition：没有安装 {id} 年度的通知，请用 biaogan editions 查看已有年度");
    editions.get(id).ok_or_else(|| Failure::Input(missing()))
}
