//! Files from outside that a command reads whole.

use crate::failure::Failure;
use biaogan::io_error;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Bytes of a file: a package holds 100 MB at most.
const LIMIT: u64 = 100 << 20;

/// A zip by its first bytes, or what is called a Word document.
pub fn is_word(file: &Path, bytes: &[u8]) -> bool {
    let named = file.extension().is_some_and(|end| end.eq_ignore_ascii_case("docx"));
    named || bytes.starts_with(b"PK\x03\x04")
}

/// What a file is called in messages; `-` is the standard input.
pub fn name(file: &Path) -> String {
    if file.as_os_str() == "-" { "标准输入".into() } else { file.display().to_string() }
}

/// All its bytes.
pub fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    let refuse = |reason: String| Failure::Input(format!("{}：{reason}", name(file)));
    let unreadable = |error| refuse(io_error::unreadable(&error));
    let source: Box<dyn Read> = match file.as_os_str() == "-" {
        true => Box::new(io::stdin().lock()),
        false => Box::new(File::open(file).map_err(unreadable)?),
    };
    let mut bytes = Vec::new();
    source.take(LIMIT + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LIMIT {
        return Err(refuse(format!("超过 {} MB，请检查文件", LIMIT >> 20)));
    }
    Ok(bytes)
}
