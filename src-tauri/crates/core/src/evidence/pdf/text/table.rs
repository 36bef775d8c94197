//! Cells: what is ruled on all four sides.

use super::letters::{Letter, Letters};
use hayro::kurbo::{Point, Rect};
use std::collections::BTreeMap;

/// How far a line may end from the corner, in points.
const CORNER: f64 = 1.5;

/// A cell of a table.
pub(super) struct Cell {
    pub place: Rect,
    pub letters: Vec<Letter>,
}

/// The cells of a page with their letters, and the letters outside of any. Cells with nothing in them are found too,
/// where a row has others: an empty cell keeps its neighbours in their columns.
pub(super) fn cells(letters: Letters) -> (Vec<Cell>, Vec<Letter>) {
    let Letters { found, upright, level, .. } = letters;
    let (mut cells, mut free): (BTreeMap<[i64; 4], Cell>, Vec<Letter>) = Default::default();
    for letter in found {
        let middle = Point::new(letter.at.x + letter.size * 0.3, letter.at.y - letter.size * 0.3);
        match around(middle, &upright, &level) {
            Some(place) => cells
                .entry(key(place))
                .or_insert_with(|| Cell { place, letters: Vec::new() })
                .letters
                .push(letter),
            None => free.push(letter),
        }
    }
    let empty: Vec<Rect> = cells.values().flat_map(|cell| beside(cell.place, &upright, &level)).collect();
    for place in empty {
        cells.entry(key(place)).or_insert_with(|| Cell { place, letters: Vec::new() });
    }
    (cells.into_values().collect(), free)
}

/// The cell that a point lies in.
fn around(point: Point, upright: &[Rect], level: &[Rect]) -> Option<Rect> {
    let beside = upright.iter().filter(|line| line.y0 - CORNER <= point.y && point.y <= line.y1 + CORNER);
    let above = level.iter().filter(|line| line.x0 - CORNER <= point.x && point.x <= line.x1 + CORNER);
    let (mut cell, none) = (Rect::new(f64::MIN, f64::MIN, f64::MAX, f64::MAX), [f64::MIN, f64::MAX]);
    for line in beside {
        let x = line.center().x;
        if x <= point.x {
            cell.x0 = cell.x0.max(x);
        } else {
            cell.x1 = cell.x1.min(x);
        }
    }
    for line in above {
        let y = line.center().y;
        if y <= point.y {
            cell.y0 = cell.y0.max(y);
        } else {
            cell.y1 = cell.y1.min(y);
        }
    }
    let is_whole = [cell.x0, cell.y0, cell.x1, cell.y1].iter().all(|side| !none.contains(side));
    is_whole.then_some(cell)
}

/// The cells right and left of one, in its row.
fn beside(cell: Rect, upright: &[Rect], level: &[Rect]) -> Vec<Rect> {
    let middle = (cell.y0 + cell.y1) / 2.0;
    let right = around(Point::new(cell.x1 + 2.0 * CORNER, middle), upright, level);
    let left = around(Point::new(cell.x0 - 2.0 * CORNER, middle), upright, level);
    let is_of_row = |other: &Rect| (other.y0 - cell.y0).abs() < CORNER;
    right.into_iter().chain(left).filter(is_of_row).collect()
}

fn key(place: Rect) -> [i64; 4] {
    // Lines are drawn twice, a hair apart.
    [place.y0, place.x0, place.y1, place.x1].map(|side| (side / 2.0).round() as i64)
}
