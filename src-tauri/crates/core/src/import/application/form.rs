//! The work in progress of reading a 申报书.

use super::known::Known;
use super::label::Label;
use super::labels::labels;
use super::sheet::Sheet;
use super::state::{Scan, Table};
use crate::edition::Edition;
use crate::form::{Content, Year};
use crate::import::grid::Line;
use crate::import::report::Report;
use crate::import::words::year_in;

/// The work in progress.
pub(super) struct Form<'a> {
    pub edition: &'a Edition,
    pub known: Known,
    pub labels: Vec<Label>,
    pub content: Content,
    pub report: &'a mut Report,
    /// The page the reader is on, by the last title.
    pub sheet: Option<Sheet>,
    /// The table the reader is in: a later piece of it goes on.
    pub table: Table,
    pub sheets: Vec<Sheet>,
    pub scans: Vec<Scan>,
    pub years: Vec<u16>,
    /// How many rows of the 经济和质量效益统计表 are none of the form's own.
    pub own_benefits: usize,
    /// Whether texts of the two pages to sign were found.
    pub has_pledge: bool,
    pub has_recommendation: bool,
}

impl<'a> Form<'a> {
    pub fn new(edition: &'a Edition, report: &'a mut Report) -> Self {
        Form {
            edition,
            known: Known::of(edition),
            labels: labels(edition),
            content: Content::default(),
            report,
            sheet: None,
            table: Table::None,
            sheets: Vec::new(),
            scans: Vec::new(),
            years: Vec::new(),
            own_benefits: 0,
            has_pledge: false,
            has_recommendation: false,
        }
    }

    /// A year that a head or a title names: the form asks for the three years before the call.
    pub fn note_year(&mut self, year: Year) {
        self.years.push(year.number());
    }

    pub fn note_title(&mut self, text: &str) {
        if let Some(year) = year_in(text) {
            // The title names the year of the call itself.
            self.years.push(year.number() - 1);
        }
    }

    /// Notes a text that found no place.
    pub fn leave(&mut self, text: &str) {
        let place = self.place();
        self.report.leave(text, &place);
    }

    /// Likewise a row, as one text; what stands beside several rows is said in each.
    pub fn leave_row(&mut self, line: &mut Line) {
        let texts = line.cells.iter().map(|seen| seen.text.trim()).filter(|text| !text.is_empty());
        let text = texts.collect::<Vec<_>>().join(" ");
        if !self.known.is_fixed(&text) {
            self.leave(&text);
        }
        line.use_all();
    }

    /// Where the reader is, in the user's words.
    pub fn place(&self) -> String {
        self.sheet.map_or_else(|| "申报书".into(), |sheet| sheet.title(self.edition))
    }
}
