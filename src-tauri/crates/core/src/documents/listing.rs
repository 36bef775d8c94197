//! A heading with a table below it.

use super::compose::Composer;
use super::sheet::Sheet;
use super::style::id;
use super::table::{FormCell, FormRow, FormTable};
use super::text::line;

/// The width of the text, in twips.
pub(super) const WIDTH: usize = Sheet::FORM.width();

/// So many twips is a row high at least.
pub(super) const LEAST: usize = 320;

/// A heading, a line below it where there is something to say, and a table where there is something to list.
pub(super) fn section(
    composer: &mut Composer,
    title: &str,
    said: &str,
    columns: &[usize],
    header: &[&str],
    rows: Vec<Vec<String>>,
) {
    composer.add(line(id::HEADINGS[3], title).keep_next());
    if !said.is_empty() {
        let said = line(id::NOTE, said);
        composer.add(if rows.is_empty() { said } else { said.keep_next() });
    }
    if !rows.is_empty() {
        table(composer, title, columns, header, rows.iter().map(|cells| listed(cells)).collect());
    }
}

/// A table of these rows, as wide as the text.
pub(super) fn table(
    composer: &mut Composer,
    title: &str,
    columns: &[usize],
    header: &[&str],
    rows: Vec<FormRow>,
) {
    let labels = header.iter().map(|label| FormCell::centred(label)).collect();
    let header = FormRow::header(labels).at_least(LEAST);
    debug_assert_eq!(columns.iter().sum::<usize>(), WIDTH);
    composer.table(FormTable {
        alt: title,
        columns,
        even: &[],
        rows: std::iter::once(header).chain(rows).collect(),
        notes: Vec::new(),
        above: 0.0,
    });
}

/// A row of these texts.
pub(super) fn listed(cells: &[String]) -> FormRow {
    FormRow::of(cells.iter().map(|text| FormCell::left(text)).collect()).at_least(LEAST)
}
