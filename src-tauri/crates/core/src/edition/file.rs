//! An edition file as written.

use super::error::EditionError;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// The largest edition file that is read, in bytes.
const READ_LIMIT: u64 = 4 << 20;

/// An edition file that is TOML; what it says is not looked at yet.
#[derive(Debug, Clone)]
pub(super) struct EditionFile {
    /// What errors name.
    pub file: PathBuf,
    /// Its keys.
    pub table: Table,
}

impl EditionFile {
    /// Reads a file.
    pub fn read(file: &Path) -> Result<EditionFile, EditionError> {
        EditionFile::parse(&text(file)?, file)
    }

    /// Reads the text of a file.
    pub fn parse(text: &str, file: &Path) -> Result<EditionFile, EditionError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let table: Table = text.parse().map_err(|error: toml::de::Error| {
            let before = error.span().map_or("", |span| &text[..span.start.min(text.len())]);
            let line = before.lines().count().max(1);
            let reason = format!("不是有效的 TOML：{}", error.message());
            EditionError { file: file.into(), key: format!("第 {line} 行"), reason }
        })?;
        Ok(EditionFile { file: file.into(), table })
    }

    /// The id it gives itself, empty where it gives none.
    pub fn id(&self) -> &str {
        self.table.get("id").and_then(Value::as_str).unwrap_or_default()
    }

    /// The text of the file.
    pub fn to_toml(&self) -> String {
        let year = self.table.get("year").and_then(Value::as_integer).unwrap_or_default();
        let head = format!("# {year}年通知；没有写的与所依据的年度（based_on）相同，年份顺延。\n\n");
        head + &toml::to_string_pretty(&self.table).expect("a table is TOML")
    }

    /// A fault of this file.
    pub fn fault(&self, key: &str, reason: impl Into<String>) -> EditionError {
        EditionError { file: self.file.clone(), key: key.into(), reason: reason.into() }
    }
}

/// The text of an edition file.
pub(super) fn text(file: &Path) -> Result<String, EditionError> {
    let refuse = |reason: String| EditionError { file: file.into(), key: "文件".into(), reason };
    let unreadable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => refuse("找不到，请检查路径".into()),
        _ => refuse(format!("读不出来（{error}），请检查路径和权限")),
    };
    if !file.metadata().map_err(unreadable)?.is_file() {
        return Err(refuse("不是文件，请选择通知文件（.toml）".into()));
    }
    let mut bytes = Vec::new();
    let opened = File::open(file).map_err(unreadable)?;
    opened.take(READ_LIMIT + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > READ_LIMIT {
        return Err(refuse("太大，不像通知文件".into()));
    }
    String::from_utf8(bytes).map_err(|_| refuse("不是 UTF-8 文本，请另存为 UTF-8 编码".into()))
}
