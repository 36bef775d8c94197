//! What a workbook from outside may hold at most. A zip's own sizes are claims: what is in it is counted.

use super::markup::Markup;
use super::refusal::{DAMAGED, TOO_LARGE};
use crate::ooxml::ReadError;
use crate::ooxml::read::{FileKind, open_zip};
use std::io::{self, Cursor, Read};

/// Bytes of the file.
pub(super) const FILE: u64 = 20 << 20;
/// Bytes of everything in it, unpacked.
const UNPACKED: u64 = 64 << 20;
const ENTRIES: usize = 1000;
/// Rows and columns up to which cells are read.
pub(super) const ROWS: u32 = 5000;
pub(super) const COLUMNS: u32 = 200;
pub(super) const SHEETS: usize = 60;

/// What is wrong with a file before anything is read of it.
pub(super) fn check(bytes: &[u8]) -> Result<(), String> {
    if bytes.len() as u64 > FILE {
        return Err(format!("超过 {} MB，不像填报表，请检查文件", FILE >> 20));
    }
    if bytes.starts_with(b"PK") {
        return check_zip(bytes);
    }
    match FileKind::of(bytes) {
        Some(FileKind::Workbook) => Ok(()),
        Some(FileKind::Encrypted) => Err("是加了密码的文件，请用Excel或WPS打开后去掉密码另存".into()),
        Some(FileKind::Ole) => Err(DAMAGED.into()),
        _ => Err("不是Excel或WPS的工作簿（.xlsx、.xls、.et），请选由本程序导出的填报表".into()),
    }
}

fn check_zip(bytes: &[u8]) -> Result<(), String> {
    let mut zip = open_zip(Cursor::new(bytes)).map_err(|error| match error.into() {
        ReadError::TooMuch(_) => TOO_LARGE,
        _ => DAMAGED,
    })?;
    if zip.len() > ENTRIES {
        return Err(TOO_LARGE.into());
    }
    if zip.index_for_name("content.xml").is_some() && zip.index_for_name("mimetype").is_some() {
        return Err("是OpenDocument文件（.ods等），请用WPS、LibreOffice或Excel打开后另存为 .xlsx".into());
    }
    if zip.index_for_name("xl/workbook.bin").is_some() {
        return Err("是二进制工作簿（.xlsb），请用Excel或WPS打开后另存为 .xlsx".into());
    }
    let (mut left, mut markup) = (UNPACKED, Markup::default());
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).map_err(|_| DAMAGED)?.take(left + 1);
        markup.look_through(&mut entry)?;
        io::copy(&mut entry, &mut io::sink()).map_err(|_| DAMAGED)?;
        left = entry.limit().checked_sub(1).ok_or(TOO_LARGE)?;
    }
    Ok(())
}

/// What the cells of a workbook may still take: a merged cell may cover a sheet, a text stand in every cell of one.
#[derive(Debug)]
pub(super) struct Room(usize);

impl Default for Room {
    fn default() -> Room {
        Room(32 << 20)
    }
}

impl Room {
    /// Takes the place of a cell with this text.
    pub fn take(&mut self, text: &str) -> Result<(), String> {
        /// Of a cell without its text.
        const CELL: usize = 128;
        self.0 = self.0.checked_sub(CELL + text.len()).ok_or(TOO_LARGE)?;
        Ok(())
    }
}

/// For a sheet with more rows or columns than are read.
pub(super) fn too_large(sheet: &str) -> String {
    let sheet = if sheet.is_empty() { "工作表".into() } else { format!("工作表“{sheet}”") };
    format!("{sheet}超过 {ROWS} 行或 {COLUMNS} 列，不像填报表，请检查文件")
}
