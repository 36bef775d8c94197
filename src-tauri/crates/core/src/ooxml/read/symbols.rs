//! Characters of symbol fonts, as the signs they show: ticks above all.

/// ☑
pub(super) const TICKED: char = '☑';
/// □
pub(super) const UNTICKED: char = '□';

/// What a character of a symbol font shows; codes of U+F000 and more are those of the font plus 0xF000 (17.3.3.30).
pub(super) fn symbol(font: &str, code: u32) -> Option<char> {
    let code = if (0xF000..0xF100).contains(&code) { code - 0xF000 } else { code };
    let font = font.trim().to_ascii_lowercase();
    match (font.as_str(), code) {
        ("wingdings", 0xFE) | ("wingdings 2", 0x52) => Some(TICKED),
        ("wingdings", 0xFD | 0x78) | ("wingdings 2", 0x53 | 0x54) => Some('☒'),
        ("wingdings", 0xFC) | ("wingdings 2", 0x50) | ("symbol", 0xD6) => Some('√'),
        ("wingdings", 0xFB) | ("wingdings 2", 0x4F) => Some('×'),
        ("wingdings", 0x6F | 0x70 | 0x71 | 0x72 | 0xA8) | ("wingdings 2", 0xA3 | 0x2A | 0x30) => {
            Some(UNTICKED)
        }
        ("wingdings", 0x6E | 0xA7) | ("wingdings 2", 0xA2) => Some('■'),
        ("wingdings", 0x6C | 0x9F) => Some('●'),
        ("wingdings", 0x6D | 0xA1) => Some('○'),
        ("wingdings", 0xE0 | 0xF0) | ("symbol", 0xAE) => Some('→'),
        ("wingdings", 0x76 | 0x75) => Some('◆'),
        ("wingdings", 0xD8) => Some('➢'),
        ("symbol", 0xB1) => Some('±'),
        ("symbol", 0xB3) => Some('≥'),
        ("symbol", 0xA3) => Some('≤'),
        ("symbol", 0xB4) => Some('×'),
        ("symbol", 0xB7) => Some('·'),
        ("symbol", 0xB0) => Some('°'),
        ("symbol", 0x6D) => Some('μ'),
        ("symbol", 0x57) => Some('Ω'),
        _ => None,
    }
}

/// Whether letters of this font are signs.
pub(super) fn is_symbol_font(font: &str) -> bool {
    let font = font.to_ascii_lowercase();
    font.starts_with("wingdings") || font == "symbol"
}

/// What letters of a font show.
pub(super) fn shown(font: Option<&str>, text: &str) -> String {
    match font {
        Some(font) if is_symbol_font(font) => {
            text.chars().map(|c| symbol(font, u32::from(c)).unwrap_or(c)).collect()
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_of_the_symbol_fonts_are_ticks() {
        for (font, code, expected) in [
            ("Wingdings", 0xF0FE, '☑'),
            ("Wingdings", 0xF0FC, '√'),
            ("Wingdings", 0xF0A8, '□'),
            ("Wingdings 2", 0xF052, '☑'),
            ("Wingdings 2", 0xF0A3, '□'),
        ] {
            assert_eq!(symbol(font, code), Some(expected), "{font} {code:X}");
        }
        assert_eq!(shown(Some("Wingdings 2"), "R"), "☑");
        assert_eq!(shown(Some("Wingdings"), "þ"), "☑");
        assert_eq!(shown(Some("宋体"), "R"), "R");
    }
}
