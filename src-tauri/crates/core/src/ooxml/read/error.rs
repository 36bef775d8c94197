//! Why a file cannot be read.

use super::kind::FileKind;
use crate::io_error::reason;
use crate::ooxml::xml;
use std::io;
use zip::result::ZipError;

/// Why a file cannot be read as a Word document. Each message says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file cannot be read.
    #[error("读不出来（{}），请检查文件", reason(.0))]
    Read(#[from] io::Error),
    /// Another kind of file.
    #[error("{}", .0.refusal())]
    Other(FileKind),
    /// No zip, or one that was cut off or changed.
    #[error("不是完好的 .docx 文件，请用Word或WPS打开后另存为 .docx")]
    Zip(#[source] ZipError),
    /// A zip without the text of a document.
    #[error("不是完好的Word文档（没有正文），请用Word或WPS打开后另存为 .docx")]
    NoBody,
    /// A part is longer than any application's.
    #[error("部件“{0}”超过 16 MB，不像申报材料，请检查文件")]
    TooLong(String),
    /// A picture is larger than a whole package may be.
    #[error("部件“{0}”超过 100 MB，不像申报材料，请检查文件")]
    TooLarge(String),
    /// More than any application holds, in a part or altogether.
    #[error("内容过多（{0}），不像申报材料，请检查文件")]
    TooMuch(String),
    /// There are more paragraphs than in any application.
    #[error("内容过多（超过 {0} 段），不像申报材料，请检查文件")]
    TooManyParagraphs(usize),
    /// Its tables have more rows than any application's.
    #[error("表格共有超过 {0} 行，不像申报材料，请检查文件")]
    TooManyRows(usize),
    /// A table has more columns than any application's.
    #[error("有超过 {0} 列的表格，不像申报材料，请检查文件")]
    TooManyColumns(usize),
    /// A part that is not the XML it should be.
    #[error("部件“{part}”已损坏，请用Word或WPS打开后另存为 .docx")]
    Xml {
        /// Its path in the file.
        part: String,
        /// What the parser found.
        source: xml::Error,
    },
}

impl From<ZipError> for ReadError {
    fn from(error: ZipError) -> ReadError {
        match error {
            ZipError::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                ReadError::TooMuch("压缩包里的文件太多".into())
            }
            ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => ReadError::Read(error),
            other => ReadError::Zip(other),
        }
    }
}

impl ReadError {
    /// Whether it concerns one part alone, without which the others can still be read.
    pub(super) fn is_of_one_part(&self) -> bool {
        matches!(self, ReadError::Zip(_) | ReadError::Xml { .. })
    }
}
