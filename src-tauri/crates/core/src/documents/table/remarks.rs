//! 表下说明: a text too long for its narrow cell stands below the table, under a number.

use super::cell::FormCell;
use super::{CELL_SIZE, NUMBER_MARGIN};
use crate::documents::layout::{line_count, text_width};
use crate::documents::sheet::points;

/// More lines than these are too long for the cell of a number.
const MOST_LINES: usize = 3;

/// The texts that stand below a table.
#[derive(Default)]
pub(in crate::documents) struct Remarks {
    texts: Vec<String>,
}

impl Remarks {
    /// The cell of a number in a column so many twips wide. Where instead of a number a long reason stands, the cell
    /// says only where to find it.
    pub fn number(&mut self, text: &str, width: usize) -> FormCell {
        let column = points(width.saturating_sub(2 * NUMBER_MARGIN));
        let is_long = line_count(text, CELL_SIZE, column, 0.0) > MOST_LINES;
        // A long number is no reason: its column grows.
        if !is_long || text.is_ascii() {
            return FormCell::number(text);
        }
        let mark = mark(self.place(text));
        let head = text.split(['（', '(', '，', '；', '。', ' ', '\n']).next().unwrap_or_default();
        let has_room = !head.is_empty() && text_width(head, CELL_SIZE) + 1.1 * CELL_SIZE <= column;
        FormCell::number(&if has_room { format!("{head}{mark}") } else { format!("见{mark}") })
    }

    /// From 0. The same text stands below once.
    fn place(&mut self, text: &str) -> usize {
        self.texts.iter().position(|known| known == text).unwrap_or_else(|| {
            self.texts.push(text.to_owned());
            self.texts.len() - 1
        })
    }

    /// What stands below the table, one a line.
    pub fn lines(self) -> impl Iterator<Item = String> {
        self.texts.into_iter().enumerate().map(|(place, text)| format!("{} {text}", mark(place)))
    }
}

/// ①, ②, … ⑳, then numbers in brackets.
fn mark(place: usize) -> String {
    match u32::try_from(place) {
        Ok(place @ 0..=19) => char::from_u32(0x2460 + place).unwrap_or('①').to_string(),
        _ => format!("〔{}〕", place + 1),
    }
}
