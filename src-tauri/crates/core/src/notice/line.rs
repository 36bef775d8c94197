//! A notice line by line, as it can be compared.

use crate::ooxml::read::{Block, WordDocument};

/// A paragraph, or a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The cells of a row; of a paragraph its text alone.
    pub cells: Vec<String>,
}

/// More lines than these are not read.
const MOST_LINES: usize = 5_000;

/// A line that is longer and does not end a sentence goes on in the next: the text was copied page by page.
const BROKEN: usize = 20;

impl Line {
    /// What stands in it.
    pub fn text(&self) -> String {
        self.cells.join(" ")
    }

    fn goes_on(&self) -> bool {
        let text = self.text();
        self.cells.len() == 1
            && !text.ends_with("通知")
            && text.chars().count() > BROKEN
            && !text.ends_with(['。', '：', '；', '！', '？', ':', ';', '、', ')', '）', '>'])
    }
}

/// The lines of a text, cells of a table apart by tabs. Paragraphs that a page broke are whole again.
pub fn of_text(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()).take(MOST_LINES) {
        let cells: Vec<String> = line.split('\t').map(clean).collect();
        let begins =
            cells[0].chars().next().is_some_and(|first| first.is_numeric() || "（(第附注".contains(first));
        match lines.last_mut() {
            Some(last) if last.goes_on() && cells.len() == 1 && !begins => last.cells[0].push_str(&cells[0]),
            _ => lines.push(Line { cells }),
        }
    }
    lines.retain(|line| line.cells.iter().any(|cell| !cell.is_empty()));
    lines
}

/// The lines of a Word document.
pub fn of_document(document: &WordDocument) -> Vec<Line> {
    let mut lines = Vec::new();
    blocks(&document.blocks, &mut lines);
    lines.truncate(MOST_LINES);
    lines
}

fn blocks(all: &[Block], lines: &mut Vec<Line>) {
    for block in all {
        match block {
            Block::Paragraph(paragraph) => {
                let text = clean(&paragraph.text());
                lines.extend((!text.is_empty()).then(|| Line { cells: vec![text] }));
            }
            Block::Table(table) => table.rows.iter().for_each(|row| {
                let cells = row.cells.iter().filter(|cell| cell.rows > 0);
                lines.push(Line { cells: cells.map(|cell| clean(&cell.text())).collect() });
            }),
            Block::Foreign(_) => {}
        }
    }
}

/// Without marks of a page or a box to tick, and without the blanks that a reader of scans puts between Han characters.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        match after.split_once('>') {
            Some((inside, after)) if inside.len() < 80 => {
                // An address stands between such brackets too; a box to tick is one.
                out.push_str(match inside {
                    _ if inside.starts_with("http") => inside,
                    _ if inside.contains("checkbox") => "□",
                    _ => "",
                });
                rest = after;
            }
            _ => {
                out.push('<');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    let words: Vec<&str> = out.trim_start_matches(['#', '-', ' ']).split_whitespace().collect();
    let mut joined = String::new();
    for word in words {
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if is_letter(joined.chars().last()) && is_letter(word.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}

/// What is compared: no blanks, brackets and marks of one width, no number before it, no place for a name or a day.
pub(super) fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        '，' => ',',
        '：' => ':',
        '；' => ';',
        '“' | '”' | '＂' => '"',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c.to_ascii_lowercase(),
    };
    text.chars().filter(|c| !c.is_whitespace() && *c != '_').map(narrow).collect()
}

/// A paragraph without the number typed before it: `1.`, `（一）`, `一、`.
pub(super) fn unnumbered(text: &str) -> &str {
    let numerals = |c: char| c.is_ascii_digit() || "一二三四五六七八九十（()".contains(c);
    let rest = text.trim_start_matches(numerals);
    let after = rest.trim_start_matches(['.', '、', '．', ')', '）']);
    if rest.len() < text.len() && after.len() < rest.len() { after.trim_start() } else { text }
}
