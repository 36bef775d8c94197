//! 证实性材料目录.

use super::body;
use super::item::Item;
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::layout::{LINE_HEIGHT, line_count};
use crate::documents::sheet::{Sheet, points};
use crate::documents::style::{id, size};
use crate::documents::table::{FormCell, FormRow, FormTable, cell_paragraph};
use crate::documents::text::{line, run};
use crate::edition::Year;
use crate::ooxml::{Alignment, Run, field};
use crate::proof::purpose;

const COLUMNS: [usize; 6] = [640, 3200, 1760, 2600, 1206, 800];
/// Where no item says what it proves.
const WITHOUT_PURPOSE: [usize; 5] = [640, 3960, 3600, 1206, 800];
/// The column that tells it.
const PURPOSE: usize = 3;

pub(super) fn add(composer: &mut Composer, sources: &Sources, items: &[Item]) {
    let labels = &sources.edition.evidence;
    composer.add(line(id::SUBTITLE, &labels.contents).keep_next());
    composer.table(table(sources, items, &first_pages_of(sources, items)));
}

/// The list, whose items begin on these pages.
fn table<'a>(sources: &Sources<'a>, items: &[Item], pages: &[usize]) -> FormTable<'a> {
    let is_left_out = items.iter().all(|item| purpose(item.evidence).is_empty());
    let shown = |mut cells: Vec<FormCell>| {
        if is_left_out {
            cells.remove(PURPOSE);
        }
        cells
    };
    let header = FormRow::header(shown(header(sources)));
    let listed = items.iter().zip(pages).map(|(item, page)| FormRow::of(shown(row(sources, item, *page))));
    FormTable {
        alt: &sources.edition.evidence.contents,
        columns: if is_left_out { &WITHOUT_PURPOSE[..] } else { &COLUMNS[..] },
        even: &[],
        rows: std::iter::once(header).chain(listed).collect(),
        notes: Vec::new(),
        above: front(sources),
    }
}

fn header(sources: &Sources) -> Vec<FormCell> {
    let labels = &sources.edition.evidence;
    let header =
        [&labels.number, &labels.name, &labels.category, &labels.purpose, &labels.years, &labels.page];
    header.map(|label| FormCell::centred(label)).into()
}

fn row(sources: &Sources, item: &Item, page: usize) -> Vec<FormCell> {
    let category = sources.edition.evidence.category_label(item.evidence.category);
    vec![
        FormCell::centred(&item.number.to_string()),
        title(item),
        FormCell::centred(category),
        FormCell::left(&purpose(item.evidence)),
        FormCell::centred(&years(&item.evidence.years)),
        page_reference(item, page),
    ]
}

/// The title, which leads to its pages.
fn title(item: &Item) -> FormCell {
    let title = &item.evidence.title;
    FormCell::of(vec![cell_paragraph().link(item.bookmark(), vec![run(title)])], title)
}

/// 2023—2025 where none is missing between, else 2023、2025.
fn years(years: &[Year]) -> String {
    let mut years: Vec<u16> = years.iter().map(|year| year.number()).collect();
    years.sort_unstable();
    years.dedup();
    match years[..] {
        [first, .., last] if (last - first) as usize + 1 == years.len() && years.len() > 2 => {
            format!("{first}—{last}")
        }
        _ => years.iter().map(u16::to_string).collect::<Vec<_>>().join("、"),
    }
}

fn page_reference(item: &Item, page: usize) -> FormCell {
    let page = page.to_string();
    let runs = field(&format!("PAGEREF {} \\h", item.bookmark()), Run::new().text(&page));
    FormCell::of(vec![cell_paragraph().align(Alignment::Center).runs(runs)], &page)
}

/// The page on which each item begins: the list takes as many as its rows need, then every item begins a page and has
/// one for each of its pictures.
pub(super) fn first_pages_of(sources: &Sources, items: &[Item]) -> Vec<usize> {
    let mut next = table(sources, items, &vec![0; items.len()]).pages(Sheet::SCANS) + 1;
    let begins = |item: &Item| {
        let page = next;
        next += body::page_count(sources, item.evidence);
        page
    };
    items.iter().map(begins).collect()
}

/// The height of the lines above the list, in points.
fn front(sources: &Sources) -> f32 {
    let title = |text: &str| {
        let size = size::SMALL_TWO as f32 / 2.0;
        line_count(text, size, points(Sheet::SCANS.width()), 0.0) as f32 * size * LINE_HEIGHT + 12.0
    };
    let contents = size::THREE as f32 / 2.0 * LINE_HEIGHT + 18.0;
    title(&sources.content.organization) + title(&sources.edition.evidence.title) + contents
}
