//! A text that a command writes.

use crate::failure::Failure;
use biaogan::files::write_new;
use biaogan::io_error::reason;
use std::io::ErrorKind;
use std::path::Path;

/// Writes it whole or not at all, and never over another file.
pub fn write(file: &Path, text: &str) -> Result<(), Failure> {
    write_new(file, text).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Failure::Input(format!("{}：已经有这个文件，请换一个文件名", file.display()))
        }
        _ => {
            Failure::Machine(format!("{}：写不进去（{}），请检查路径和权限", file.display(), reason(&error)))
        }
    })
}
