//! The system's dialogs, opened from here so that the page needs no right to them.

use crate::desk::Desk;
use crate::window;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// A kind of files to choose from: its name and extensions.
pub type FileKind = (&'static str, &'static [&'static str]);

/// A .biaogan file.
pub const DRAFTS: FileKind = ("质量标杆申报草稿", &[biaogan::draft::EXTENSION]);
/// Pictures and PDF.
pub const SCANS: FileKind = (
    "图片和PDF",
    &[
        "jpg", "jpeg", "png", "tif", "tiff", "bmp", "gif", "webp", "jp2", "pdf", "heic", "heif", "JPG",
        "PNG", "PDF", "HEIC",
    ],
);
/// A Word document.
pub const WORD: FileKind = ("Word 文档", &["docx"]);
/// Word files of an application, alone or zipped.
pub const DOCUMENTS: FileKind = ("申报书、典型经验、证实性材料或压缩包", &["docx", "zip", "DOCX", "ZIP"]);
/// Packages that anyone made.
pub const PACKAGES: FileKind = ("压缩包", &["zip", "ZIP"]);
/// A page for a browser.
pub const PAGE: FileKind = ("网页", &["html"]);
/// A workbook to write.
pub const WORKBOOK: FileKind = ("Excel 工作簿", &["xlsx"]);
/// Workbooks to read.
pub const WORKBOOKS: FileKind = ("Excel、WPS 工作簿", &["xlsx", "xls", "et", "xlsm", "XLSX", "XLS", "ET"]);
/// The official notice of a year.
pub const NOTICES: FileKind = ("通知：Word、PDF、文本", &["docx", "pdf", "txt", "DOCX", "PDF", "TXT"]);
/// A text.
pub const TEXT: FileKind = ("文本文件", &["txt"]);
/// An edition.
pub const EDITIONS: FileKind = ("年度通知", &["toml"]);

/// Asks for a folder; `None` where the dialog was closed. Not on the main thread.
pub fn folder(app: &AppHandle, title: &str) -> Option<PathBuf> {
    answered(app, || dialog(app, title).blocking_pick_folder().into_iter().collect()).pop()
}

/// Asks for one file; `None` where the dialog was closed. Not on the main thread.
pub fn file(app: &AppHandle, title: &str, (name, extensions): FileKind) -> Option<PathBuf> {
    let ask = || dialog(app, title).add_filter(name, extensions).blocking_pick_file().into_iter().collect();
    answered(app, ask).pop()
}

/// Asks for any number of files. Not on the main thread.
pub fn files(app: &AppHandle, title: &str, (name, extensions): FileKind) -> Vec<PathBuf> {
    answered(app, || {
        dialog(app, title).add_filter(name, extensions).blocking_pick_files().unwrap_or_default()
    })
}

/// Asks where to write a file; `None` where the dialog was closed. Not on the main thread.
pub fn save(app: &AppHandle, title: &str, proposed: &str, (name, extensions): FileKind) -> Option<PathBuf> {
    let dialog = || dialog(app, title).set_file_name(proposed).add_filter(name, extensions);
    let path = answered(app, || dialog().blocking_save_file().into_iter().collect()).pop()?;
    Some(with_extension(path, extensions))
}

/// Adds the extension that is wanted where the name has none of them: another dot may be part of the name.
fn with_extension(path: PathBuf, wanted: &[&str]) -> PathBuf {
    let has = |extension: &OsStr| wanted.iter().any(|wanted| extension.eq_ignore_ascii_case(wanted));
    if path.extension().is_some_and(has) {
        return path;
    }
    let mut path = OsString::from(path);
    path.push(".");
    path.push(wanted[0]);
    path.into()
}

fn dialog(app: &AppHandle, title: &str) -> FileDialogBuilder<tauri::Wry> {
    let dialog = app.dialog().file().set_title(title);
    match app.get_webview_window(window::NAME) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

fn answered(app: &AppHandle, ask: impl FnOnce() -> Vec<FilePath>) -> Vec<PathBuf> {
    let handed_in = app.state::<Desk>().automation.answer();
    handed_in.unwrap_or_else(|| ask().into_iter().filter_map(|path| path.into_path().ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_in_a_name_is_no_extension() {
        let check = |name: &str, expected: &str| {
            assert_eq!(with_extension(name.into(), WORD.1), PathBuf::from(expected));
        };
        check("总览", "总览.docx");
        check("总览v1.2", "总览v1.2.docx");
        check("总览.docx", "总览.docx");
        check("总览.DOCX", "总览.DOCX");
    }
}
