//! What of a table stands on one page: rows shrink rather than push what is left onto another, and what stands below
//! the table is never alone on a page.

use super::grid::Grid;
use super::row::{FormRow, heights};

/// What the estimate may be wrong by, in points.
const SPARE: f32 = 14.0;
/// Rows are at least this part as high as they are wanted.
const LOWEST: usize = 50;

/// Heights in points: of the page, and of what stands above the table and below it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub page: f32,
    pub above: f32,
    pub below: f32,
}

/// Lowers the rows as far as it takes to need one page less, where that is possible at all.
pub(super) fn shrink(rows: &mut [FormRow], grid: &Grid, room: Room) {
    let wanted: Vec<usize> = rows.iter().map(|row| row.least_height).collect();
    let mut lowered = |percent: usize| {
        for (row, height) in rows.iter_mut().zip(&wanted) {
            row.least_height = height * percent / 100;
        }
        count(rows, &heights(rows, grid), room)
    };
    let fewest = lowered(LOWEST);
    let _ = (LOWEST..=100).rev().step_by(2).find(|percent| lowered(*percent) == fewest);
}

/// The last two rows stay with what stands below the table.
pub(super) fn keep_last(rows: &mut [FormRow], heights: &[f32], room: Room) {
    let first = rows.len().saturating_sub(2);
    if heights[first..].iter().sum::<f32>() + room.below < room.page / 2.0 {
        rows[first..].iter_mut().for_each(|row| row.is_kept = true);
    }
}

/// How many pages it takes, with what stands below.
pub(super) fn count(rows: &[FormRow], heights: &[f32], room: Room) -> usize {
    let page = room.page - SPARE;
    let repeated: f32 =
        rows.iter().zip(heights).filter(|(row, _)| row.repeats).map(|(_, height)| height).sum();
    let (mut pages, mut used) = (1, room.above);
    for height in heights.iter().copied().chain([room.below]) {
        if used + height > page {
            pages += 1;
            used = repeated;
        }
        used += height;
        while used > page && page > repeated {
            pages += 1;
            used -= page - repeated;
        }
    }
    pages
}
