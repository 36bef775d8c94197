//! 主要竞争对手和标杆名录.

use super::page::{TITLE, page_title};
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::sheet::{Sheet, points};
use crate::documents::table::{FormCell, FormRow, FormTable, fitted, heights};
use crate::form::Competitor;
use crate::ooxml::Merge;

const COLUMNS: [usize; 5] = [560, 1750, 2250, 1150, 3930];
/// What a page has room for below the table's title and header, in points.
const ROOM: f32 = points(Sheet::FORM.height()) - TITLE - 60.0;

pub(super) fn add(composer: &mut Composer, sources: &Sources) {
    let labels = &sources.edition.application.competitors;
    composer.add(page_title(&labels.title));
    let header = [&labels.number, &labels.product, &labels.name, &labels.market_share, &labels.strengths];
    let mut rows = vec![FormRow::header(header.map(|label| FormCell::centred(label)).into())];
    let listed = &sources.content.competitors;
    let same = |one: &Competitor, next: &Competitor| {
        !one.product.trim().is_empty() && one.product.trim() == next.product.trim()
    };
    let mut first = 0;
    for group in listed.chunk_by(same) {
        rows.extend(product(first, group));
        first += group.len();
    }
    rows.extend((listed.len()..labels.min_rows).map(empty));
    composer.table(FormTable {
        alt: &labels.title,
        columns: &COLUMNS,
        even: &[],
        rows,
        notes: vec![labels.note.clone()],
        above: TITLE,
    });
}

/// The competitors of one product, whose name stands once; on each page once where they take several. Those of a page
/// stay together.
fn product(first: usize, group: &[Competitor]) -> Vec<FormRow> {
    let mut rows: Vec<FormRow> = Vec::with_capacity(group.len());
    let alone = |index: usize| competitor(first + index, &group[index], FormCell::centred(""));
    let tall = |index: usize| {
        let row = vec![alone(index)];
        heights(&row, &fitted(&COLUMNS, &[], &row))[0]
    };
    let mut begin = 0;
    while begin < group.len() {
        let mut used = 0.0;
        let fitting = (begin..group.len()).take_while(|&index| {
            used += tall(index);
            index == begin || used < ROOM
        });
        let end = begin + fitting.count();
        for (index, one) in group.iter().enumerate().take(end).skip(begin) {
            let cell = match index {
                _ if index > begin => FormCell::continued(),
                _ if end - begin > 1 => FormCell::centred(one.product.trim()).merged(Merge::Restart),
                _ => FormCell::centred(one.product.trim()),
            };
            let row = competitor(first + index, one, cell);
            rows.push(if index + 1 < end { row.kept() } else { row });
        }
        begin = end;
    }
    rows
}

fn competitor(index: usize, row: &Competitor, product: FormCell) -> FormRow {
    FormRow::of(vec![
        FormCell::number(&(index + 1).to_string()),
        product,
        FormCell::centred(&row.name),
        FormCell::number(&row.market_share),
        FormCell::left(&row.strengths),
    ])
    .at_least(800)
}

fn empty(index: usize) -> FormRow {
    let mut cells = vec![FormCell::centred(&(index + 1).to_string())];
    cells.extend((0..4).map(|_| FormCell::centred("")));
    FormRow::of(cells).at_least(800)
}
