//! 主要竞争对手和标杆名录.

use super::page::{note, page_title};
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::table::{FormCell, FormRow};
use crate::form::Competitor;
use crate::ooxml::Merge;

const COLUMNS: [usize; 5] = [600, 1620, 2080, 1060, 3485];

pub(super) fn add(composer: &mut Composer, sources: &Sources) {
    let labels = &sources.edition.application.competitors;
    composer.add(page_title(&labels.title));
    let header = [&labels.number, &labels.product, &labels.name, &labels.market_share, &labels.strengths];
    let mut rows = vec![FormRow::header(header.map(|label| FormCell::centred(label)).into())];
    let listed = &sources.content.competitors;
    rows.extend(listed.iter().enumerate().map(|(index, row)| competitor(index, row, listed)));
    rows.extend((listed.len()..labels.min_rows).map(empty));
    composer.table(&labels.title, &COLUMNS, rows);
    composer.add(note(&labels.note));
}

fn competitor(index: usize, row: &Competitor, listed: &[Competitor]) -> FormRow {
    FormRow::of(vec![
        FormCell::centred(&(index + 1).to_string()),
        product(index, listed),
        FormCell::centred(&row.name),
        FormCell::centred(&row.market_share),
        FormCell::left(&row.strengths),
    ])
    .at_least(800)
}

/// The product's name; that of equal neighbours stands once.
fn product(index: usize, listed: &[Competitor]) -> FormCell {
    let name = listed[index].product.trim();
    let same = |other: Option<&Competitor>| {
        other.is_some_and(|other| !name.is_empty() && other.product.trim() == name)
    };
    let above = index.checked_sub(1).and_then(|above| listed.get(above));
    if same(above) {
        FormCell::continued()
    } else if same(listed.get(index + 1)) {
        FormCell::centred(name).merged(Merge::Restart)
    } else {
        FormCell::centred(name)
    }
}

fn empty(index: usize) -> FormRow {
    let mut cells = vec![FormCell::centred(&(index + 1).to_string())];
    cells.extend((0..4).map(|_| FormCell::centred("")));
    FormRow::of(cells).at_least(800)
}
