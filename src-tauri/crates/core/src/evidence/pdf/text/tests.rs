use super::super::tests::{pdf, stream};
use super::*;

/// A page of a font whose letter `A` stands for 甲 and so on, with this content.
fn page(content: &str, to_unicode: &str) -> Arc<Vec<u8>> {
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R \
            /Resources << /Font << /F 5 0 R >> >> >>"
            .to_vec(),
        stream("", content.as_bytes()),
        format!(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding {to_unicode} >>"
        )
        .into_bytes(),
        stream(
            "",
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> \
            endcodespacerange 4 beginbfchar <41> <7532> <42> <4E59> <43> <4E19> <44> <4E01> endbfchar endcmap end end",
        ),
    ];
    Arc::new(pdf(&objects))
}

const CHINESE: &str = "/ToUnicode 6 0 R";

#[test]
fn lines_are_read_from_above_and_page_numbers_are_not() {
    let content = "BT /F 12 Tf 20 200 Td (B) Tj 0 40 Td (A) Tj 12 0 Td (A) Tj 100 0 Td (D) Tj ET \
        BT /F 9 Tf 190 20 Td (- 3 -) Tj ET";
    assert_eq!(pdf_text(&page(content, CHINESE)).unwrap(), "甲甲 丁\n乙");
}

#[test]
fn a_row_is_what_is_ruled_and_text_that_wraps_stays_in_its_cell() {
    let lines = "20 100 m 20 200 l S 120 100 m 120 200 l S 220 100 m 220 200 l S 20 200 200 0.4 re f \
        20 150 m 220 150 l S 20 100 m 220 100 l S ";
    let words = "BT /F 12 Tf 25 180 Td (A) Tj 100 0 Td (C) Tj ET BT /F 12 Tf 25 160 Td (B) Tj 100 0 Td (D) Tj ET \
        BT /F 12 Tf 125 120 Td (A) Tj ET BT /F 12 Tf 20 230 Td (D) Tj ET";
    assert_eq!(pdf_text(&page(&format!("{lines}{words}"), CHINESE)).unwrap(), "丁\n甲 乙\t丙 丁\n\t甲");
}

#[test]
fn a_page_without_letters_says_so() {
    assert_eq!(pdf_text(&page("0 0 100 100 re f", "")), Err(PdfTextError::NoText));
    let broken = Arc::new(b"%PDF-1.7\nnothing".to_vec());
    assert!(matches!(pdf_text(&broken), Err(PdfTextError::Refused(_))));
}
