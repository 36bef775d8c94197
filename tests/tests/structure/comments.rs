//! How wide comments are.

use super::source::top;
use std::fs;

/// The comments of a file that are wider than so many columns.
pub fn too_wide(path: &str, columns: usize) -> Vec<String> {
    let text = fs::read_to_string(top().join(path)).expect("a file in UTF-8");
    let lines = text.lines().enumerate().filter(|(_, line)| is_comment(line) && width(line) > columns);
    lines.map(|(number, line)| format!("{path}:{} has {} columns", number + 1, width(line))).collect()
}

fn is_comment(line: &str) -> bool {
    ["//", "/*", "* "].iter().any(|mark| line.trim_start().starts_with(mark))
}

/// How many columns a line takes; a Chinese character takes two.
fn width(line: &str) -> usize {
    line.chars().map(|c| if c < '\u{2E80}' { 1 } else { 2 }).sum()
}
