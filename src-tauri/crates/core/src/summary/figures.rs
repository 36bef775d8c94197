//! Figures that stand in more than one place, side by side.

use crate::rules::{Context, SaidFigure, said_figures};

/// A row of the three-year tables whose figures are repeated elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepeatedFigure {
    /// What it measures.
    pub label: String,
    /// What the table holds: `1.42 / 0.98 / 0.63`.
    pub in_table: String,
    /// Where else it stands, and what there: `实施成效` `2023年1.42%、2025年0.63%`.
    pub places: Vec<(String, String)>,
    /// Whether all say the same.
    pub agrees: bool,
}

pub(super) fn repeated(context: &Context) -> Vec<RepeatedFigure> {
    let said = said_figures(context);
    let of_series = |(place, series): (usize, &crate::rules::YearSeries)| {
        let own: Vec<&SaidFigure> = said.iter().filter(|one| one.series == place).collect();
        let typed: Vec<&str> = series.typed.iter().map(|typed| typed.trim()).collect();
        let figure = RepeatedFigure {
            label: series.label.clone(),
            in_table: typed.join(" / "),
            places: places(context, &own),
            agrees: own.iter().all(|one| one.agrees),
        };
        (!own.is_empty()).then_some(figure)
    };
    context.series().iter().enumerate().filter_map(of_series).collect()
}

/// What each place says, the years in order, each once.
fn places(context: &Context, said: &[&SaidFigure]) -> Vec<(String, String)> {
    let mut places: Vec<(String, Vec<(u16, &str)>)> = Vec::new();
    for one in said {
        let title = one.path.in_words(context.edition);
        let values = match places.iter_mut().find(|(known, _)| *known == title) {
            Some((_, values)) => values,
            None => {
                places.push((title, Vec::new()));
                let Some((_, values)) = places.last_mut() else { continue };
                values
            }
        };
        let said = values.iter_mut().find(|(year, words)| *year == one.year && is_same(words, &one.words));
        match said {
            Some((_, words)) if words.len() < one.words.len() => *words = &one.words,
            Some(_) => {}
            None => values.push((one.year, &one.words)),
        }
    }
    let joined = |mut values: Vec<(u16, &str)>| {
        values.sort_unstable();
        values.iter().map(|(year, words)| format!("{year}年{words}")).collect::<Vec<_>>().join("、")
    };
    places.into_iter().map(|(title, values)| (title, joined(values))).collect()
}

/// Whether one is the other with its unit: 1.42 in a cell, 1.42% in a sentence.
fn is_same(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    long.strip_prefix(short).is_some_and(|rest| !goes_on(rest))
}
