//! Why a workbook was not written or read.

use crate::draft::{Blame, DraftError};
use crate::io_error::{reason, unreadable};
use std::io;
use std::path::PathBuf;

/// Why a workbook was not written or read. Nothing was made or changed.
#[derive(Debug, thiserror::Error)]
pub enum XlsxError {
    /// There is a file of this name.
    #[error("{}：文件已存在，请换一个文件名，或先删除它", .0.display())]
    Exists(PathBuf),
    /// It cannot be written.
    #[error("{}：写不进去（{}），请检查文件夹和磁盘空间；文件在 Excel 或 WPS 里打开时请先关闭", file.display(), reason(source))]
    Write {
        /// The file.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The workbook cannot be built of this content.
    #[error("填报表做不出来（{0}）")]
    Build(#[from] rust_xlsxwriter::XlsxError),
    /// The file cannot be read.
    #[error("{}：{}", file.display(), unreadable(source))]
    Read {
        /// The file.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// It is no workbook that can be read.
    #[error("{}：{what}", file.display())]
    Refused {
        /// The file.
        file: PathBuf,
        /// What it is, and what to do.
        what: String,
    },
    /// The draft's edition is not at hand.
    #[error("没有安装 {0} 年度的通知，请先安装该年度的通知")]
    NotInstalled(String),
    /// The draft cannot be read or written.
    #[error(transparent)]
    Draft(#[from] DraftError),
}

impl XlsxError {
    /// On whose side the cause lies.
    pub fn blame(&self) -> Blame {
        match self {
            XlsxError::Draft(error) => error.blame(),
            XlsxError::Build(_) | XlsxError::Write { .. } => Blame::Machine,
            _ => Blame::Input,
        }
    }
}
