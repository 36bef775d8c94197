//! A heading with a table below it.

use super::compose::Composer;
use super::sheet::Sheet;
use super::style::id;
use super::table::{FormCell, FormRow, FormTable};
use super::text::line;
use crate::ooxml::Paragraph;

/// The width of the text, in twips.
pub(super) const WIDTH: usize = Sheet::FORM.width();

/// Takes the number away that comes with a style (17.9.18).
const UNNUMBERED: usize = 0;

/// A heading as of a section, in a document whose headings are numbered.
pub(super) fn unnumbered(title: &str) -> Paragraph {
    line(id::HEADINGS[3], title).numbering(UNNUMBERED, 0).keep_next()
}

/// A heading, and a table below it; a line instead where there is nothing to list.
pub(super) fn section(
    composer: &mut Composer,
    title: &str,
    none: &str,
    columns: &[usize],
    header: &[&str],
    rows: Vec<Vec<String>>,
) {
    composer.add(line(id::HEADINGS[3], title).keep_next());
    if rows.is_empty() {
        composer.add(line(id::NOTE, none));
        return;
    }
    table(composer, title, columns, header, rows);
}

/// A table of these rows, as wide as the text.
pub(super) fn table(
    composer: &mut Composer,
    title: &str,
    columns: &[usize],
    header: &[&str],
    rows: Vec<Vec<String>>,
) {
    let cell = |text: &String| FormCell::left(text);
    let listed = rows.iter().map(|row| FormRow::of(row.iter().map(cell).collect()).at_least(320));
    let header = FormRow::header(header.iter().map(|label| FormCell::centred(label)).collect()).at_least(320);
    debug_assert_eq!(columns.iter().sum::<usize>(), WIDTH);
    composer.table(FormTable {
        alt: title,
        columns,
        even: &[],
        rows: std::iter::once(header).chain(listed).collect(),
        notes: Vec::new(),
        above: 0.0,
    });
}
