//! 社会效益统计表 and 品牌影响与创新成果统计表.

use super::page::{TITLE, page_title};
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::table::{FormCell, FormRow, FormTable, label_first};
use crate::edition::RowLabels;
use crate::form::Row;

const COLUMNS: [usize; 4] = [2100, 2512, 2514, 2514];
/// What is printed where the applicant deleted all rows.
const EMPTY_ROWS: usize = 3;

pub(super) fn add(composer: &mut Composer, sources: &Sources, labels: &RowLabels, rows: &[Row]) {
    composer.add(page_title(&labels.title));
    let years = sources.edition.years();
    let mut header = vec![FormCell::centred(&labels.item)];
    header.extend(years.map(|year| FormCell::centred(&format!("{year}年"))));
    let mut built = vec![FormRow::header(header)];
    let none = vec![Row::default(); EMPTY_ROWS];
    for row in if rows.is_empty() { &none } else { rows } {
        let mut cells = vec![FormCell::centred(&row.item)];
        cells.extend(years.map(|year| FormCell::left(row.values.text(year))));
        built.push(FormRow::of(cells).at_least(1100));
    }
    composer.table(FormTable {
        alt: &labels.title,
        columns: &label_first(COLUMNS, rows.iter().map(|row| &*row.item)),
        even: &[],
        rows: built,
        notes: labels.note.iter().cloned().collect(),
        above: TITLE,
    });
}
