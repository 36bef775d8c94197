//! Why a package could not be made.

use super::archive::{Fault, FileDigest};
use super::item_bytes::ItemBytes;
use super::size::megabytes;
use crate::draft::DraftError;
use crate::evidence::budget::LEGIBLE_DPI;
use crate::io_error::reason;
use std::io;
use std::path::PathBuf;

/// Why a document could not be written; its message is shown to the user.
pub type DocumentError = Box<dyn std::error::Error + Send + Sync>;

/// Why a package could not be made. Whatever it is but [`Error::Mixed`], the folder is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The draft could not be read.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// No final package was made yet that something could have changed since.
    #[error("还没有生成过正式材料，没有可以比较的一次报送；请先生成正式材料，修改以后再生成修改说明")]
    NeverExported,
    /// A final package that was not made.
    #[error("没有{asked}；已有：{made}")]
    NoSuchExport {
        /// Which was asked for.
        asked: String,
        /// Which there are.
        made: String,
    },
    /// A final package that an earlier program made, which did not note of what.
    #[error(
        "第{0}次报送由旧版本的程序生成，没有记下当时的内容，不能生成修改说明；请在“修改记录”里选择当时的状态比较"
    )]
    ForgottenExport(i64),
    /// The user cancelled.
    #[error("导出已取消，文件夹未作改动")]
    Cancelled,
    /// The folder is a file.
    #[error("“{}”不是文件夹，请另选一个文件夹", .0.display())]
    NotAFolder(PathBuf),
    /// Neither the folder nor the one it should be in exists.
    #[error("文件夹“{}”不存在，请先建好它的上级文件夹，或另选一个", .0.display())]
    NoFolder(PathBuf),
    /// Nothing can be written there.
    #[error("不能在文件夹“{}”中写文件（{}），请另选一个文件夹", .folder.display(), reason(.source))]
    Folder {
        /// Where.
        folder: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A package is there already and was not to be replaced.
    #[error("“{}”已存在；确定要替换时请选择替换，或另选一个文件夹", .0.display())]
    Exists(PathBuf),
    /// A document could not be made.
    #[error("生成“{name}”失败：{}", told(.source))]
    Document {
        /// Its file name.
        name: String,
        /// Why, in the words of what makes it.
        source: DocumentError,
    },
    /// A file could not be written or read back.
    #[error("写“{}”失败（{}），文件夹未作改动，请处理后重试", .file.display(), reason(.source))]
    Write {
        /// Which.
        file: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file could not be put in its place, nor the others be taken back.
    #[error("写“{}”失败（{}），已放好的文件也没能撤回，文件夹里新旧材料混在一起，请处理后重新导出", .file.display(), reason(.source))]
    Mixed {
        /// Which.
        file: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A final package is over the limit of the notice.
    #[error("压缩包 {}，超过{label}的上限（{clause}）：{}；请减少或压缩证实性材料后再导出", megabytes(*.bytes), listed(.documents))]
    TooLarge {
        /// Size of the zip, in bytes.
        bytes: u64,
        /// The limit as the notice words it.
        label: String,
        /// Where the notice says so.
        clause: String,
        /// What takes the room.
        documents: Vec<FileDigest>,
    },
    /// Even with every scan as small as it may be, a final package is over the limit of the notice.
    #[error(
        "扫描件已压到最低清晰度（{LEGIBLE_DPI} dpi），压缩包仍比{label}的上限（{clause}）多 {}。占地方最多的是：{}；请只留必要的页（封面、关键数据页、盖章页），或拆去重复的材料后再导出",
        megabytes(*.excess), largest(.items)
    )]
    CannotFit {
        /// How many bytes too many there are.
        excess: u64,
        /// The limit as the notice words it.
        label: String,
        /// Where the notice says so.
        clause: String,
        /// What takes the room, the largest first.
        items: Vec<ItemBytes>,
    },
    /// A picture could not be read, or no temporary file be written, while pictures were downscaled.
    #[error("压缩图片时读写失败（{}），文件夹未作改动，请检查磁盘空间后重试", reason(.0))]
    Spool(io::Error),
    /// What was written does not read back as it should.
    #[error("“{name}”写好后核对有误：{source}；已撤销，请重试，仍不行请换一个磁盘")]
    Verify {
        /// Which file.
        name: String,
        /// What is wrong.
        source: Fault,
    },
}

/// A document's own words, or why the system refused.
fn told(source: &DocumentError) -> String {
    source.downcast_ref::<io::Error>().map_or_else(|| source.to_string(), reason)
}

/// The largest items, as many as are worth naming.
fn largest(items: &[ItemBytes]) -> String {
    const NAMED: usize = 5;
    let one =
        |item: &ItemBytes| format!("“{}”（{} 幅，{}）", item.title, item.pictures, megabytes(item.bytes));
    items.iter().take(NAMED).map(one).collect::<Vec<_>>().join("、")
}

fn listed(documents: &[FileDigest]) -> String {
    let one = |document: &FileDigest| format!("{} {}", document.name, megabytes(document.bytes));
    documents.iter().map(one).collect::<Vec<_>>().join("、")
}
