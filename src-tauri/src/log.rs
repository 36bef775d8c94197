//! 错误记录: what went wrong that nobody foresaw, for whoever maintains the program.
//!
//! It lies in the program's own data, is bounded, and holds nothing of a draft: of a message only what the program or
//! the libraries under it may have written.

use crate::clock;
use crate::message;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};

/// Its file in the program's data.
pub const FILE: &str = biaogan::feedback::LOG_FILE;

/// How long it gets, in bytes; of one that is longer the later half stays.
const LIMIT: u64 = 256 * 1024;

/// The longest message, in characters, and the most places that are named with it.
const MESSAGE: usize = 300;
const PLACES: usize = 12;

/// The most digits of a word that is kept: status codes and counts, but no code, telephone or figure of a draft.
const MOST_DIGITS: usize = 3;

/// Notes what happened and where, innermost first.
///
/// # Errors
/// Those of the file system; nothing depends on the log.
pub fn note(file: &Path, message: &str, places: &[String]) -> io::Result<()> {
    biaogan::files::make_folder(file.parent().unwrap_or(Path::new(".")))?;
    keep_bounded(file)?;
    let mut entry =
        format!("{} {} {}\n", clock::stamp(clock::now()), env!("CARGO_PKG_VERSION"), scrubbed(message));
    for place in places.iter().take(PLACES) {
        entry += &format!("    {}\n", program_words(place));
    }
    // In one piece: others may write at the same time.
    OpenOptions::new().create(true).append(true).open(file)?.write_all(entry.as_bytes())
}

/// Notes the panics of all threads from now on.
pub fn note_panics(file: PathBuf) {
    let default = panic::take_hook();
    panic::set_hook(Box::new(move |info: &PanicHookInfo| {
        let place = info.location().map(ToString::to_string);
        // A panic in here would end the program.
        let _ = note(&file, info.payload_as_str().unwrap_or("panic"), place.as_slice());
        default(info);
        // One on another thread ends that thread's work, and its caller tells; on this one it ends the program.
        if std::thread::current().name() == Some("main") {
            message::show(&ended(&file));
        }
    }));
}

fn ended(log: &Path) -> String {
    format!(
        "程序遇到意外错误，只好关闭。已保存的内容都在草稿里，重新打开即可继续。\n\n错误记录在：\n{}",
        log.display()
    )
}

/// A message without what may have come from a draft: numbers and addresses, and what [`program_words`] leaves out.
fn scrubbed(message: &str) -> String {
    let is_a_draft_s =
        |word: &str| word.contains('@') || word.chars().filter(char::is_ascii_digit).count() > MOST_DIGITS;
    let kept = program_words(message);
    let words = kept.split(' ').map(|word| if is_a_draft_s(word) { "…" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

/// The text but for whatever is not ASCII and whatever stands in quotation marks; from an escape in these on, nothing.
fn program_words(text: &str) -> String {
    let mut kept = String::new();
    let (mut quote, mut is_lost) = (None, false);
    for character in text.trim().chars().take(MESSAGE) {
        let is_left_out = is_lost || quote.is_some() || !character.is_ascii() || character.is_ascii_control();
        match (quote, character) {
            (Some(_), '\\') => is_lost = true,
            (Some(open), close) if open == close => quote = None,
            (None, '"' | '`') => quote = Some(character),
            _ => {}
        }
        match is_left_out {
            true if kept.ends_with('…') => {}
            true => kept.push('…'),
            false => kept.push(character),
        }
    }
    kept
}

fn keep_bounded(file: &Path) -> io::Result<()> {
    if fs::metadata(file).is_ok_and(|found| found.len() > LIMIT) {
        let text = fs::read_to_string(file)?;
        let half = text.ceil_char_boundary(text.len() / 2);
        let later = &text[half..];
        fs::write(file, &later[later.find('\n').map_or(0, |end| end + 1)..])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_draft_stays_in_a_message() {
        let check = |message: &str, expected: &str| assert_eq!(scrubbed(message), expected);
        check(
            "undefined is not an object (evaluating 'a.b')",
            "undefined is not an object (evaluating 'a.b')",
        );
        check("JSON Parse error: 杭州虚屿 is 186350", "JSON Parse error: … is …");
        check("no a@b.cn in `Acme` (404)", "no … in `… (404)");
        check(r#"got "say \"Acme\" twice" here"#, r#"got "…"#);
        check(
            r#"Unexpected token 'x', "Acme plan"... is not valid"#,
            r#"Unexpected token 'x', "…... is not valid"#,
        );
        check("two\nlines", "two…lines");
        check(&"a".repeat(1000), &"a".repeat(MESSAGE));
    }

    #[test]
    fn the_log_stays_bounded_and_keeps_what_is_latest() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("data").join(FILE);
        let places = vec!["p".repeat(200); 20];
        for number in 0..300 {
            note(&file, &format!("number {number}"), &places).unwrap();
        }
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.len() as u64 <= LIMIT + 4096, "{}", text.len());
        assert!(text.contains("number 299") && !text.contains("number 0\n"));
        assert!(text.starts_with(|first: char| first.is_ascii_digit() || first == ' '), "whole lines");
        assert_eq!(text.lines().filter(|line| line.ends_with("number 299")).count(), 1);
    }
}
