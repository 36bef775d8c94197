//! The tables with one row an item: 经济和质量效益统计表, 社会效益统计表, 品牌影响与创新成果统计表,
//! 主要竞争对手和标杆名录.

use super::alerts;
use super::look::Look;
use super::paper::{HEADS, Others, heighten, list, lock, note, put, sheet};
use super::text::unnamed;
use crate::edition::{Edition, RowLabels};
use crate::form::{Content, Indicator, Row, Text};
use crate::xlsx::names::plain;
use rust_xlsxwriter::{Format, IgnoreError, Workbook, Worksheet, XlsxError};
use std::collections::BTreeSet;

/// Empty rows below those of the draft, to add some.
const SPARE: usize = 8;
const FIRST: u32 = HEADS + 1;
// Widths of columns, in letters.
const ITEM: f64 = 30.0;
const TEXT: f64 = 44.0;
const PRODUCT: f64 = 28.0;
const RIVAL: f64 = 34.0;
const STRENGTHS: f64 = 70.0;

pub(super) fn add_benefits(
    workbook: &mut Workbook,
    content: &Content,
    edition: &Edition,
    look: &Look,
) -> Result<(), XlsxError> {
    let labels = &edition.application.benefits;
    let widths = [6.0, 26.0, 12.0, 14.0, 14.0, 14.0, 16.0, 16.0, 14.0];
    let sheet = sheet(workbook, &labels.title, &widths, look)?;
    let years = edition.years().map(|year| format!("{year}年"));
    let last = [&labels.industry_average, &labels.industry_best, &labels.rank];
    let heads: Vec<&String> =
        [&labels.number, &labels.item, &labels.unit].into_iter().chain(&years).chain(last).collect();
    add_heads(sheet, &heads, edition, 3, look)?;
    for (at, row) in content.benefits.iter().enumerate() {
        indicator(sheet, at, row, edition, look)?;
    }
    let rows = content.benefits.len() + SPARE;
    for at in content.benefits.len()..rows {
        indicator(sheet, at, &Indicator::default(), edition, look)?;
    }
    let end = FIRST + rows as u32 - 1;
    alerts::percentages(sheet, (FIRST, 3, end, 7), Some(2), look)?;
    alerts::numbers(sheet, (FIRST, 3, end, 7), look)?;
    let units: BTreeSet<String> = labels.rows.iter().map(|row| row.unit.clone()).collect();
    let units: Vec<String> = units.into_iter().collect();
    list(sheet, (FIRST + content.benefits.len() as u32, 2, end, 2), &units, Others::Allowed)?;
    sheet.ignore_error_range(FIRST, 0, end, 8, IgnoreError::NumberStoredAsText)?;
    note(sheet, end + 1, 9, &labels.note, look)?;
    lock(sheet);
    sheet.set_freeze_panes(FIRST, 3)?;
    Ok(())
}

fn indicator(
    sheet: &mut Worksheet,
    at: usize,
    row: &Indicator,
    edition: &Edition,
    look: &Look,
) -> Result<(), XlsxError> {
    let line = FIRST + at as u32;
    let is_spare = *row == Indicator::default();
    put(sheet, (line, 0), &(at + 1).to_string(), &look.closed)?;
    let (name, label) = named(at, &row.name, is_spare, look);
    put(sheet, (line, 1), &name, label)?;
    put(sheet, (line, 2), &row.unit, if row.unit.is_blank() { &look.open } else { &look.label })?;
    heighten(sheet, line, &[(&row.name, 26.0), (&row.unit, 12.0)])?;
    let values = edition.years().map(|year| row.values.text(year));
    let values = values.into_iter().chain([&*row.industry_average, &row.industry_best, &row.rank]);
    for (column, value) in values.enumerate() {
        put(sheet, (line, 3 + column as u16), value, &look.figure)?;
    }
    Ok(())
}

pub(super) fn add_texts(
    workbook: &mut Workbook,
    labels: &RowLabels,
    rows: &[Row],
    edition: &Edition,
    look: &Look,
) -> Result<(), XlsxError> {
    let sheet = sheet(workbook, &labels.title, &[ITEM, TEXT, TEXT, TEXT], look)?;
    let years = edition.years().map(|year| format!("{year}年"));
    let heads: Vec<&String> = [&labels.item].into_iter().chain(&years).collect();
    add_heads(sheet, &heads, edition, 1, look)?;
    let none = Row::default();
    for (at, row) in rows.iter().chain(std::iter::repeat_n(&none, SPARE)).enumerate() {
        let line = FIRST + at as u32;
        let (name, label) = named(at, &row.item, at >= rows.len(), look);
        put(sheet, (line, 0), &name, label)?;
        let texts = edition.years().map(|year| (row.values.text(year), TEXT));
        heighten(sheet, line, &[&texts[..], &[(&*row.item, ITEM)]].concat())?;
        for (column, year) in edition.years().into_iter().enumerate() {
            put(sheet, (line, 1 + column as u16), row.values.text(year), &look.words)?;
        }
    }
    let end = FIRST + (rows.len() + SPARE) as u32 - 1;
    sheet.ignore_error_range(FIRST, 0, end, 3, IgnoreError::NumberStoredAsText)?;
    if let Some(text) = &labels.note {
        note(sheet, end + 1, 4, text, look)?;
    }
    lock(sheet);
    sheet.set_freeze_panes(FIRST, 1)?;
    Ok(())
}

pub(super) fn add_competitors(
    workbook: &mut Workbook,
    content: &Content,
    edition: &Edition,
    look: &Look,
) -> Result<(), XlsxError> {
    let labels = &edition.application.competitors;
    let sheet = sheet(workbook, &labels.title, &[6.0, PRODUCT, RIVAL, 14.0, STRENGTHS], look)?;
    let heads = [&labels.number, &labels.product, &labels.name, &labels.market_share, &labels.strengths];
    add_heads(sheet, &heads, edition, heads.len(), look)?;
    let none = Default::default();
    let rows = content.competitors.len().max(labels.min_rows) + SPARE;
    for (at, row) in content.competitors.iter().chain(std::iter::repeat(&none)).take(rows).enumerate() {
        let line = FIRST + at as u32;
        put(sheet, (line, 0), &(at + 1).to_string(), &look.closed)?;
        let is_spare = *row == none;
        let (name, label) = named(at, &row.name, is_spare, look);
        put(sheet, (line, 1), &row.product, if row.product.is_blank() { &look.open } else { &look.label })?;
        put(sheet, (line, 2), &name, label)?;
        put(sheet, (line, 3), &row.market_share, &look.figure)?;
        put(sheet, (line, 4), &row.strengths, &look.words)?;
        heighten(sheet, line, &[(&row.product, PRODUCT), (&row.name, RIVAL), (&row.strengths, STRENGTHS)])?;
    }
    let end = FIRST + rows as u32 - 1;
    alerts::percentages(sheet, (FIRST, 3, end, 3), None, look)?;
    let products = content.market.products.iter().map(|product| product.name.trim().to_owned());
    let products: Vec<String> = products.filter(|name| !name.is_empty()).collect();
    list(sheet, (FIRST + content.competitors.len() as u32, 1, end, 1), &products, Others::Allowed)?;
    sheet.ignore_error_range(FIRST, 0, end, 4, IgnoreError::NumberStoredAsText)?;
    note(sheet, end + 1, 5, &labels.note, look)?;
    lock(sheet);
    sheet.set_freeze_panes(FIRST, 3)?;
    Ok(())
}

/// The heads, the years among them from `first_year` on.
fn add_heads(
    sheet: &mut Worksheet,
    heads: &[&String],
    edition: &Edition,
    first_year: usize,
    look: &Look,
) -> Result<(), XlsxError> {
    for (column, head) in heads.iter().enumerate() {
        put(sheet, (HEADS, column as u16), head, &look.head)?;
    }
    for (at, year) in edition.years().into_iter().enumerate().filter(|(at, _)| first_year + at < heads.len())
    {
        alerts::year(sheet, (HEADS, (first_year + at) as u16), year, look)?;
    }
    sheet.set_row_height(HEADS, 34)?;
    Ok(())
}

/// What a row is called, and how: locked where it has a name.
fn named<'l>(at: usize, name: &Text, is_spare: bool, look: &'l Look) -> (String, &'l Format) {
    match (plain(name).is_empty(), is_spare) {
        (true, true) => (String::new(), &look.open),
        (true, false) => (unnamed(at), &look.label),
        (false, _) => (name.to_string(), &look.label),
    }
}
