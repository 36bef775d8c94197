//! Why a file is not accepted, and what to do about it.

use super::{FILE_LIMIT, Kind, PIXEL_LIMIT, SIDE_LIMIT};
use thiserror::Error;

/// Why a file is not accepted as evidence. The text does not name the file; the caller does.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No bytes.
    #[error("文件是空的（0 字节），请重新扫描或重新下载后再添加")]
    Empty,
    /// More than [`FILE_LIMIT`] bytes.
    #[error("文件超过 {} MB，请降低扫描分辨率或拆分后再添加", FILE_LIMIT >> 20)]
    TooLarge,
    /// More than [`PIXEL_LIMIT`] pixels, or a side longer than [`SIDE_LIMIT`].
    #[error(
        "图片为 {width}×{height} 像素，超过上限（{} 万像素，边长 {SIDE_LIMIT}），请降低分辨率后再添加",
        PIXEL_LIMIT / 10_000
    )]
    TooManyPixels {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// A progressive JPEG that would take too much memory to decode.
    #[error("渐进式 JPEG 的像素太多，无法检查，请另存为普通（基线）JPEG 或降低分辨率后再添加")]
    HeavyJpeg,
    /// It begins like a picture and cannot be decoded to its end.
    #[error("{0} 图片不完整或已损坏，请重新扫描、拍摄或下载后再添加")]
    Damaged(Kind),
    /// A JPEG of a coding that word processors do not show either.
    #[error(
        "这种编码的 JPEG（算术编码、无损或 12 位）多数软件打不开，请用看图软件另存为普通 JPEG 或 PNG 后再添加"
    )]
    RareJpeg,
    /// Recognised, but not usable.
    #[error("{}", advice(*.0))]
    Unsupported(Kind),
    /// Not recognised.
    #[error("认不出文件类型，请另存为 JPEG 或 PNG 图片后再添加")]
    Unknown,
}

fn advice(kind: Kind) -> String {
    match kind {
        Kind::Heic => {
            "是 HEIC/AVIF 照片，请先转换为 JPEG 再添加：iPhone 可在“设置 > 相机 > 格式”选“兼容性最佳”后重拍，\
                       或在电脑上用“照片”打开后另存为 JPEG"
                .into()
        }
        Kind::Office => "是 Office 文档或 zip 压缩包，请先打印或导出为图片（JPEG 或 PNG）再添加".into(),
        Kind::Archive => "是压缩包，请先解压，再添加其中的图片".into(),
        kind => format!("尚不支持 {kind} 文件，请先另存为 JPEG 或 PNG 再添加"),
    }
}
