//! Two spellings of a path on Windows: the one that people know, and the verbatim one (`\\?\C:\…`) that may be long.
//!
//! Source: “Maximum Path Length Limitation”, Microsoft Learn.

use crate::text::is_device_name;
use std::path::{Path, PathBuf};

/// The path as the user knows it and as other programs take it.
pub fn shown(path: &Path) -> PathBuf {
    let simple = dunce::simplified(path);
    simple.to_str().and_then(plain).map_or_else(|| simple.to_owned(), PathBuf::from)
}

/// The path as SQLite is to be given it: Windows takes one of more than 260 characters only so. Elsewhere as it is.
pub fn verbatim(path: &Path) -> PathBuf {
    if !cfg!(windows) {
        return path.to_owned();
    }
    let absolute = std::path::absolute(path).ok();
    let spelt = absolute.and_then(|path| prefixed(path.to_str()?));
    spelt.map_or_else(|| path.to_owned(), PathBuf::from)
}

/// Whether Windows takes the path for a device (`D:\申报\CON.biaogan`).
pub fn is_device(path: &Path) -> bool {
    path.file_name().is_some_and(|name| is_device_name(&name.to_string_lossy()))
}

/// Whether the name of a file leaves no room for those beside it, whose names are longer (`-journal`, `.….holder`):
/// NTFS takes 255 UTF-16 units. Not every system says so by itself: some know no such file.
pub fn has_long_name(path: &Path) -> bool {
    const LONGEST: usize = 255 - "-journal".len();
    path.file_name().is_some_and(|name| name.to_string_lossy().encode_utf16().count() > LONGEST)
}

/// Without the prefix, which `dunce` leaves before shares and long paths; `None` where it is needed.
fn plain(path: &str) -> Option<String> {
    let rest = path.strip_prefix(r"\\?\")?;
    let needs_it = |part: &str| part.ends_with(['.', ' ']) || is_device_name(part);
    if rest.split('\\').any(needs_it) {
        return None;
    }
    match rest.strip_prefix(r"UNC\") {
        Some(share) => Some(format!(r"\\{share}")),
        None => is_on_a_drive(rest).then(|| rest.to_owned()),
    }
}

/// With the prefix; `None` where it is there, and for what is no file (`\\.\CON`).
fn prefixed(absolute: &str) -> Option<String> {
    match absolute.strip_prefix(r"\\") {
        Some(special) if special.starts_with(['?', '.']) => None,
        Some(share) => Some(format!(r"\\?\UNC\{share}")),
        None => is_on_a_drive(absolute).then(|| format!(r"\\?\{absolute}")),
    }
}

/// `C:\…`
fn is_on_a_drive(path: &str) -> bool {
    matches!(path.as_bytes(), [letter, b':', b'\\', ..] if letter.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_shown_as_people_know_it() {
        let check = |path: &str, expected: &str| assert_eq!(shown(Path::new(path)), Path::new(expected));
        check(r"\\?\UNC\server\share\甲.biaogan", r"\\server\share\甲.biaogan");
        check(r"\\?\C:\申报\甲.biaogan", r"C:\申报\甲.biaogan");
        let long = format!(r"C:\{}\甲.biaogan", "申报\\".repeat(200).trim_end_matches('\\'));
        check(&format!(r"\\?\{long}"), &long);
        check(r"C:\甲.biaogan", r"C:\甲.biaogan");
        check("/home/a/甲.biaogan", "/home/a/甲.biaogan");
        // Without the prefix it would be another file, or none.
        check(r"\\?\C:\甲.", r"\\?\C:\甲.");
        check(r"\\?\UNC\server\share\con.biaogan", r"\\?\UNC\server\share\con.biaogan");
        check(r"\\?\Volume{1}\甲", r"\\?\Volume{1}\甲");
    }

    #[test]
    fn a_name_leaves_room_for_the_longest_beside_it_whatever_its_folder() {
        let place = |letter: &str, units| Path::new("甲公司").join(letter.repeat(units));
        assert!(!has_long_name(&place("a", 247)) && !has_long_name(&place("质", 247)));
        assert!(has_long_name(&place("a", 248)) && has_long_name(&place("𠮷", 124)));
        assert!(!has_long_name(&Path::new(&"a".repeat(300)).join("甲.biaogan")));
    }

    #[test]
    fn sqlite_is_given_the_spelling_that_may_be_long() {
        let check = |path: &str, expected: Option<&str>| assert_eq!(prefixed(path).as_deref(), expected);
        check(r"C:\申报\甲.biaogan", Some(r"\\?\C:\申报\甲.biaogan"));
        check(r"\\server\share\甲.biaogan", Some(r"\\?\UNC\server\share\甲.biaogan"));
        check(r"\\?\C:\甲.biaogan", None);
        check(r"\\.\CON", None);
        check("/home/a", None);
    }
}
