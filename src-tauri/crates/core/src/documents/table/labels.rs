//! A column of labels as wide as leaves no single character on a last line (情/况).

use super::{CELL_SIZE, SIDE_MARGIN};
use crate::documents::layout::text_width;
use crate::documents::sheet::points;

/// Half a character, in twips.
const STEP: usize = 105;
/// How many steps the column may grow by.
const STEPS: usize = 12;

/// The columns, the first of which holds these labels, at the expense of the others.
pub(in crate::documents) fn label_first<'a, const N: usize>(
    columns: [usize; N],
    labels: impl Iterator<Item = &'a str> + Clone,
) -> [usize; N] {
    let single = |grown: &usize| {
        let width = points(columns[0] + grown - 2 * SIDE_MARGIN);
        labels.clone().filter(|label| ends_in_one(text_width(label, CELL_SIZE), width)).count()
    };
    let grown = (0..STEPS).map(|steps| steps * STEP).min_by_key(single).unwrap_or_default();
    let mut fitted = columns;
    fitted[0] += grown;
    let others = N - 1;
    for (at, column) in fitted[1..].iter_mut().enumerate() {
        *column -= grown / others + usize::from(at < grown % others);
    }
    fitted
}

/// Whether a text so wide has one character on the last of several lines.
fn ends_in_one(text: f32, width: f32) -> bool {
    let line = (width / CELL_SIZE).floor() * CELL_SIZE;
    let last = text % line;
    text > line && last > 0.0 && last < 1.5 * CELL_SIZE
}
