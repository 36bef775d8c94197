//! What can go wrong while a document is put together or read.

use super::xml;
use crate::io_error::{reason, zip_reason};
use std::io;

/// A document could not be finished, written or read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A part is not the XML it should be; names the part.
    #[error("文档部件“{part}”无法解析：{source}")]
    Xml {
        /// Path inside the package.
        part: String,
        /// What the parser found.
        source: xml::Error,
    },
    /// The builder of the document used something the finishing pass does not carry over.
    #[error("文档部件“{part}”中有不支持的内容：{what}")]
    Unsupported {
        /// Path inside the package.
        part: String,
        /// The element or feature.
        what: &'static str,
    },
    /// A mark of a header row or of a table stands outside every table.
    #[error("文档部件“{part}”：表格的标记不在表格内")]
    TagOutsideTable {
        /// Path inside the package.
        part: String,
    },
    /// Two bookmarks share a name, or a start has no end (or the reverse).
    #[error("文档部件“{part}”：书签“{name}”重复或没有配对的结尾")]
    Bookmark {
        /// Path inside the package.
        part: String,
        /// Name, or the number of an end without a start.
        name: String,
    },
    /// A tag of another document stands in this one.
    #[error("文档部件“{part}”：内部标记“{alias}”没有对应的内容")]
    UnknownTag {
        /// Path inside the package.
        part: String,
        /// The private alias.
        alias: String,
    },
    /// The workbook inside a chart could not be made.
    #[error("图表数据表无法生成：{0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// A picture could not be read from its source.
    #[error("读取图片“{key}”失败：{}", reason(.source))]
    Picture {
        /// The opaque key given with the picture.
        key: String,
        /// What the source reported.
        source: io::Error,
    },
    /// The package could not be written.
    #[error("写入文档包失败：{}", zip_reason(.0))]
    Zip(#[from] zip::result::ZipError),
    /// The package could not be written.
    #[error("写入文档包失败：{}", reason(.0))]
    Io(#[from] io::Error),
}
