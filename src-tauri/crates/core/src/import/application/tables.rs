//! The tables, row by row: what a row is, is told by its heads and labels, so that tables may be cut, joined, nested
//! or moved.

use super::columns::{Column, Columns, Head};
use super::fields::Field;
use super::form::Form;
use super::label::Written;
use super::sheet::Sheet;
use super::state::Table;
use crate::import::grid::{Line, inner_tables, lines};
use crate::import::words::normal;
use crate::ooxml::read;
use std::ops::Range;

impl Form<'_> {
    pub(super) fn table(&mut self, table: &read::Table) {
        let mut rows = lines(table);
        let pages = self.pages(&rows);
        let mut at = 0;
        while at < rows.len() {
            let Some((line, rest)) = rows[at..].split_first_mut() else { break };
            let taken = self.row(line, rest.first_mut(), pages[at]);
            self.leave_rest(&rows[at..at + taken]);
            at += taken;
        }
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        cells.flat_map(|cell| cell.paragraphs()).for_each(|paragraph| self.hanging(paragraph));
        inner_tables(table).for_each(|inner| self.table(inner));
    }

    /// Reads a row, and how many rows were taken with it.
    fn row(&mut self, line: &mut Line, next: Option<&mut Line>, page: Option<Sheet>) -> usize {
        let texts = line.texts();
        if texts.is_empty() || matches!(&texts[..], [one] if self.title(one)) {
            line.use_all();
            return 1;
        }
        if self.market_head(line) {
            return 1;
        }
        if let Some((head, columns, rows)) = Columns::read(line, next.as_deref(), self.edition) {
            self.begin(head, columns, line);
            if let Some(next) = next.filter(|_| rows == 2) {
                next.use_all();
            }
            return rows;
        }
        if !self.body(line) {
            self.page_row(line, page);
        }
        1
    }

    /// A row of the table that the reader is in; tells whether it is one.
    fn body(&mut self, line: &mut Line) -> bool {
        match std::mem::take(&mut self.table) {
            Table::Market(groups) => {
                let (is_one, groups) = self.market_row(line, groups);
                self.table = Table::Market(groups);
                is_one
            }
            Table::Benefits(columns) => {
                let is_one = columns.fits(line);
                if is_one {
                    self.benefit(line, &columns);
                }
                self.table = Table::Benefits(columns);
                is_one
            }
            Table::Texts(sheet, columns) => {
                let is_one = columns.fits(line);
                let sheet = if is_one { self.text_row(line, &columns, sheet) } else { sheet };
                self.table = Table::Texts(sheet, columns);
                is_one
            }
            Table::Competitors(columns) => {
                let is_one = columns.fits(line);
                if is_one {
                    self.competitor(line, &columns);
                }
                self.table = Table::Competitors(columns);
                is_one
            }
            Table::Unread(width) => {
                let is_one = line.columns == width;
                if is_one {
                    self.leave_row(line);
                }
                self.table = Table::Unread(width);
                is_one
            }
            Table::None => false,
        }
    }

    /// A row of labels and values.
    fn page_row(&mut self, line: &mut Line, page: Option<Sheet>) {
        if let Some(page) = page
            && self.is_labelled(line, page)
        {
            self.table = Table::None;
            self.sheet = Some(page);
            self.has_recommendation |= page == Sheet::Recommendation;
            self.labelled_row(line, page);
        }
    }

    fn begin(&mut self, head: Head, columns: Columns, line: &mut Line) {
        line.use_all();
        columns.years().for_each(|(year, _)| self.note_year(year));
        let sheet = match (head, self.sheet) {
            (Head::Benefits, _) => Sheet::Benefits,
            (Head::Competitors, _) => Sheet::Competitors,
            (Head::Texts, Some(sheet @ (Sheet::Social | Sheet::Brand))) => sheet,
            // Without a title they stand in their order; a row of the form's own sets it right.
            (Head::Texts, _) if self.sheets.contains(&Sheet::Social) => Sheet::Brand,
            (Head::Texts, _) => Sheet::Social,
        };
        self.enter(sheet);
        self.table = match head {
            Head::Benefits => Table::Benefits(columns),
            Head::Competitors => Table::Competitors(columns),
            Head::Texts => Table::Texts(sheet, columns),
        };
    }

    pub(super) fn enter(&mut self, sheet: Sheet) {
        self.sheet = Some(sheet);
        if !self.sheets.contains(&sheet) {
            self.sheets.push(sheet);
        }
    }

    /// The pages that the rows of a table belong to: labels that both 推荐表 and 申报表 have go with the nearest row
    /// that only one of them has.
    fn pages(&self, rows: &[Line]) -> Vec<Option<Sheet>> {
        let own: Vec<Option<Sheet>> = rows.iter().map(|line| self.own_page(line)).collect();
        let nearest = |at: usize| {
            let distance = |other: &usize| (other.abs_diff(at), *other > at);
            (0..own.len())
                .filter(|other| own[*other].is_some())
                .min_by_key(distance)
                .and_then(|other| own[other])
        };
        let is_cover = !own.iter().any(Option::is_some)
            && rows.iter().any(|line| line.cells.iter().any(|seen| seen.label().starts_with("填表日期")))
            || matches!(self.sheet, None | Some(Sheet::Cover)) && rows.len() <= 3;
        let otherwise = match self.sheet {
            _ if is_cover => Sheet::Cover,
            Some(sheet @ (Sheet::Recommendation | Sheet::Pledge)) => sheet,
            _ => Sheet::Declaration,
        };
        (0..rows.len()).map(|at| nearest(at).or(Some(otherwise))).collect()
    }

    /// The page that only this row can be of.
    fn own_page(&self, line: &Line) -> Option<Sheet> {
        let labels = line.cells.iter().filter(|seen| !seen.continues).map(|seen| &seen.text);
        let own = |text: &String| {
            let label = normal(text);
            if ["推荐单位联系人", "推荐意见", "推荐单位意见"].iter().any(|own| label.starts_with(own))
            {
                return Some(Sheet::Recommendation);
            }
            let (field, _) = self.label(text, Sheet::Declaration)?;
            let written = Written::of(text);
            let is_shared = self
                .labels
                .iter()
                .any(|other| other.sheet != Sheet::Declaration && other.read(&written).is_some());
            (!is_shared && field != Field::Organization).then_some(Sheet::Declaration)
        };
        labels.filter_map(own).next()
    }

    /// What of some rows was not taken and is none of the form's own texts.
    fn leave_rest(&mut self, rows: &[Line]) {
        for seen in rows.iter().flat_map(|line| &line.cells).filter(|seen| !seen.used) {
            if !self.known.is_fixed(&seen.text) {
                self.leave(&seen.text);
            }
        }
    }
}

impl Columns {
    /// Takes the value of a column in a row.
    pub fn take(&self, column: Column, line: &mut Line) -> String {
        self.place(column, line).map_or_else(String::new, |place| self.take_at(&place, line))
    }

    /// Takes what stands over some columns, where that is theirs alone.
    pub fn take_at(&self, place: &Range<usize>, line: &mut Line) -> String {
        if self.is_shared(place, line) { String::new() } else { line.take(place) }
    }
}
