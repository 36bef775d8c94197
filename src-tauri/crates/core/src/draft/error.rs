//! What can go wrong with a draft.

use super::Holder;
use crate::evidence::Refusal;
use crate::files;
use crate::form::ContentError;
use crate::io_error::reason;
use rusqlite::ErrorCode;
use std::fs::File;
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
    /// A name that no file can have.
    #[error("{}：这个名称太长、含有磁盘不接受的字符，或是系统保留的名称（如 CON），请换一个", .0.display())]
    BadName(PathBuf),
    /// SQLite takes no path of this length.
    #[error("{}：路径太长，请移到层级较少的文件夹，或换一个较短的名称", .0.display())]
    PathTooLong(PathBuf),
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
    /// Made by an older program, and to be backed up before it is written to.
    #[error("{}：草稿由旧版本的程序建立，需要先备份再升级格式，请用本程序的窗口打开一次", .0.display())]
    Older(PathBuf),
    /// The file is damaged.
    #[error("{}：草稿文件已损坏（{reason}），请从备份恢复，或用修复功能取回还能读出的内容", path.display())]
    Damaged {
        /// The draft.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Something no draft of ours has, which could do harm.
    #[error("{}：不是本程序写成的样子（{reason}），为安全起见没有打开；请向发来的人另要一份，或用修复功能取回文字和附件", path.display())]
    Foreign {
        /// The draft.
        path: PathBuf,
        /// What it has.
        reason: String,
    },
    /// Another program writes it.
    #[error("{}：草稿已{}打开，请先关闭那一个再修改", path.display(), whereabouts(by))]
    InUse {
        /// The draft.
        path: PathBuf,
        /// Who, where that is known.
        by: Option<Holder>,
    },
    /// A program that knows no drafts keeps everybody out.
    #[error("{}：文件正被其他程序占用（多为杀毒、备份或同步软件），请稍候再试", .0.display())]
    Held(PathBuf),
    /// The place has no file locks, so that two programs could write at once.
    #[error("{}：此位置不支持文件锁（网络盘、同步盘），请复制到本机硬盘后再修改", .0.display())]
    NoLocks(PathBuf),
    /// The file was there when it was opened and is not any more.
    #[error("{}：草稿文件不见了（U 盘已拔出、网络已断开，或文件被移走、改名），请恢复原样后再继续；此前已保存的内容都在该文件里", .0.display())]
    Gone(PathBuf),
    /// Another file lies where the open draft was, or the draft was changed elsewhere meanwhile.
    #[error("{}：这个位置上已是另一个文件，或草稿已在别处改过，没有写入，请重新打开", .0.display())]
    Replaced(PathBuf),
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
    /// A folder was given where a file is wanted.
    #[error("{0}：是文件夹，请添加其中的文件")]
    Folder(String),
    /// A pipe, a device or the like was given where a file is wanted.
    #[error("{0}：不是普通文件（是管道、设备之类），请另存为文件后再添加")]
    NoFile(String),
    /// A file to attach cannot be read.
    #[error("{file}：读不出来（{}），请检查路径和权限", reason(.source))]
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
    /// What was set does not fit the content; nothing was changed.
    #[error("{0}")]
    Misfit(ContentError),
    /// Content that cannot be stored.
    #[error("{0}")]
    Content(#[from] ContentError),
    /// The system refused.
    #[error("{}：{action}失败（{}），请检查磁盘空间和权限后重试", path.display(), reason(.source))]
    Io {
        /// The file.
        path: PathBuf,
        /// What was being done.
        action: &'static str,
        /// What the system says.
        source: io::Error,
    },
    /// SQLite failed.
    #[error("读写草稿失败（{}），请检查磁盘空间后重试", number(.0))]
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
            DraftError::Io { .. } | DraftError::Store(_) | DraftError::Gone(_) | DraftError::Held(_) => {
                Blame::Machine
            }
            _ => Blame::Input,
        }
    }

    /// Names the draft in what SQLite or the stored content says.
    pub(super) fn at(self, path: &Path) -> DraftError {
        match self {
            DraftError::Store(error) => named(error, path),
            DraftError::Content(error) => damaged(path, &format!("内容读不出来：{error}")),
            DraftError::Damaged { path: unnamed, reason } if unnamed.as_os_str().is_empty() => {
                damaged(path, &reason)
            }
            DraftError::Foreign { path: unnamed, reason } if unnamed.as_os_str().is_empty() => {
                DraftError::Foreign { path: path.into(), reason }
            }
            DraftError::Newer { version, .. } => DraftError::Newer { path: path.into(), version },
            DraftError::InUse { path: unnamed, by } if unnamed.as_os_str().is_empty() => {
                DraftError::InUse { path: path.into(), by }
            }
            other => other,
        }
    }

    /// Damage, to be named by [`DraftError::at`].
    pub(super) fn damage(reason: &str) -> DraftError {
        damaged(Path::new(""), reason)
    }

    /// What no draft of ours has, to be named by [`DraftError::at`].
    pub(super) fn foreign(reason: &str) -> DraftError {
        DraftError::Foreign { path: PathBuf::new(), reason: reason.into() }
    }

    /// Tells of a file that went away, where that is why its draft could not be read or written.
    pub(super) fn unless_gone(self, path: &Path) -> DraftError {
        let is_gone = || path.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
        match self {
            DraftError::Io { .. } | DraftError::Store(_) if is_gone() => DraftError::Gone(path.into()),
            other => other,
        }
    }

    /// A writer elsewhere that did not come to an end, to be named by [`DraftError::at`].
    pub(super) fn in_use() -> DraftError {
        DraftError::InUse { path: PathBuf::new(), by: None }
    }

    pub(super) fn io(path: &Path, action: &'static str) -> impl FnOnce(io::Error) -> DraftError {
        let path = path.to_path_buf();
        move |source| match source.kind() {
            _ if files::is_held(&source) => DraftError::Held(path),
            io::ErrorKind::NotFound => DraftError::Missing(path),
            io::ErrorKind::InvalidFilename => DraftError::BadName(path),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                DraftError::WriteProtected(path)
            }
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
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                DraftError::InUse { path: path.into(), by: None }
            }
            Some(code) => refused(error, code, path),
            None => DraftError::Store(error),
        },
    }
}

/// The file system refused; SQLite does not say why.
fn refused(error: rusqlite::Error, code: ErrorCode, path: &Path) -> DraftError {
    let failed = |source: io::Error| DraftError::Io { path: path.into(), action: "读写", source };
    match code {
        ErrorCode::DiskFull => failed(io::ErrorKind::StorageFull.into()),
        _ if error.sqlite_error().is_some_and(|error| error.extended_code == MOVED) => {
            DraftError::Gone(path.into())
        }
        ErrorCode::ReadOnly => DraftError::WriteProtected(path.into()),
        ErrorCode::CannotOpen | ErrorCode::SystemIoFailure => {
            let told = if code == ErrorCode::CannotOpen { unopened(path) } else { looked_at(path) };
            told.unwrap_or_else(|| failed(io::Error::other("磁盘已满、读写出错或已被拔出")))
        }
        _ => DraftError::Store(error),
    }
}

/// Why SQLite could not open a file, which it does not say, where another look tells.
pub(super) fn unopened(path: &Path) -> Option<DraftError> {
    if is_too_long(path) {
        return Some(DraftError::PathTooLong(path.into()));
    }
    match path.metadata() {
        Ok(found) if found.permissions().readonly() => Some(DraftError::WriteProtected(path.into())),
        _ => looked_at(path),
    }
}

/// What Windows says of opening a file. Elsewhere it is not asked: closing the file again would cost a draft that is
/// open its locks (fcntl(2)).
fn looked_at(path: &Path) -> Option<DraftError> {
    let refused = cfg!(windows).then(|| File::options().read(true).write(true).open(path).err());
    Some(DraftError::io(path, "打开")(refused??))
}

/// Whether SQLite has no room for the path and that of its journal (`MAX_PATHNAME` of its os_unix.c; on Windows all
/// that the system takes).
fn is_too_long(path: &Path) -> bool {
    const LONGEST: usize = if cfg!(windows) { 32_000 } else { 512 };
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.into());
    absolute.as_os_str().len() + "-journal".len() > LONGEST
}

/// SQLITE_READONLY_DBMOVED: the open file has another name now.
const MOVED: i32 = 1032;

fn whereabouts(by: &Option<Holder>) -> String {
    by.as_ref().map_or_else(|| "在另一个窗口或程序中".into(), Holder::to_string)
}

/// SQLite's words are English: its number.
fn number(error: &rusqlite::Error) -> String {
    let code = error.sqlite_error().map(|error| error.extended_code);
    code.map_or_else(|| "内部错误".into(), |code| format!("数据库错误 {code}"))
}

fn damaged(path: &Path, reason: &str) -> DraftError {
    DraftError::Damaged { path: path.into(), reason: reason.into() }
}
