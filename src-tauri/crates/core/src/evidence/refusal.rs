//! Why a file is not accepted, and what to do about it.

use super::foreign::Foreign;
use super::kind::Kind;
use super::limits::{FILE_LIMIT, PAGE_LIMIT, PIXEL_LIMIT, SIDE_LIMIT};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a file is not accepted as evidence. The text does not name the file; the caller does.
#[derive(Debug, Error, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// A JPEG that is progressive or of a rare coding, and would take too much memory to decode.
    #[error("渐进式（或少见编码的）JPEG 像素太多，无法检查，请另存为普通（基线）JPEG 或降低分辨率后再添加")]
    HeavyJpeg,
    /// It begins like a picture and cannot be decoded to its end.
    #[error("{0} 文件不完整或已损坏，请重新扫描、拍摄或下载后再添加")]
    Damaged(Kind),
    /// A JPEG of a coding that word processors do not show either.
    #[error(
        "这种编码的 JPEG（算术编码、无损或 12 位）多数软件打不开，请用看图软件另存为普通 JPEG 或 PNG 后再添加"
    )]
    RareJpeg,
    /// A page that would take too much memory once decoded.
    #[error("{0} 文件展开后太大，无法转换，请降低分辨率（黑白 600、彩色 300 dpi 即可）或拆分后再添加")]
    TooHeavy(Kind),
    /// More than [`PAGE_LIMIT`] pages.
    #[error("文件超过 {PAGE_LIMIT} 页，请拆分后再添加")]
    TooManyPages,
    /// No page at all.
    #[error("{0} 文件里没有任何页面，请重新导出后再添加")]
    NoPages(Kind),
    /// A password is needed to open it.
    #[error("PDF 设有打开密码，请先用密码打开并另存为（或打印为）不加密的 PDF，再添加")]
    Locked,
    /// Encrypted in a way that cannot be undone.
    #[error("PDF 的加密方式无法识别，请打印为新的 PDF 后再添加")]
    Encrypted,
    /// A TIFF or BMP of a coding that is not read.
    #[error("这种编码的 {0} 无法读取，请另存为 JPEG、PNG 或 PDF 后再添加")]
    RareCoding(Kind),
    /// It takes too long.
    #[error("{0} 文件处理时间太长，可能已损坏或过于复杂，请重新导出，或打印为新的 PDF 后再添加")]
    TooSlow(Kind),
    /// It needs more memory than is given, or has the decoder fail in another way that ends it.
    #[error(
        "{0} 文件过大或过于复杂（连同文件本身，转换时需要的内存超过上限），请拆成几个文件、降低分辨率，或打印为新的 PDF 后再添加；也可能已损坏"
    )]
    Overtaxing(Kind),
    /// A page that is so long and narrow that nothing is read of it in print; numbered from 0.
    #[error("第 {} 页太长太窄，缩印到 A4 上看不清，请裁成几页（如长截图分段截取）后再添加", .0 + 1)]
    Strip(usize),
    /// A PDF that consists of other files; its page is only a cover.
    #[error(
        "是 PDF 文件包（作品集），材料在它附带的文件里，页面只是封面，请用 Acrobat 等打开，把其中的文件另存后逐个添加"
    )]
    Portfolio,
    /// A form that only Acrobat lays out (dynamic XFA).
    #[error("是动态表单（XFA），页面上只有“请稍候”之类的提示，请用 Acrobat 打开，打印为新的 PDF 后再添加")]
    DynamicForm,
    /// Whoever asked for the pages wants no more of them.
    #[error("已取消添加")]
    Stopped,
    /// A photograph of a telephone in a coding that is not read.
    #[error(
        "这种编码的 HEIC 照片无法读取，请在手机上或用电脑的“照片”另存为 JPEG 后再添加（iPhone 可在“设置 > 相机 > 格式”选“兼容性最佳”后重拍）"
    )]
    RareHeic,
    /// A photograph of a telephone with more pixels than can be converted.
    #[error("HEIC 照片像素太多或内容太大，无法转换，请在手机上或用电脑的“照片”另存为 JPEG 后再添加")]
    HeavyHeic,
    /// Recognised, but not usable.
    #[error("{0}")]
    Foreign(Foreign),
    /// Not recognised.
    #[error("认不出文件类型，请另存为 PDF、JPEG 或 PNG 后再添加")]
    Unknown,
}

/// Refuses what is too large to be decoded or printed.
pub(super) fn check_size(width: u32, height: u32) -> Result<(), Refusal> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels > PIXEL_LIMIT || width > SIDE_LIMIT || height > SIDE_LIMIT {
        return Err(Refusal::TooManyPixels { width, height });
    }
    Ok(())
}
