//! The cover: 附件1, the title, 组织名称, 填表日期.

use crate::documents::Sources;
use crate::documents::compose::{Composer, run, styled};
use crate::documents::style::{HEI, fonts, page, single, size};
use docx_rs::{
    AlignmentType, BorderType, Paragraph, Run, Table, TableAlignmentType, TableCell, TableCellBorder,
    TableCellBorderPosition, TableLayoutType, TableRow, VAlignType, WidthType,
};

const LABEL: usize = 2000;
const VALUE: usize = 5600;
const _: () = assert!(LABEL + VALUE < page::TEXT_WIDTH);

pub(super) fn add(composer: &mut Composer, sources: &Sources) {
    let (content, labels) = (sources.content, &sources.edition.application);
    composer.add(styled("Normal").add_run(large(&labels.annex, size::THREE).fonts(fonts(HEI))));
    let title = large(&labels.title, size::TWO).fonts(fonts(HEI)).bold();
    let title_paragraph =
        styled("Normal").align(AlignmentType::Center).line_spacing(single().before(2800).after(4200));
    composer.add(title_paragraph.add_run(title));
    let date = super::date_or_blank(content.filled_on);
    let rows = vec![row(&labels.organization, &content.organization), row(&labels.filled_on, &date)];
    composer.add(
        Table::without_borders(rows)
            .set_grid(vec![LABEL, VALUE])
            .width(LABEL + VALUE, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .align(TableAlignmentType::Center),
    );
}

fn row(label: &str, value: &str) -> TableRow {
    let label = large(&format!("{label}："), size::THREE);
    let label = cell(LABEL, AlignmentType::Right, label);
    let underline =
        TableCellBorder::new(TableCellBorderPosition::Bottom).border_type(BorderType::Single).size(6);
    let value = cell(VALUE, AlignmentType::Center, large(value, size::THREE));
    let value = value.clear_all_border().set_border(underline);
    TableRow::new(vec![label, value]).row_height(800.0)
}

fn cell(width: usize, alignment: AlignmentType, text: Run) -> TableCell {
    let paragraph: Paragraph = styled("Normal").align(alignment).add_run(text);
    TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Bottom).add_paragraph(paragraph)
}

fn large(text: &str, size: usize) -> Run {
    run(text).size(size)
}
