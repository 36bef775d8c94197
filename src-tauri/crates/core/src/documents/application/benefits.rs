//! 经济和质量效益统计表.

use super::page::{TITLE, page_title};
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::table::{FormCell, FormRow, FormTable, Remarks};
use crate::form::Indicator;

/// Those of the industry hold 2025年行业 on a line.
const COLUMNS: [usize; 9] = [520, 1800, 900, 1000, 1000, 1000, 1200, 1200, 1020];
/// What is printed where the applicant deleted all rows.
const EMPTY_ROWS: usize = 3;

pub(super) fn add(composer: &mut Composer, sources: &Sources) {
    let labels = &sources.edition.application.benefits;
    composer.add(page_title(&labels.title));
    let mut remarks = Remarks::default();
    let mut rows = vec![header(sources)];
    let none = vec![Indicator::default(); EMPTY_ROWS];
    let listed = if sources.content.benefits.is_empty() { &none } else { &sources.content.benefits };
    let row = |(index, row): (usize, &Indicator)| indicator(index + 1, row, sources, &mut remarks);
    rows.extend(listed.iter().enumerate().map(row));
    composer.table(FormTable {
        alt: &labels.title,
        columns: &COLUMNS,
        even: &[(3, 6), (6, 8)],
        rows,
        notes: remarks.lines().chain([labels.note.clone()]).collect(),
        above: TITLE,
    });
}

fn header(sources: &Sources) -> FormRow {
    let labels = &sources.edition.application.benefits;
    let mut cells: Vec<FormCell> =
        [&labels.number, &labels.item, &labels.unit].map(|label| FormCell::centred(label)).into();
    cells.extend(sources.edition.years().map(|year| FormCell::number(&format!("{year}年"))));
    let last = [&labels.industry_average, &labels.industry_best, &labels.rank];
    cells.extend(last.map(|label| FormCell::number(label)));
    FormRow::header(cells)
}

fn indicator(number: usize, row: &Indicator, sources: &Sources, remarks: &mut Remarks) -> FormRow {
    let mut cells = vec![
        FormCell::number(&number.to_string()),
        FormCell::centred(&row.name),
        FormCell::number(&row.unit),
    ];
    let years = sources.edition.years().map(|year| row.values.text(year));
    let values = years.into_iter().chain([&*row.industry_average, &row.industry_best, &row.rank]);
    cells.extend(values.zip(&COLUMNS[3..]).map(|(value, width)| remarks.number(value, *width)));
    FormRow::of(cells).at_least(640)
}
