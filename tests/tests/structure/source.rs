//! The source files of a crate, each with its module path and its code without comments, texts and tests.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file.
pub struct Source {
    /// Where it lies, from the top of the repository.
    pub path: String,
    /// Its module: `["draft", "file"]`; empty for `lib.rs` and `main.rs`.
    pub module: Vec<String>,
    /// The whole text.
    pub text: String,
    /// The text with comments, the contents of literals, and what is only for tests made blank.
    pub code: String,
}

/// The top of the repository.
pub fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the repository")
}

/// The files of the crate whose sources lie in `folder`, without those that are only for tests.
pub fn sources(folder: &str) -> Vec<Source> {
    let files = files(folder).into_iter().filter(|path| path.ends_with(".rs"));
    let mut sources: Vec<Source> = files.map(|path| source(folder, path)).collect();
    let only_tests: Vec<Vec<String>> = sources.iter().flat_map(test_modules).collect();
    let is_test = |source: &Source| only_tests.iter().any(|test| source.module.starts_with(test));
    sources.retain(|source| !is_test(source));
    sources
}

/// All files under a folder, from the top of the repository, sorted.
pub fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    collect(&top().join(folder), &mut found);
    let relative = |path: PathBuf| {
        let path = path.strip_prefix(top()).expect("below the top");
        path.to_str().expect("a name in UTF-8").replace('\\', "/")
    };
    let mut found: Vec<String> = found.into_iter().map(relative).collect();
    found.sort();
    found
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default();
        match path.is_dir() {
            true if name == "node_modules" || name == "target" || name == "dist" => {}
            true => collect(&path, found),
            false => found.push(path),
        }
    }
}

fn source(folder: &str, path: String) -> Source {
    let text = fs::read_to_string(top().join(&path)).expect("a file in UTF-8");
    let inner = path[folder.len() + 1..].trim_end_matches(".rs");
    let mut module: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| matches!(last.as_str(), "mod" | "lib" | "main")) {
        module.pop();
    }
    let code = without_tests(without_texts(&text));
    Source { path, module, text, code }
}

/// The modules that a file declares for tests only.
fn test_modules(source: &Source) -> Vec<Vec<String>> {
    let plain = without_texts(&source.text);
    let after = plain.split(TEST).skip(1).filter_map(|rest| rest.trim_start().strip_prefix("mod "));
    let name = |rest: &str| rest.split(|c: char| !is_word(c)).next().unwrap_or_default().to_owned();
    after.map(|rest| source.module.iter().cloned().chain([name(rest)]).collect()).collect()
}

const TEST: &str = "#[cfg(test)]";

/// Whether a character may stand in a name.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Makes comments and the contents of literals blank; lines stay.
pub fn without_texts(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let before = out.chars().next_back().unwrap_or(' ');
        let length = blank_length(rest, before);
        let (piece, after) = rest.split_at(length.unwrap_or(first.len_utf8()));
        match length {
            Some(_) => out.extend(piece.chars().map(|c| if c == '\n' { c } else { ' ' })),
            None => out.push_str(piece),
        }
        rest = after;
    }
    out
}

/// How long a comment or a literal is that begins here.
fn blank_length(rest: &str, before: char) -> Option<usize> {
    let until =
        |end: &str, from: usize| rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len());
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(until("*/", 2));
    }
    if rest.starts_with('"') {
        return Some(quoted(rest, '"'));
    }
    if !is_word(before) && (rest.starts_with("r\"") || rest.starts_with("r#")) {
        let hashes = rest[1..].bytes().take_while(|byte| *byte == b'#').count();
        let is_text = rest[1 + hashes..].starts_with('"');
        return is_text.then(|| until(&format!("\"{}", "#".repeat(hashes)), hashes + 2));
    }
    // `'a'` and `'\n'` are characters, `'a` is a lifetime.
    let mut letters = rest.strip_prefix('\'')?.chars();
    let is_character = letters.next()? == '\\' || letters.next()? == '\'';
    is_character.then(|| quoted(rest, '\''))
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (place, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if c == quote => return place + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Makes blank what `#[cfg(test)]` stands before.
fn without_tests(code: String) -> String {
    let mut pieces = code.split(TEST);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = item_length(piece);
        out.extend(piece[..end].chars().filter(|c| *c == '\n'));
        out.push_str(&piece[end..]);
    }
    out
}

/// How long the item is that a text begins with: to its `;`, or to the end of its braces.
fn item_length(text: &str) -> usize {
    let mut depth = 0_usize;
    for (place, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(c, ';' | '}') {
            return place + 1;
        }
    }
    text.len()
}
