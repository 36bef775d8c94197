//! The cover: 附件1, the title, 组织名称, 填表日期.

use super::page::date_or_blank;
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::layout::{line_count, text_width};
use crate::documents::sheet::{Sheet, points};
use crate::documents::style::{HEI, fonts, size};
use crate::documents::text::{run, styled};
use crate::documents::title::evened;
use crate::ooxml::{Alignment, Cell, Paragraph, Row, Run, Spacing, Table, VerticalAlignment};

const LABEL: usize = 2000;
const VALUE: usize = 7000;
/// Blanks at both sides of a cell where the table says nothing of them, in twips.
const SIDES: usize = 216;
const _: () = assert!(LABEL + VALUE < Sheet::FORM.width());

pub(super) fn add(composer: &mut Composer, sources: &Sources) {
    let (content, labels) = (sources.content, &sources.edition.application);
    composer.add(styled("Normal").run(large(&labels.annex, size::THREE).fonts(fonts(HEI))));
    composer.with(|document| document.is_covered = true);
    let title = large(&labels.title, title_size(&labels.title)).fonts(fonts(HEI)).bold();
    let title_paragraph =
        styled("Normal").align(Alignment::Center).spacing(Spacing::SINGLE.before(2800).after(4200));
    composer.add(title_paragraph.run(title));
    let date = date_or_blank(content.filled_on);
    let rows = vec![row(&labels.organization, &content.organization), row(&labels.filled_on, &date)];
    let alt = format!("{}、{}", labels.organization, labels.filled_on);
    composer.add(Table::new(&[LABEL, VALUE], rows).alt(alt));
}

/// The largest size at which the title stands on one line.
fn title_size(title: &str) -> usize {
    let fits = |size: &usize| text_width(title, *size as f32 / 2.0) < 0.95 * points(Sheet::FORM.width());
    [size::TWO, size::SMALL_TWO, size::THREE].into_iter().find(fits).unwrap_or(size::THREE)
}

fn row(label: &str, value: &str) -> Row {
    let label = styled("Normal").align(Alignment::Right).run(large(&format!("{label}："), size::THREE));
    Row::new(vec![cell(LABEL, label), cell(VALUE, filled_in(value)).underlined(6)]).height(800)
}

/// What is filled in, on two lines at most where that is possible.
fn filled_in(value: &str) -> Paragraph {
    let column = points(VALUE - SIDES);
    let is_short = line_count(value, size::THREE as f32 / 2.0, column, 0.0) <= 2;
    let size = if is_short { size::THREE } else { size::FOUR };
    let paragraph = styled("Normal").align(Alignment::Center).run(large(value, size));
    evened(paragraph, value, size, column)
}

fn cell(width: usize, paragraph: Paragraph) -> Cell {
    Cell::new(width).align(VerticalAlignment::Bottom).block(paragraph)
}

fn large(text: &str, size: usize) -> Run {
    run(text).size(size)
}
