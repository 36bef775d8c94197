//! 证实性材料目录.

use super::body;
use super::item::Item;
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::layout::{LINE_HEIGHT, Piece, first_pages};
use crate::documents::style::{id, page, size};
use crate::documents::table::{FormCell, FormRow, cell_paragraph};
use crate::documents::text::line;
use crate::ooxml::{Alignment, Run, field};

const COLUMNS: [usize; 4] = [720, 4725, 2600, 800];

pub(super) fn add(composer: &mut Composer, sources: &Sources, items: &[Item]) {
    let labels = &sources.edition.evidence;
    composer.add(line(id::SUBTITLE, &labels.contents).keep_next());
    let pages = first_pages_of(sources, items);
    let rows = std::iter::once(header(sources))
        .chain(items.iter().zip(pages).map(|(item, page)| row(sources, item, page)));
    let rows = rows.collect();
    composer.table(&labels.contents, &COLUMNS, rows);
}

fn header(sources: &Sources) -> FormRow {
    let labels = &sources.edition.evidence;
    let header = [&labels.number, &labels.name, &labels.category, &labels.page];
    FormRow::header(header.map(|label| FormCell::centred(label)).into())
}

fn row(sources: &Sources, item: &Item, page: usize) -> FormRow {
    let category = sources.edition.evidence.category_label(item.evidence.category);
    FormRow::of(vec![
        FormCell::centred(&item.number.to_string()),
        FormCell::left(&item.evidence.title),
        FormCell::centred(category),
        page_reference(item, page),
    ])
}

fn page_reference(item: &Item, page: usize) -> FormCell {
    let page = page.to_string();
    let runs = field(&format!("PAGEREF {} \\h", item.bookmark()), Run::new().text(&page));
    FormCell::of(vec![cell_paragraph().align(Alignment::Center).runs(runs)], &page)
}

/// The page on which each item begins: the list takes as many as its rows need, then every item begins a page and has
/// one for each of its pictures.
fn first_pages_of(sources: &Sources, items: &[Item]) -> Vec<usize> {
    let mut pieces = front(sources);
    pieces.extend(
        items
            .iter()
            .map(|item| Piece::Whole { height: row(sources, item, 0).height(&COLUMNS), keep_next: false }),
    );
    pieces.push(Piece::Whole { height: 0.0, keep_next: false });
    let mut next = first_pages(&pieces, points(page::TEXT_HEIGHT)).last().copied().unwrap_or(1) + 1;
    let begins = |item: &Item| {
        let page = next;
        next += body::page_count(sources, item.evidence);
        page
    };
    items.iter().map(begins).collect()
}

/// The lines above the rows of the list.
fn front(sources: &Sources) -> Vec<Piece> {
    let line = |size: usize, around: f32| Piece::Whole {
        height: size as f32 / 2.0 * LINE_HEIGHT + around,
        keep_next: true,
    };
    let header = Piece::Whole { height: header(sources).height(&COLUMNS), keep_next: true };
    vec![line(size::SMALL_TWO, 12.0), line(size::SMALL_TWO, 12.0), line(size::THREE, 18.0), header]
}

fn points(twips: usize) -> f32 {
    twips as f32 / 20.0
}
