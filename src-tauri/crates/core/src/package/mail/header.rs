//! What stands in mail headers, folded and encoded.

use super::base64;
use crate::package::shipment::one_line;

/// How many bytes go into an encoded word or a section of a parameter: small enough for lines of 76 characters behind
/// the longest header name.
const PIECE: usize = 36;

/// A text as encoded words (RFC 2047), one a line; ASCII stays as it is while it is short.
pub(super) fn encoded(text: &str) -> String {
    let text = one_line(text);
    if text.len() <= PIECE
        && text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\')
    {
        return text;
    }
    let words = pieces(&text, PIECE, char::len_utf8);
    let word = |piece: &&str| format!("=?UTF-8?B?{}?=", base64::word(piece.as_bytes()));
    words.iter().map(word).collect::<Vec<_>>().join("\r\n ")
}

/// A parameter in any language (RFC 2231 §3 and §4), one section a line.
pub(super) fn extended(name: &str, value: &str) -> String {
    let sections = pieces(value, PIECE, |c| if is_plain(c) { 1 } else { 3 * c.len_utf8() });
    if let [value] = sections[..] {
        return format!("{name}*=UTF-8''{}", percent(value));
    }
    let charset = |number| if number == 0 { "UTF-8''" } else { "" };
    let section =
        |(number, piece): (usize, &&str)| format!("{name}*{number}*={}{}", charset(number), percent(piece));
    sections.iter().enumerate().map(section).collect::<Vec<_>>().join(";\r\n ")
}

/// An address of an edition: printable ASCII only, so that nothing but one address can come of it.
pub(super) fn address(address: &str) -> String {
    address.chars().filter(char::is_ascii_graphic).collect()
}

/// Cuts a text into pieces of at most `room`, never within a character.
fn pieces(text: &str, room: usize, width: impl Fn(char) -> usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (place, c) in text.char_indices() {
        if used + width(c) > room {
            pieces.push(&text[start..place]);
            (start, used) = (place, 0);
        }
        used += width(c);
    }
    pieces.push(&text[start..]);
    pieces
}

fn percent(text: &str) -> String {
    let byte = |byte: u8| match char::from(byte) {
        c if is_plain(c) => c.to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// `attribute-char` of RFC 2231, less the marks some mail programs trip over.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_chinese_becomes_encoded_words_that_never_split_a_character() {
        let check = |text: &str, expected: &str| assert_eq!(encoded(text), expected);
        check("report.zip", "report.zip");
        check("质量", "=?UTF-8?B?6LSo6YeP?=");
        check("a\r\nBcc: x@y", "=?UTF-8?B?YSBCY2M6IHhAeQ==?=");
        let folded = encoded(&"𠮷".repeat(20));
        assert_eq!(folded.matches("\r\n ").count(), 2);
        assert!(folded.split("\r\n").all(|line| line.len() <= 76));
    }

    #[test]
    fn a_long_parameter_is_cut_into_sections() {
        assert_eq!(extended("filename", "a.zip"), "filename*=UTF-8''a.zip");
        assert_eq!(extended("filename", "质.zip"), "filename*=UTF-8''%E8%B4%A8.zip");
        assert_eq!(
            extended("filename", "质量标杆；.zip"),
            "filename*0*=UTF-8''%E8%B4%A8%E9%87%8F%E6%A0%87%E6%9D%86;\r\n filename*1*=%EF%BC%9B.zip"
        );
        assert_eq!(
            extended("filename", "质量标杆a.zip"),
            "filename*0*=UTF-8''%E8%B4%A8%E9%87%8F%E6%A0%87%E6%9D%86;\r\n filename*1*=a.zip"
        );
    }

    #[test]
    fn an_address_cannot_bring_headers_with_it() {
        assert_eq!(address("a@b.cn\r\nBcc: c@d.cn"), "a@b.cnBcc:c@d.cn");
    }
}
