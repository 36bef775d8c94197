//! Base64 (RFC 4648 §4; lines by RFC 2045 §6.8).

use std::io::{self, Read, Write};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// How many bytes make a line of 76 characters.
const LINE: usize = 57;

/// How many lines are made at once.
const LINES: usize = 1024;

/// Writes `source` to its end, in lines of 76 characters that end in CRLF.
pub(super) fn write(source: &mut dyn Read, out: &mut dyn Write) -> io::Result<()> {
    let mut piece = Vec::with_capacity(LINE * LINES);
    let mut lines = Vec::with_capacity(78 * LINES);
    loop {
        piece.clear();
        lines.clear();
        if source.take((LINE * LINES) as u64).read_to_end(&mut piece)? == 0 {
            return Ok(());
        }
        for line in piece.chunks(LINE) {
            encode(line, &mut lines);
            lines.extend(b"\r\n");
        }
        out.write_all(&lines)?;
    }
}

/// The bytes as one word.
pub(super) fn word(bytes: &[u8]) -> String {
    let mut word = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    encode(bytes, &mut word);
    word.into_iter().map(char::from).collect()
}

fn encode(bytes: &[u8], out: &mut Vec<u8>) {
    let (groups, rest) = bytes.as_chunks();
    for group in groups {
        out.extend_from_slice(&letters(*group));
    }
    if !rest.is_empty() {
        let mut group = [0; 3];
        group[..rest.len()].copy_from_slice(rest);
        out.extend_from_slice(&letters(group)[..=rest.len()]);
        out.extend_from_slice(&b"=="[..3 - rest.len()]);
    }
}

fn letters([first, second, third]: [u8; 3]) -> [u8; 4] {
    let bits = u32::from_be_bytes([0, first, second, third]);
    [18, 12, 6, 0].map(|shift| ALPHABET[(bits >> shift) as usize & 63])
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
