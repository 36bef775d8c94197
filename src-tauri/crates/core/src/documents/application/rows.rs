//! 社会效益统计表 and 品牌影响与创新成果统计表.

use super::page::{note, page_title};
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::table::{FormCell, FormRow};
use crate::edition::RowLabels;
use crate::form::Row;

const COLUMNS: [usize; 4] = [1845, 2333, 2333, 2334];

pub(super) fn add(composer: &mut Composer, sources: &Sources, labels: &RowLabels, rows: &[Row]) {
    composer.add(page_title(&labels.title));
    let years = sources.edition.years();
    let mut header = vec![FormCell::centred(&labels.item)];
    header.extend(years.map(|year| FormCell::centred(&format!("{year}年"))));
    let mut built = vec![FormRow::header(header)];
    for row in rows {
        let mut cells = vec![FormCell::centred(&row.item)];
        cells.extend(years.map(|year| FormCell::left(row.values.text(year))));
        built.push(FormRow::of(cells).at_least(1100));
    }
    composer.table(&labels.title, &COLUMNS, built);
    if let Some(text) = &labels.note {
        composer.add(note(text));
    }
}
