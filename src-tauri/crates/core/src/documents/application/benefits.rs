//! 经济和质量效益统计表.

use super::page::{note, page_title};
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::table::{FormCell, FormRow};
use crate::form::Indicator;

const COLUMNS: [usize; 9] = [560, 1640, 920, 960, 960, 960, 960, 960, 925];

pub(super) fn add(composer: &mut Composer, sources: &Sources) {
    let labels = &sources.edition.application.benefits;
    composer.add(page_title(&labels.title));
    let mut rows = vec![header(sources)];
    rows.extend(
        sources.content.benefits.iter().enumerate().map(|(index, row)| indicator(index + 1, row, sources)),
    );
    composer.table(&labels.title, &COLUMNS, rows);
    composer.add(note(&labels.note));
}

fn header(sources: &Sources) -> FormRow {
    let labels = &sources.edition.application.benefits;
    let mut cells: Vec<FormCell> =
        [&labels.number, &labels.item, &labels.unit].map(|label| FormCell::centred(label)).into();
    cells.extend(sources.edition.years().map(|year| FormCell::centred(&format!("{year}年"))));
    let last = [&labels.industry_average, &labels.industry_best, &labels.rank];
    cells.extend(last.map(|label| FormCell::centred(label)));
    FormRow::header(cells)
}

fn indicator(number: usize, row: &Indicator, sources: &Sources) -> FormRow {
    let mut cells = vec![
        FormCell::centred(&number.to_string()),
        FormCell::centred(&row.name),
        FormCell::centred(&row.unit),
    ];
    cells.extend(sources.edition.years().map(|year| FormCell::centred(row.values.text(year))));
    let last = [&row.industry_average, &row.industry_best, &row.rank];
    cells.extend(last.map(|value| FormCell::centred(value)));
    FormRow::of(cells).at_least(640)
}
