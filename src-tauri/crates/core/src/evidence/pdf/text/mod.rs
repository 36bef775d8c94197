//! The text of a PDF, for a document that is read rather than shown: letters with their places, put together to lines,
//! and to rows where lines are ruled around them.

mod layout;
mod letters;
mod table;
#[cfg(test)]
mod tests;

use super::document;
use crate::evidence::Refusal;
use hayro::hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::Rect;
use letters::Letters;
use std::sync::Arc;
use thiserror::Error;

/// Text of more pages is not read: a notice with its annexes has some twenty.
const MOST_PAGES: usize = 200;

/// Why no text was read from a PDF.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PdfTextError {
    /// It cannot be opened.
    #[error("{}", .0.to_string().replace("添加", "读取"))]
    Refused(#[from] Refusal),
    /// There is none.
    #[error("PDF 里没有文字，只有图像（如扫描件）：请另找 Word 版或网页版，或识别成文字后粘贴进来")]
    NoText,
    /// Its fonts do not say which letters they draw.
    #[error(
        "PDF 里的文字认不出来（字体没有给出对应的字）：请在阅读器里全选、复制，再粘贴进来，或另找 Word 版"
    )]
    UnknownText,
}

/// The text of a PDF: a line a paragraph's line, the cells of a row apart by tabs.
pub fn pdf_text(bytes: &Arc<Vec<u8>>) -> Result<String, PdfTextError> {
    let pdf = document::open(bytes)?;
    let (mut lines, mut known, mut unknown) = (Vec::new(), 0, 0);
    for page in pdf.pages().iter().take(MOST_PAGES) {
        let letters = letters(page);
        (known, unknown) = (known + letters.found.len(), unknown + letters.unknown);
        lines.extend(layout::lines(letters));
    }
    // Boxes to tick and the like may be of a font that says nothing.
    match (known, unknown) {
        (0, 0) => Err(PdfTextError::NoText),
        _ if unknown * 4 > known => Err(PdfTextError::UnknownText),
        _ => Ok(lines.join("\n")),
    }
}

fn letters(page: &Page<'_>) -> Letters {
    let (width, height) = page.render_dimensions();
    let paper = Rect::new(0.0, 0.0, width.into(), height.into());
    let cache = InterpreterCache::new();
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, paper, &cache, page.xref(), InterpreterSettings::default());
    let mut letters = Letters::default();
    interpret_page(page, &mut context, &mut letters);
    letters
}
