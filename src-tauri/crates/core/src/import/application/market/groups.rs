//! Which columns of 顾客市场绩效统计表 are whose.

use crate::import::application::state::{Group, Groups, Measure};
use crate::import::grid::Line;
use crate::import::words::{normal, value};
use std::ops::Range;

impl Groups {
    /// The names over the products.
    pub fn product_names(&self) -> Vec<String> {
        let names: Vec<_> = self.names.iter().filter(|(_, name)| !name.is_empty()).collect();
        // As many names as products stand in their order, though spans were lost.
        if names.len() == self.groups.len() {
            return names.into_iter().map(|(_, name)| name.clone()).collect();
        }
        let over = |group: &Group| {
            let first = names.partition_point(|(range, _)| range.end <= group.columns.start);
            names.get(first).filter(|(range, _)| range.start < group.columns.end)
        };
        self.groups
            .iter()
            .map(|group| over(group).map(|(_, name)| name.clone()).unwrap_or_default())
            .collect()
    }

    /// The columns of each product in a row of one value a product, and where they end. As many cells as products stand
    /// in their order, though spans were lost; the survey comes behind.
    pub fn values(&self, line: &Line, year: usize) -> (Vec<Range<usize>>, usize) {
        let cells = line.cells[year + 1..].iter().take_while(|seen| !is_survey(&seen.text));
        let mut own: Vec<Range<usize>> = cells.map(|seen| seen.columns()).collect();
        if own.len() != self.groups.len() {
            own = self.groups.iter().map(|group| group.columns.clone()).collect();
        }
        let end = own.last().map_or(0, |last| last.end);
        (own, end)
    }

    /// Without the row of 国内 and 国际 each name stands over its product.
    pub fn by_names(&self) -> Vec<Group> {
        let group = |(columns, _): &(Range<usize>, String)| {
            let halves = columns.len() == 2;
            let middle = columns.start + 1;
            Group {
                product: 0,
                columns: columns.clone(),
                domestic: Some(if halves { columns.start..middle } else { columns.clone() }),
                international: halves.then_some(middle..columns.end),
            }
        };
        self.names.iter().filter(|(_, name)| !name.is_empty()).map(group).collect()
    }
}

/// The names of the products with their columns; a merge that was undone repeats them.
pub(super) fn names(line: &Line) -> Vec<(Range<usize>, String)> {
    let mut names: Vec<(Range<usize>, String)> = Vec::new();
    for seen in line.cells.iter().filter(|seen| !seen.label().starts_with("主导产品")) {
        let name = value(&seen.text);
        match names.last_mut() {
            Some((range, before)) if *before == name && !name.is_empty() => range.end = seen.columns().end,
            _ => names.push((seen.columns(), name)),
        }
    }
    names
}

fn is_survey(text: &str) -> bool {
    let text = normal(text);
    ["自评", "第三方", "机构名称"].iter().any(|word| text.contains(word))
}

/// What a label says is measured.
pub(super) fn measure(text: &str) -> Option<Measure> {
    let text = normal(text);
    match () {
        () if text.contains("占有率") || text.contains("市场份额") => Some(Measure::Share),
        () if text.contains("满意") => Some(Measure::Satisfaction),
        () if text.contains("忠诚") => Some(Measure::Loyalty),
        () => None,
    }
}
