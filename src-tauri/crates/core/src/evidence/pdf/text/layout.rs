//! Letters put together to lines, from above.

use super::letters::{Letter, Letters};
use super::table::{self, Cell};

/// Letters whose lines are nearer than this part of their size stand on one.
const ONE_LINE: f64 = 0.5;

/// Letters that begin farther from each other than this part of their size have a blank between them.
const APART: f64 = 1.4;

/// Cells that begin nearer than this are of one row, in points.
const ONE_ROW: f64 = 3.0;

/// The lines of a page; the cells of a row apart by tabs.
pub(super) fn lines(letters: Letters) -> Vec<String> {
    let (cells, free) = table::cells(letters);
    let mut found: Vec<(f64, String)> = of_letters(free);
    found.extend(rows(cells));
    found.sort_by(|one, other| one.0.total_cmp(&other.0));
    found.into_iter().map(|(_, line)| line).filter(|line| !is_page_number(line)).collect()
}

/// Lines of letters with how far down they stand.
fn of_letters(mut letters: Vec<Letter>) -> Vec<(f64, String)> {
    letters.sort_by(|one, other| one.at.y.total_cmp(&other.at.y));
    let mut lines: Vec<Vec<Letter>> = Vec::new();
    for letter in letters {
        match lines.last_mut() {
            Some(line) if letter.at.y - line[0].at.y < ONE_LINE * line[0].size.max(letter.size) => {
                line.push(letter)
            }
            _ => lines.push(vec![letter]),
        }
    }
    lines.into_iter().map(|line| (line[0].at.y, words(line))).collect()
}

/// A line, with a blank where letters are far from each other: farther than the widest letter of an address is wide.
fn words(mut line: Vec<Letter>) -> String {
    line.sort_by(|one, other| one.at.x.total_cmp(&other.at.x));
    let mut words = String::new();
    let mut before = f64::INFINITY;
    for letter in line {
        if letter.at.x - before > APART * letter.size {
            words.push(' ');
        }
        before = letter.at.x;
        words.push_str(&letter.text.replace(char::is_control, " "));
    }
    words
}

/// Rows of cells with how far down they begin. A cell by itself is a frame around lines.
fn rows(mut cells: Vec<Cell>) -> Vec<(f64, String)> {
    cells.sort_by(|one, other| one.place.y0.total_cmp(&other.place.y0));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for cell in cells {
        match rows.last_mut() {
            Some(row) if cell.place.y0 - row[0].place.y0 < ONE_ROW => row.push(cell),
            _ => rows.push(vec![cell]),
        }
    }
    rows.into_iter().flat_map(row).collect()
}

fn row(mut row: Vec<Cell>) -> Vec<(f64, String)> {
    let above = row[0].place.y0;
    row.sort_by(|one, other| one.place.x0.total_cmp(&other.place.x0));
    let text = |cell: Cell| {
        let lines: Vec<String> = of_letters(cell.letters).into_iter().map(|(_, line)| line).collect();
        lines.join(" ")
    };
    match row.len() {
        1 => row.into_iter().flat_map(|cell| of_letters(cell.letters)).collect(),
        _ => vec![(above, row.into_iter().map(text).collect::<Vec<_>>().join("\t"))],
    }
}

/// `3`, `- 3 -`, `第3页 共8页`.
fn is_page_number(line: &str) -> bool {
    let rest: String =
        line.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_digit() && !"-—–―".contains(*c)).collect();
    let has_number = line.contains(|c: char| c.is_ascii_digit());
    has_number
        && !line.contains('\t')
        && ["", "第页", "第页共页", "第页/共页", "第页，共页"].contains(&&*rest)
}
