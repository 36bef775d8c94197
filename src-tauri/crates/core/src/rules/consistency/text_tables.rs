//! Tables of the text that repeat figures of the three-year tables.

use super::contradiction::contradiction;
use super::sentence::{Number, Statement, without_bracket};
use crate::form::rich_text::{Block, Cell, Flow, Table, plain};
use crate::form::{Path, Section};
use crate::number;
use crate::rules::{Context, Findings, Measure, YearSeries};

/// Compares the tables of the text that have years for columns and indicators for rows.
pub(super) fn statements(context: &Context, findings: &mut Findings) {
    for (section, text) in context.content.experience.sections() {
        for (index, block) in text.blocks.iter().enumerate() {
            let Block::Table(table) = block else { continue };
            for message in read(context, table).iter().filter_map(|said| contradiction(context, said)) {
                findings.report(Path::block(section, index), message);
            }
        }
    }
}

/// What the tables of each section say of the figures.
pub(super) fn said(context: &Context) -> Vec<(Section, Vec<Statement>)> {
    let sections = context.content.experience.sections();
    let tables = sections.flat_map(|(section, text)| text.blocks.iter().map(move |block| (section, block)));
    let read = tables.filter_map(|(section, block)| match block {
        Block::Table(table) => Some((section, read(context, table))),
        _ => None,
    });
    read.collect()
}

fn read(context: &Context, table: &Table) -> Vec<Statement> {
    let Some((header, rows)) = table.rows.split_first() else { return Vec::new() };
    let is_plain = |row: &Vec<Cell>| {
        row.len() == header.len() && row.iter().all(|cell| cell.colspan == 1 && cell.rowspan == 1)
    };
    if !table.rows.iter().all(is_plain) {
        return Vec::new();
    }
    let years = years(header);
    let mut found = Vec::new();
    for row in rows {
        let name = row.first().map(text).unwrap_or_default();
        let Some(series) = series_named(context, &name) else { continue };
        let unit = unit_of(&context.series()[series]);
        for (cell, year) in row.iter().zip(&years) {
            let typed = text(cell);
            if let (Some(year), Some(value)) = (*year, number::parse(&typed)) {
                let number = Number { typed, value, unit: unit.clone() };
                found.push(Statement { series, year, number });
            }
        }
    }
    found
}

/// The years that the columns are of.
pub(super) fn years(header: &[Cell]) -> Vec<Option<u16>> {
    header.iter().map(|cell| year(&text(cell))).collect()
}

/// The year that a column is of: nothing but the year stands in its head.
fn year(head: &str) -> Option<u16> {
    head.trim()
        .trim_end_matches("年度")
        .trim_end_matches('年')
        .parse()
        .ok()
        .filter(|year| (1990..2100).contains(year))
}

/// The row of this name; one in another unit, said in brackets, is another.
fn series_named(context: &Context, name: &str) -> Option<usize> {
    let bare = without_bracket(name);
    let series = context.series().iter().position(|series| match series.measure {
        Measure::Benefit(row) => !bare.is_empty() && without_bracket(&row.name) == bare,
        _ => false,
    })?;
    let unit = crate::text::half_width(name);
    let unit = unit.split_once('(').map(|(_, unit)| unit.trim_end_matches(')').trim().to_owned());
    let same = |unit: &String| unit.eq_ignore_ascii_case(&unit_of(&context.series()[series]));
    unit.as_ref().is_none_or(same).then_some(series)
}

fn unit_of(series: &YearSeries) -> String {
    match series.measure {
        Measure::Benefit(row) => crate::text::half_width(row.unit.trim()).into_owned(),
        _ => "%".into(),
    }
}

fn text(cell: &Cell) -> String {
    let paragraphs = cell.content.iter().filter_map(|flow| match flow {
        Flow::Paragraph(content) => Some(plain(content)),
        Flow::List(_) => None,
    });
    paragraphs.collect()
}
