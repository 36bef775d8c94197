//! What the deliveries have in common: their name, their place, their time, their sums.

use crate::run::{said, workspace};
use anyhow::{Context, Result, anyhow};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, UNIX_EPOCH};

/// The program's name, as files are named after it.
pub const NAME: &str = "质量标杆申报助手";

/// Its version, which all crates share.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Where deliveries go.
pub fn dist() -> PathBuf {
    workspace().join("dist")
}

/// What they are made of besides the programs.
pub fn packaging() -> PathBuf {
    workspace().join("src-tauri/packaging")
}

/// The time of the commit in seconds since 1970: two deliveries of one commit are the same.
pub fn epoch() -> Result<String> {
    Ok(commit_time("%ct")?.trim().to_owned())
}

/// The same as a zip tells it.
pub fn moment() -> Result<zip::DateTime> {
    let time = commit_time("%cd")?;
    let numbers: Vec<u16> = time.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let [year, month, day, hour, minute, second] = numbers[..] else {
        return Err(anyhow!("{time}: no time"));
    };
    let [month, day, hour, minute, second] = [month, day, hour, minute, second].map(|part| part as u8);
    zip::DateTime::from_date_and_time(year, month, day, hour, minute, second).context("the commit's time")
}

fn commit_time(format: &str) -> Result<String> {
    let mut log = Command::new("git");
    log.args(["log", "-1", "--date=format-local:%Y %m %d %H %M %S", &format!("--format={format}")]);
    said(log.env("TZ", "UTC").current_dir(workspace()))
}

/// Gives the files of a folder the commit's time, which an installer keeps.
pub fn date_files(folder: &Path) -> Result<()> {
    let time = UNIX_EPOCH + Duration::from_secs(epoch()?.parse()?);
    for entry in fs::read_dir(folder)? {
        File::options().append(true).open(entry?.path())?.set_modified(time)?;
    }
    Ok(())
}

/// A text as Windows' own editor shows it right: it takes one without mark for the old encoding of the machine.
pub fn text_for_windows(text: &str) -> String {
    format!("\u{feff}{}", text.replace("\r\n", "\n").replace('\n', "\r\n"))
}

/// Writes `SHA256SUMS` over the deliveries of this version that lie there.
pub fn sum() -> Result<()> {
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(dist())? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| name != SUMS && name.contains(VERSION));
    names.sort();
    let sums = said(Command::new("sha256sum").args(&names).current_dir(dist()))?;
    print!("{sums}");
    fs::write(dist().join(SUMS), sums).context(SUMS)
}

const SUMS: &str = "SHA256SUMS";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_for_windows_has_its_mark_and_its_line_ends() {
        assert_eq!(text_for_windows("甲\n乙\r\n"), "\u{feff}甲\r\n乙\r\n");
    }

    #[test]
    fn the_time_of_a_delivery_is_the_commit_s() {
        assert!(epoch().unwrap().parse::<u64>().unwrap() > 1_700_000_000);
        assert!(moment().unwrap().year() >= 2026);
    }
}
