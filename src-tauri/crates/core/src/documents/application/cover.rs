//! The cover: 附件1, the title, 组织名称, 填表日期.

use super::page::date_or_blank;
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::layout::text_width;
use crate::documents::sheet::{Sheet, points};
use crate::documents::style::{HEI, fonts, size};
use crate::documents::text::{run, styled};
use crate::ooxml::{Alignment, Cell, Paragraph, Row, Run, Spacing, Table, VerticalAlignment};

const LABEL: usize = 2000;
const VALUE: usize = 6400;
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
    let label = large(&format!("{label}："), size::THREE);
    let label = cell(LABEL, Alignment::Right, label);
    let value = cell(VALUE, Alignment::Center, large(value, size::THREE)).underlined(6);
    Row::new(vec![label, value]).height(800)
}

fn cell(width: usize, alignment: Alignment, text: Run) -> Cell {
    let paragraph: Paragraph = styled("Normal").align(alignment).run(text);
    Cell::new(width).align(VerticalAlignment::Bottom).block(paragraph)
}

fn large(text: &str, size: usize) -> Run {
    run(text).size(size)
}
