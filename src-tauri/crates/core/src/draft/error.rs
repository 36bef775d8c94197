//! What can go wrong with a draft.

use crate::evidence::Refusal;
use crate::form::ContentError;
use rusqlite::ErrorCode;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why something could not be done with a draft. The draft is as it was before.
#[derive(Debug, Error)]
pub enum DraftError {
    /// There is a file already.
    #[error("{}：文件已存在，不会覆盖，请换一个文件名", .0.display())]
    Exists(PathBuf),
    /// There is no such file.
    #[error("{}：找不到文件，请检查路径", .0.display())]
    Missing(PathBuf),
    /// There is no such folder.
    #[error("{}：找不到所在的文件夹，请先建立文件夹或检查路径", .0.display())]
    NoFolder(PathBuf),
    /// Not a draft of this program.
    #[error("{}：不是质量标杆申报草稿，请选择 .biaogan 文件", .0.display())]
    NotADraft(PathBuf),
    /// Made by a newer program.
    #[error("{}：草稿由更新版本的程序建立（格式 {version}），请升级本程序后再打开", path.display())]
    Newer {
        /// The draft.
        path: PathBuf,
        /// Its `user_version`.
        version: i32,
    },
    /// Made by an older program, and opened for reading only.
    #[error("{}：草稿由旧版本的程序建立，请先用本程序正常打开一次再读取", .0.display())]
    Older(PathBuf),
    /// The file is damaged.
    #[error("{}：草稿文件已损坏（{reason}），请改用备份，或用 biaogan copy 得到的副本", path.display())]
    Damaged {
        /// The draft.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Another program writes it.
    #[error("{}：草稿已在另一个窗口或程序中打开，请先关闭那一个再修改", .0.display())]
    InUse(PathBuf),
    /// The draft was opened for reading only.
    #[error("{}：草稿是以只读方式打开的，请重新打开后再修改", .0.display())]
    ReadOnly(PathBuf),
    /// The file or its folder cannot be written to.
    #[error("{}：没有写入权限，请检查文件属性，或复制到自己的文件夹后再打开", .0.display())]
    WriteProtected(PathBuf),
    /// A file to attach is not accepted.
    #[error("{file}：{refusal}")]
    Refused {
        /// The file.
        file: String,
        /// Why.
        refusal: Refusal,
    },
    /// A file to attach cannot be read.
    #[error("{file}：读不出来（{source}），请检查路径和权限")]
    Unreadable {
        /// The file.
        file: String,
        /// What the system says.
        source: io::Error,
    },
    /// A file was changed while it was being attached.
    #[error("{0}：文件在添加过程中被修改，请等它保存完毕后再添加")]
    ChangedMeanwhile(String),
    /// An id that no attachment has.
    #[error("没有编号为 {0} 的附件，请用 biaogan show 查看现有附件")]
    NoAttachment(String),
    /// An id that another attachment has.
    #[error("附件编号 {0} 已被占用，请换一个编号")]
    IdTaken(String),
    /// A text that is no id.
    #[error("附件编号“{0}”不合要求，请用 1 到 32 个字母、数字、- 或 _")]
    BadId(String),
    /// A revision that the draft does not have.
    #[error("草稿没有第 {0} 次修改，请用 biaogan history 查看")]
    NoRevision(i64),
    /// A named point without a name.
    #[error("时间点的名称不能为空，请填写名称")]
    NamelessPoint,
    /// A named point that the draft does not have.
    #[error("草稿没有第 {0} 号时间点，请重新打开修改记录")]
    NoPoint(i64),
    /// Content that cannot be stored.
    #[error("{0}")]
    Content(#[from] ContentError),
    /// The system refused.
    #[error("{}：{action}失败（{source}），请检查磁盘空间和权限后重试", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What was being done.
        action: &'static str,
        /// What the system says.
        source: io::Error,
    },
    /// SQLite failed.
    #[error("读写草稿失败（{0}），请检查磁盘空间后重试")]
    Store(#[from] rusqlite::Error),
}

/// On whose side the cause lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blame {
    /// What was asked for: another file, another id.
    Input,
    /// The machine: the disk, the file system, the program itself.
    Machine,
}

impl DraftError {
    /// On whose side the cause lies.
    pub fn blame(&self) -> Blame {
        match self {
            DraftError::Io { .. } | DraftError::Store(_) => Blame::Machine,
            _ => Blame::Input,
        }
    }

    /// Names the draft in what SQLite or the stored content says.
    pub(super) fn at(self, path: &Path) -> DraftError {
        match self {
            DraftError::Store(error) => named(error, path),
            DraftError::Content(error) => damaged(path, &format!("内容读不出来：{error}")),
            DraftError::Damaged { reason, .. } => damaged(path, &reason),
            DraftError::Newer { version, .. } => DraftError::Newer { path: path.into(), version },
            DraftError::Older(_) => DraftError::Older(path.into()),
            other => other,
        }
    }

    /// Damage, to be named by [`DraftError::at`].
    pub(super) fn damage(reason: &str) -> DraftError {
        damaged(Path::new(""), reason)
    }

    pub(super) fn io(path: &Path, action: &'static str) -> impl FnOnce(io::Error) -> DraftError {
        let path = path.to_path_buf();
        move |source| match source.kind() {
            io::ErrorKind::NotFound => DraftError::Missing(path),
            io::ErrorKind::PermissionDenied => DraftError::WriteProtected(path),
            _ => DraftError::Io { path, action, source },
        }
    }
}

fn named(error: rusqlite::Error, path: &Path) -> DraftError {
    use rusqlite::Error::{
        FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType, QueryReturnedNoRows,
    };
    match error {
        QueryReturnedNoRows
        | InvalidColumnType(..)
        | FromSqlConversionFailure(..)
        | IntegralValueOutOfRange(..) => damaged(path, "数据不完整"),
        error => match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::Unknown) => {
                damaged(path, "数据库结构不对")
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => DraftError::InUse(path.into()),
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen) => DraftError::WriteProtected(path.into()),
            Some(ErrorCode::DiskFull) => DraftError::Io {
                path: path.into(),
                action: "写入",
                source: io::ErrorKind::StorageFull.into(),
            },
            _ => DraftError::Store(error),
        },
    }
}

fn damaged(path: &Path, reason: &str) -> DraftError {
    DraftError::Damaged { path: path.into(), reason: reason.into() }
}
