//! A heading with a table below it.

use crate::documents::compose::Composer;
use crate::documents::sheet::Sheet;
use crate::documents::style::id;
use crate::documents::table::{FormCell, FormRow, FormTable};
use crate::documents::text::line;

/// The width of the text, in twips.
pub(super) const WIDTH: usize = Sheet::FORM.width();

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
