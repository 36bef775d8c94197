//! The edition file of a notice that was read.

use super::reading::Reading;
use crate::files::persist_new;
use std::io::{self, Write};
use std::path::Path;
use tempfile::NamedTempFile;
use toml::Table;

/// What the edition file says, as TOML.
pub fn toml(reading: &Reading) -> String {
    let table = Table::try_from(&reading.file).expect("texts, numbers, lists and tables are TOML");
    let head = format!("# {}年通知，由官方通知读出；没有写的与所依据的年度相同。\n\n", reading.year);
    head + &toml::to_string_pretty(&table).expect("a table is TOML")
}

/// Writes a file whole or not at all, and never over another one.
pub fn write_new(file: &Path, text: &str) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut new = NamedTempFile::new_in(folder)?;
    new.write_all(text.as_bytes())?;
    persist_new(new, file).map(drop)
}
