//! How wide the columns of a table are.

/// Columns that want no more than an equal share get what they want; the others share the rest.
pub(super) fn share_out(wanted: &[f32], total: f32) -> Vec<f32> {
    let sum: f32 = wanted.iter().sum();
    if sum <= total {
        return wanted.iter().map(|width| width * total / sum).collect();
    }
    let mut widths = vec![0.0; wanted.len()];
    let mut open: Vec<usize> = (0..wanted.len()).collect();
    let mut left = total;
    loop {
        let fair = left / open.len() as f32;
        let (modest, greedy): (Vec<usize>, Vec<usize>) =
            open.iter().partition(|&&column| wanted[column] <= fair);
        if modest.is_empty() || greedy.is_empty() {
            break;
        }
        for column in modest {
            widths[column] = wanted[column];
            left -= wanted[column];
        }
        open = greedy;
    }
    // Those that want more get more, but not in full proportion: a long text wraps well.
    let weight = |column: usize| wanted[column].sqrt();
    let weights: f32 = open.iter().map(|&column| weight(column)).sum();
    for &column in &open {
        widths[column] = left * weight(column) / weights;
    }
    widths
}
