//! What is wrong with an edition file.

use std::path::PathBuf;
use thiserror::Error;

/// A wrong edition file: which, where in it, and why.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("通知文件 {} 有误：{key}：{reason}", file.display())]
pub struct EditionError {
    /// The file.
    pub file: PathBuf,
    /// The key in it, such as `application.benefits.rows[2].better`.
    pub key: String,
    /// What is wrong there.
    pub reason: String,
}
