//! Rows and options that the form comes with, as its tables name them.

use super::line::{Line, plain};
use crate::edition::DefaultIndicator;

/// The indicators of 经济和质量效益统计表: rows that begin with a number.
pub(super) fn indicators(lines: &[Line], before: &[DefaultIndicator]) -> Vec<(DefaultIndicator, bool)> {
    let is_row = |line: &&Line| {
        line.cells.len() >= 3 && line.cells[0].parse::<u8>().is_ok() && !line.cells[1].is_empty()
    };
    let mut next = before.len();
    lines
        .iter()
        .filter(is_row)
        .map(|line| {
            let (name, unit) = (line.cells[1].clone(), line.cells[2].clone());
            match before.iter().find(|row| plain(&row.name) == plain(&name)) {
                Some(row) => (DefaultIndicator { unit, ..row.clone() }, true),
                None => {
                    next += 1;
                    let lower = ["损失", "返修", "能耗", "不良", "废品", "投诉", "成本", "排放", "故障"];
                    let better = if lower.iter().any(|word| name.contains(word)) { LOWER } else { HIGHER };
                    (DefaultIndicator { key: format!("row_{next}"), name, unit, better }, false)
                }
            }
        })
        .collect()
}

const LOWER: crate::edition::Better = crate::edition::Better::Lower;
const HIGHER: crate::edition::Better = crate::edition::Better::Higher;

/// The names that rows below the head row begin with.
pub(super) fn names(lines: &[Line], head: &str) -> Vec<String> {
    let start = lines.iter().position(|line| line.cells.len() > 1 && plain(&line.cells[0]) == plain(head));
    let rows = lines.iter().skip(start.map_or(lines.len(), |start| start + 1));
    let named = rows.take_while(|line| line.cells.len() > 1).map(|line| line.cells[0].clone());
    named.filter(|name| !name.is_empty()).collect()
}
