//! Text whose font the file does not carry.

use super::*;

/// A page that shows glyphs by their numbers, in a font of two bytes a character; with one more object, the eighth.
fn numbered(font: &str, collection: &str, also: &str, further: Vec<u8>) -> Vec<u8> {
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R \
                /Resources << /Font << /F 5 0 R >> >> >>";
    let below = format!(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{font} /DW 1000 /FontDescriptor 7 0 R \
         /CIDSystemInfo << /Registry (Adobe) /Ordering ({collection}) /Supplement 0 >> >>"
    );
    pdf(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
        page.into(),
        stream("", b"0.5 g 0 0 40 40 re f BT /F 20 Tf 20 200 Td <0024002501050384> Tj ET"),
        format!(
            "<< /Type /Font /Subtype /Type0 /BaseFont /{font} /Encoding /Identity-H /DescendantFonts [6 0 R] {also} >>"
        )
        .into(),
        below.into(),
        format!("<< /Type /FontDescriptor /FontName /{font} /Flags 4 /FontBBox [0 -200 1000 900] >>").into(),
        further,
    ])
}

#[test]
fn glyph_numbers_of_a_font_that_is_not_there_are_told() {
    for font in ["TimesNewRoman,Bold", "SimSun", "Arial", "Unheard-Of"] {
        let warnings = Shown::of(numbered(font, "Identity", "", stream("", b"")), SHEET).warnings;
        let expected = [Warning::UnknownText(0)];
        assert!(expected.iter().all(|warning| warnings.contains(warning)), "{font}: {warnings:?}");
    }
}

#[test]
fn text_whose_characters_are_known_is_not() {
    let mapping = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> \
                    endcodespacerange 4 beginbfchar <0024> <0041> <0025> <0042> <0105> <0043> <0384> <0044> \
                    endbfchar endcmap end";
    let known = numbered("Arial", "Identity", "/ToUnicode 8 0 R", stream("", mapping));
    assert_eq!(Shown::of(known, SHEET).warnings, []);
}
