//! Bytes of a text file from outside.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// The text of a file: UTF-8, UTF-16 with its mark or recognisable by its zeros, or what Windows in China calls ANSI
/// (GBK, read as GB18030). `None` for what is none of them, such as a picture.
pub fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let unmarked = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Some(text) = utf16(bytes) {
        return text.map(Cow::Owned);
    }
    if let Ok(text) = std::str::from_utf8(unmarked) {
        return Some(Cow::Borrowed(text));
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    (!text.contains('\0')).then_some(text)
}

/// The text of bytes that begin with the mark of UTF-16, or whose every other byte is mostly zero; the inner `None`
/// where they are damaged.
pub fn utf16(bytes: &[u8]) -> Option<Option<String>> {
    let encoding = match bytes {
        [0xFF, 0xFE, ..] => UTF_16LE,
        [0xFE, 0xFF, ..] => UTF_16BE,
        [b'<', 0, ..] => UTF_16LE,
        [0, b'<', ..] => UTF_16BE,
        _ => return None,
    };
    let text = encoding.decode_with_bom_removal(bytes);
    Some((!text.1).then(|| text.0.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Option<&str>) {
        assert_eq!(decode(bytes).as_deref(), expected, "{bytes:?}");
    }

    #[test]
    fn the_usual_encodings_of_a_text_file_are_told_apart() {
        check("质量5G".as_bytes(), Some("质量5G"));
        check(b"\xEF\xBB\xBF\xE8\xB4\xA8", Some("质"));
        check(b"\xD6\xCA\xC1\xBF\x35G", Some("质量5G"));
        check(b"\xFF\xFE\x28\x8D5\0", Some("质5"));
        check(b"\xFE\xFF\x8D\x28\x005", Some("质5"));
        check(b"", Some(""));
    }

    #[test]
    fn what_is_no_text_is_told() {
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None);
        check(b"\xFF\xFE\x00\xD8", None);
    }
}
