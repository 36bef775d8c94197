//! Why nothing was brought in.

use crate::draft::{Blame, DraftError};
use crate::io_error::unreadable;
use crate::ooxml::ReadError;
use crate::roll::RollError;
use std::io;
use std::path::PathBuf;

/// Why nothing was brought in. Nothing was made or changed.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file is not there, or cannot be read.
    #[error("{}：{}", file.display(), unreadable(.source))]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// It is no Word document that can be read.
    #[error("{file}：{source}")]
    Word {
        /// The document, by its name.
        file: String,
        /// Why.
        source: ReadError,
    },
    /// A zip without documents in it.
    #[error("{}：压缩包里没有 .docx 文档，请选申报书、典型经验或证实性材料的 .docx，或它们的压缩包", .0.display())]
    Empty(PathBuf),
    /// A zip in a zip.
    #[error("{}：压缩包里还有压缩包，请解压后再导入", .0.display())]
    Nested(PathBuf),
    /// More than a package may hold.
    #[error("{}：里面的文件太多或太大，不像申报材料，请检查文件", .0.display())]
    TooLarge(PathBuf),
    /// Word documents, but none of an application.
    #[error("{0}：不像申报书、典型经验或证实性材料，没有导入，请检查文件")]
    NotOurs(String),
    /// The documents are of no earlier year.
    #[error("{files}：是 {from} 年度的文件，不能结转为 {to} 年度的草稿，请直接导入")]
    NotLater {
        /// The files.
        files: String,
        /// The edition of the documents.
        from: String,
        /// The edition asked for.
        to: String,
    },
    /// More stands there than a draft holds.
    #[error("文件里的“{place}”：{reason}后再导入")]
    Beyond {
        /// Where, in the user's words.
        place: String,
        /// What is too much, and that it is to be shortened.
        reason: String,
    },
    /// Last year's content cannot be rolled forward.
    #[error(transparent)]
    Roll(RollError),
    /// The draft cannot be read or written.
    #[error(transparent)]
    Draft(#[from] DraftError),
}

impl ImportError {
    /// On whose side the cause lies.
    pub fn blame(&self) -> Blame {
        match self {
            ImportError::Draft(error) => error.blame(),
            ImportError::Roll(error) => error.blame(),
            _ => Blame::Input,
        }
    }
}

/// Files as a message names them.
pub(super) fn named(files: &[PathBuf]) -> String {
    files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>().join("、")
}
