//! How wide the columns of a table are, and how small its type: no word or number of it is torn.

use super::columns::share_out;
use super::grid::Slot;
use super::writer::{COLUMN, Writer};
use crate::documents::layout::{text_width, widest_word};
use crate::documents::sheet::points;
use crate::documents::style::size;
use crate::documents::table::{NUMBER_MARGIN, SIDE_MARGIN, SMALLEST, shared_out};
use crate::form::rich_text::{Cell, CellKind, Flow};
use crate::ooxml::Paragraph;
use std::ops::Range;

/// How the columns and the type of a table are.
pub(super) struct Look {
    /// Twips.
    pub columns: Vec<usize>,
    /// Blank at the left and right of the cells of a column, in twips.
    sides: Vec<usize>,
    half_points: usize,
}

/// No column is narrower than this many points, as long as all fit.
const NARROWEST: f32 = 24.0;
/// For fonts that are a little wider than they should be, and for the rule.
const SPARE: f32 = 1.03;
const RULE: f32 = 0.6;
/// What a list wants on one line, in ems.
const LIST: f32 = 20.0;

impl Look {
    /// What a column holds on one line where that fits, the rest shared out; smaller type before a word or number is
    /// torn.
    pub fn of(writer: &Writer, grid: &[Vec<Slot>], columns: usize) -> Look {
        let table = Texts::of(writer, grid, columns);
        let sides = table.sides();
        let fitting = (SMALLEST..=size::FIVE).rev().find_map(|half_points| {
            let columns = shared_out(&table.wanted(half_points, &sides), &table.needed(half_points, &sides))?;
            Some(Look { columns, sides: sides.clone(), half_points })
        });
        fitting.unwrap_or_else(|| Look {
            columns: table.wanted(SMALLEST, &sides),
            sides,
            half_points: SMALLEST,
        })
    }

    /// The size of the text in points.
    pub fn size(&self) -> f32 {
        self.half_points as f32 / 2.0
    }

    /// What a cell over these columns has for its text, in points.
    pub fn room(&self, columns: Range<usize>) -> f32 {
        let sides = 2 * self.sides[columns.start];
        points(self.columns[columns].iter().sum::<usize>().saturating_sub(sides))
    }

    /// The blank at the sides of a cell over these columns, where it is not that of all tables.
    pub fn own_sides(&self, columns: &Range<usize>) -> Option<usize> {
        Some(self.sides[columns.start]).filter(|sides| *sides != SIDE_MARGIN)
    }

    pub fn sized(&self, paragraph: Paragraph) -> Paragraph {
        if self.half_points == size::FIVE { paragraph } else { paragraph.size(self.half_points) }
    }
}

/// The texts of the cells that stand in one column.
struct Texts {
    columns: Vec<Vec<Text>>,
}

struct Text {
    kind: CellKind,
    is_list: bool,
    lines: String,
}

impl Texts {
    fn of(writer: &Writer, grid: &[Vec<Slot>], columns: usize) -> Texts {
        let mut texts = Texts { columns: (0..columns).map(|_| Vec::new()).collect() };
        for row in grid {
            for (column, slot) in row.iter().enumerate() {
                if let Slot::Begin { cell, columns: 1, .. } = slot {
                    texts.columns[column].push(Text::of(writer, cell));
                }
            }
        }
        texts
    }

    /// Columns of numbers have little blank at their sides.
    fn sides(&self) -> Vec<usize> {
        let is_number = |text: &Text| text.kind == CellKind::Header || text.lines.is_ascii();
        let has_number = |text: &Text| text.kind == CellKind::Body && !text.lines.is_empty();
        let of = |texts: &Vec<Text>| match texts.iter().all(is_number) && texts.iter().any(has_number) {
            true => NUMBER_MARGIN,
            false => SIDE_MARGIN,
        };
        self.columns.iter().map(of).collect()
    }

    /// Twips, together as wide as the text.
    fn wanted(&self, half_points: usize, sides: &[usize]) -> Vec<usize> {
        let size = half_points as f32 / 2.0;
        let wide = |text: &Text| match text.is_list {
            true => LIST * size,
            false => text.lines.split('\n').map(|line| text_width(line, size)).fold(0.0, f32::max),
        };
        let column = |(texts, sides): (&Vec<Text>, &usize)| {
            let wide = texts.iter().map(wide).fold(0.0, f32::max);
            (SPARE * wide + points(2 * sides) + RULE).max(NARROWEST)
        };
        let wanted: Vec<f32> = self.columns.iter().zip(sides).map(column).collect();
        let mut columns: Vec<usize> =
            share_out(&wanted, COLUMN).into_iter().map(|width| (width * 20.0) as usize).collect();
        let total = (COLUMN * 20.0) as usize;
        columns[0] += total.saturating_sub(columns.iter().sum());
        columns
    }

    /// Twips.
    fn needed(&self, half_points: usize, sides: &[usize]) -> Vec<usize> {
        let size = half_points as f32 / 2.0;
        let column = |(texts, sides): (&Vec<Text>, &usize)| {
            let wide = texts.iter().map(|text| widest_word(&text.lines, size)).fold(0.0, f32::max);
            ((SPARE * wide + RULE) * 20.0) as usize + 2 * sides
        };
        self.columns.iter().zip(sides).map(column).collect()
    }
}

impl Text {
    fn of(writer: &Writer, cell: &Cell) -> Text {
        let mut text = Text { kind: cell.kind, is_list: false, lines: String::new() };
        for flow in &cell.content {
            match flow {
                Flow::Paragraph(content) => {
                    let (_, line) = writer.line(content);
                    text.lines += if text.lines.is_empty() { "" } else { "\n" };
                    text.lines += &line;
                }
                Flow::List(_) => text.is_list = true,
            }
        }
        text
    }
}
