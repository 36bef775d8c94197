//! Base64 (RFC 4648 §4; lines by RFC 2045 §6.8).

use ::base64::prelude::{BASE64_STANDARD, Engine};
use std::io::{self, Read, Write};

/// How many bytes make a line of 76 characters.
const LINE: usize = 57;

/// How many lines are made at once.
const LINES: usize = 1024;

/// Writes `source` to its end, in lines of 76 characters that end in CRLF.
pub(super) fn write(source: &mut dyn Read, out: &mut dyn Write) -> io::Result<()> {
    let mut piece = Vec::with_capacity(LINE * LINES);
    let mut lines = String::with_capacity(78 * LINES);
    loop {
        piece.clear();
        lines.clear();
        if source.take((LINE * LINES) as u64).read_to_end(&mut piece)? == 0 {
            return Ok(());
        }
        for line in piece.chunks(LINE) {
            BASE64_STANDARD.encode_string(line, &mut lines);
            lines.push_str("\r\n");
        }
        out.write_all(lines.as_bytes())?;
    }
}

/// The bytes as one word.
pub(super) fn word(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_the_rfc() {
        let check = |text: &str, expected: &str| assert_eq!(word(text.as_bytes()), expected);
        check("", "");
        check("f", "Zg==");
        check("fo", "Zm8=");
        check("foo", "Zm9v");
        check("foobar", "Zm9vYmFy");
        check("质量", "6LSo6YeP");
    }

    #[test]
    fn lines_are_76_characters_long_across_pieces() {
        let mut out = Vec::new();
        write(&mut io::repeat(0xFF).take((LINE * LINES + LINE + 1) as u64), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<_> = text.split("\r\n").collect();
        assert_eq!(lines.len(), LINES + 3);
        assert!(lines[..=LINES].iter().all(|line| *line == "/".repeat(76)));
        assert_eq!(&lines[LINES + 1..], ["/w==", ""]);
    }
}
