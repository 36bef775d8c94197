//! 顾客市场绩效统计表: products side by side, the label of each row beside its year.

use super::alerts;
use super::look::Look;
use super::paper::{HEADS, Others, list, lock, note, put, sheet};
use super::text::{held, unnamed};
use crate::edition::{Edition, MarketLabels, Year};
use crate::form::{ByYear, Content, Product, Share, Survey, SurveyMethod, Text};
use crate::xlsx::names::plain;
use rust_xlsxwriter::{Format, IgnoreError, Workbook, Worksheet, XlsxError};

/// The heads over how figures were surveyed.
pub(in crate::xlsx) struct SurveyHeads {
    pub method: &'static str,
    pub agency: &'static str,
}

/// They stand in one cell of the form: □自评 □第三方调查 调查机构名称：…
pub(in crate::xlsx) const SURVEY: SurveyHeads =
    SurveyHeads { method: "调查方式", agency: "调查机构名称" };

/// The columns before the products: what is measured, the year.
const LABELS: u16 = 2;
/// What stands over the columns of a product that has no name yet.
const NO_NAME: &str = "产品名称";

/// The sheet being written.
struct Market<'a> {
    sheet: &'a mut Worksheet,
    labels: &'a MarketLabels,
    content: &'a Content,
    look: &'a Look,
    /// How many products have columns.
    products: u16,
}

pub(super) fn add(
    workbook: &mut Workbook,
    content: &Content,
    edition: &Edition,
    look: &Look,
) -> Result<(), XlsxError> {
    let labels = &edition.application.market;
    let products = content.market.products.len().max(labels.max_products) as u16;
    let mut widths = vec![16.0, 10.0];
    widths.extend(std::iter::repeat_n(13.0, usize::from(2 * products)));
    widths.extend([14.0, 28.0]);
    let sheet = sheet(workbook, &labels.title, &widths, look)?;
    let mut market = Market { sheet, labels, content, look, products };
    market.heads()?;
    let years = edition.years();
    market.shares(years)?;
    let surveyed = [
        (&labels.satisfaction, &content.market.satisfaction_survey, satisfaction as Values),
        (&labels.loyalty, &content.market.loyalty_survey, loyalty),
    ];
    for (block, (label, surveys, values)) in surveyed.into_iter().enumerate() {
        let first = HEADS + 5 + 3 * block as u32;
        for (at, year) in years.into_iter().enumerate() {
            let row = first + at as u32;
            market.label(row, label, year)?;
            market.surveyed((row, year), values, surveys.get(year).unwrap_or(&Survey::default()))?;
        }
    }
    market.finish()
}

/// What of a product was surveyed.
type Values = fn(&Product) -> &ByYear<Text>;

fn satisfaction(product: &Product) -> &ByYear<Text> {
    &product.satisfaction
}

fn loyalty(product: &Product) -> &ByYear<Text> {
    &product.loyalty
}

impl Market<'_> {
    fn heads(&mut self) -> Result<(), XlsxError> {
        let (look, labels) = (self.look, self.labels);
        self.sheet.merge_range(HEADS, 0, HEADS, 1, &labels.products, &look.head)?;
        for at in 0..self.products {
            let name = self.content.market.products.get(usize::from(at));
            let (name, format) = match name {
                Some(product) if !plain(&product.name).is_empty() => (product.name.to_string(), &look.head),
                Some(product) if *product != Product::default() => (unnamed(at.into()), &look.head),
                _ => (format!("{NO_NAME}{}", at + 1), &look.open),
            };
            let column = LABELS + 2 * at;
            self.sheet.merge_range(HEADS, column, HEADS, column + 1, held(&name), format)?;
            put(self.sheet, (HEADS + 1, column), &labels.domestic, &look.head)?;
            put(self.sheet, (HEADS + 1, column + 1), &labels.international, &look.head)?;
        }
        put(self.sheet, (HEADS + 1, 0), &labels.share, &look.head)?;
        put(self.sheet, (HEADS + 1, 1), &labels.year, &look.head)?;
        for (at, head) in [SURVEY.method, SURVEY.agency].into_iter().enumerate() {
            let column = self.end() + at as u16;
            put(self.sheet, (HEADS, column), head, &look.head)?;
            put(self.sheet, (HEADS + 1, column), "", &look.closed)?;
        }
        self.sheet.set_row_height(HEADS, 34)?;
        Ok(())
    }

    /// The column behind the products.
    fn end(&self) -> u16 {
        LABELS + 2 * self.products
    }

    fn label(&mut self, row: u32, label: &str, year: Year) -> Result<(), XlsxError> {
        self.sheet.set_row_height(row, 21)?;
        put(self.sheet, (row, 0), label, &self.look.label)?;
        put(self.sheet, (row, 1), &format!("{year}年"), &self.look.label)?;
        alerts::year(self.sheet, (row, 1), year, self.look)
    }

    fn shares(&mut self, years: [Year; 3]) -> Result<(), XlsxError> {
        for (at, year) in years.into_iter().enumerate() {
            let row = HEADS + 2 + at as u32;
            self.label(row, &self.labels.share, year)?;
            for product in 0..self.products {
                let found = self.content.market.products.get(usize::from(product));
                let share = found.and_then(|product| product.share.get(year)).cloned();
                let Share { domestic, international } = share.unwrap_or_default();
                let column = LABELS + 2 * product;
                put(self.sheet, (row, column), &domestic, &self.look.figure)?;
                put(self.sheet, (row, column + 1), &international, &self.look.figure)?;
            }
            for column in [self.end(), self.end() + 1] {
                put(self.sheet, (row, column), &self.labels.not_applicable, &self.look.closed)?;
            }
        }
        Ok(())
    }

    /// A row of values that each stand over both columns of a product.
    fn surveyed(
        &mut self,
        (row, year): (u32, Year),
        values: Values,
        survey: &Survey,
    ) -> Result<(), XlsxError> {
        let centred: &Format = &self.look.figure;
        for product in 0..self.products {
            let found = self.content.market.products.get(usize::from(product));
            let value = found.map_or("", |product| values(product).text(year));
            let column = LABELS + 2 * product;
            self.sheet.merge_range(row, column, row, column + 1, held(value), centred)?;
        }
        let method = match survey.method {
            Some(SurveyMethod::SelfAssessment) => &self.labels.self_assessment,
            Some(SurveyMethod::ThirdParty) => &self.labels.third_party,
            None => "",
        };
        put(self.sheet, (row, self.end()), method, &self.look.open)?;
        put(self.sheet, (row, self.end() + 1), &survey.agency, &self.look.open)
    }

    fn finish(&mut self) -> Result<(), XlsxError> {
        let (first, last, end) = (HEADS + 2, HEADS + 10, self.end());
        alerts::percentages(self.sheet, (first, LABELS, last, end - 1), None, self.look)?;
        alerts::numbers(self.sheet, (first, LABELS, last, end - 1), self.look)?;
        let methods = [self.labels.self_assessment.clone(), self.labels.third_party.clone()];
        list(self.sheet, (HEADS + 5, end, last, end), &methods, Others::Refused)?;
        self.sheet.ignore_error_range(first, 0, last, end + 1, IgnoreError::NumberStoredAsText)?;
        note(self.sheet, last + 1, end + 2, &self.labels.note, self.look)?;
        lock(self.sheet);
        self.sheet.set_freeze_panes(HEADS + 1, LABELS)?;
        Ok(())
    }
}
