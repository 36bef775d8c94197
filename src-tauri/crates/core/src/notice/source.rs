//! The official notice as a file: Word as published, a PDF with text, or text copied from a web page.

use super::line::{Line, of_document, of_text};
use crate::evidence::{PdfTextError, pdf_text};
use crate::ooxml::read::{FileKind, ReadError, read_document};
use crate::text::decode;
use std::io::Cursor;
use std::sync::Arc;
use thiserror::Error;

/// Why a file is not read as a notice. The text does not name the file; the caller does.
#[derive(Debug, Error)]
pub enum SourceError {
    /// It is a Word document that cannot be read.
    #[error(transparent)]
    Word(#[from] ReadError),
    /// It is a PDF that gives no text.
    #[error(transparent)]
    Pdf(#[from] PdfTextError),
    /// It is of another program.
    #[error("{}", .0.refusal())]
    Foreign(FileKind),
    /// It is none of them.
    #[error("不是文本文件，也不是 .docx 或 PDF，请检查文件")]
    NoText,
}

/// The lines of a file, whatever it is called.
pub fn of_file(bytes: Vec<u8>) -> Result<Vec<Line>, SourceError> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(of_document(&read_document(Cursor::new(bytes))?));
    }
    if bytes.starts_with(b"%PDF") {
        return Ok(of_text(&pdf_text(&Arc::new(bytes))?));
    }
    if let Some(kind) = FileKind::of(&bytes) {
        return Err(SourceError::Foreign(kind));
    }
    Ok(of_text(&decode(&bytes).ok_or(SourceError::NoText)?))
}
