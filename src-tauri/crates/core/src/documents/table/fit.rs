//! How wide the columns of a form's table are, and how small its type: no word or number of it is torn.

use super::grid::Grid;
use super::row::FormRow;
use crate::documents::style::size;

/// The smallest type, 小六: below 六号 only where a number would be torn in it.
pub(in crate::documents) const SMALLEST: usize = 13;

/// The columns as they are wanted, wider where a word or number needs it at the expense of those that have room; in
/// smaller type where none has. Those of a range in `even` need what the neediest of them needs.
pub(in crate::documents) fn fitted(wanted: &[usize], even: &[(usize, usize)], rows: &[FormRow]) -> Grid {
    let grid = |half_points: usize, even: &[(usize, usize)]| {
        let needed = needed(wanted.len(), even, rows, half_points);
        shared_out(wanted, &needed).map(|columns| Grid { columns, half_points })
    };
    let sizes = || (SMALLEST..=size::FIVE).rev();
    let fitting =
        sizes().find_map(|size| grid(size, even)).or_else(|| sizes().find_map(|size| grid(size, &[])));
    fitting.unwrap_or_else(|| Grid { columns: wanted.to_vec(), half_points: SMALLEST })
}

/// The twips that each column needs.
fn needed(columns: usize, even: &[(usize, usize)], rows: &[FormRow], half_points: usize) -> Vec<usize> {
    let mut needed = vec![0; columns];
    let cells = || rows.iter().flat_map(FormRow::placed);
    for (column, cell) in cells().filter(|(_, cell)| cell.span == 1) {
        needed[column] = needed[column].max(cell.least_width(half_points));
    }
    for &(from, until) in even {
        let most = needed[from..until].iter().max().copied().unwrap_or_default();
        needed[from..until].fill(most);
    }
    for (column, cell) in cells().filter(|(_, cell)| cell.span > 1) {
        let spanned = &mut needed[column..column + cell.span];
        let lacking = cell.least_width(half_points).saturating_sub(spanned.iter().sum());
        spanned.iter_mut().for_each(|width| *width += lacking.div_ceil(cell.span));
    }
    needed
}

/// What is lacking is taken from columns in proportion to what they can spare; `None` where that is not enough.
pub(in crate::documents) fn shared_out(wanted: &[usize], needed: &[usize]) -> Option<Vec<usize>> {
    let pairs = || wanted.iter().zip(needed);
    let lacking: usize = pairs().map(|(wanted, needed)| needed.saturating_sub(*wanted)).sum();
    let spare: usize = pairs().map(|(wanted, needed)| wanted.saturating_sub(*needed)).sum();
    if lacking > spare {
        return None;
    }
    let total: usize = wanted.iter().sum();
    let fitted = |(wanted, needed): (&usize, &usize)| match wanted.checked_sub(*needed) {
        Some(own) if spare > 0 => wanted - (own * lacking).div_ceil(spare).min(own),
        _ => *needed,
    };
    let mut columns: Vec<usize> = pairs().map(fitted).collect();
    // What rounding left over.
    let rest = total - columns.iter().sum::<usize>();
    let widest = (0..columns.len()).max_by_key(|&column| columns[column])?;
    columns[widest] += rest;
    Some(columns)
}
