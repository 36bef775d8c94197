//! The rows of 经济和质量效益统计表, 社会效益统计表, 品牌影响与创新成果统计表 and 主要竞争对手和标杆名录.

use super::columns::{Column, Columns};
use super::form::Form;
use super::sheet::Sheet;
use crate::form::{ByYear, Competitor, Indicator, Row, Text, Year};
use crate::import::grid::Line;
use crate::import::words::{lines, normal, value};
use crate::xlsx::split_unit;

impl Form<'_> {
    pub(super) fn benefit(&mut self, line: &mut Line, columns: &Columns) {
        if self.remark(line, columns) {
            return;
        }
        columns.take(Column::Number, line);
        let name = value(&line.take(&columns.item(line)));
        let mut row = Indicator {
            unit: value(&columns.take(Column::Unit, line)).into(),
            values: self.values(line, columns, value),
            industry_average: value(&columns.take(Column::Average, line)).into(),
            industry_best: value(&columns.take(Column::Best, line)).into(),
            rank: value(&columns.take(Column::Rank, line)).into(),
            ..Indicator::default()
        };
        let texts = [&row.unit, &row.industry_average, &row.industry_best, &row.rank];
        let is_empty =
            texts.iter().all(|text| text.is_blank()) && row.values.iter().all(|(_, text)| text.is_blank());
        if name.is_empty() && is_empty {
            return;
        }
        if name.is_empty() {
            let place = self.place();
            self.report.doubt(&line.texts().join(" "), &place, "这一行没有项目名称，请补上");
        }
        self.named(&mut row, &name);
        self.content.benefits.push(row);
    }

    /// A row that says something of the table is none of its rows; it is left as one text.
    fn remark(&mut self, line: &mut Line, columns: &Columns) -> bool {
        let is_remark = columns.is_remark(line);
        if is_remark {
            self.leave_row(line);
        }
        is_remark
    }

    /// The form's own ten have their keys; others are the user's. A unit may stand in the name: 资产总额（万元）.
    fn named(&mut self, row: &mut Indicator, name: &str) {
        let (name, unit) = match split_unit(name) {
            written if row.unit.is_blank() && !written.unit.is_empty() => (written.name, written.unit),
            _ => (name.to_owned(), row.unit.to_string()),
        };
        row.unit = unit.into();
        let own = &self.edition.application.benefits.rows;
        let is_free = |key: &str| !self.content.benefits.iter().any(|row| row.key == *key);
        let known = own.iter().find(|known| normal(&known.name) == normal(&name) && is_free(&known.key));
        row.name = known.map_or(name.as_str(), |known| known.name.as_str()).into();
        match known {
            Some(known) => {
                row.key = known.key.as_str().into();
                row.better = Some(known.better);
            }
            None => {
                self.own_benefits += 1;
                row.key = format!("own{}", self.own_benefits).into();
            }
        }
    }

    /// A row of texts, and the table it is of: a row of the form's own tells it.
    pub(super) fn text_row(&mut self, line: &mut Line, columns: &Columns, sheet: Sheet) -> Sheet {
        if self.remark(line, columns) {
            return sheet;
        }
        columns.take(Column::Number, line);
        let item = value(&line.take(&columns.item(line)));
        let values = self.values(line, columns, lines);
        if item.is_empty() && values.iter().all(|(_, text)| text.is_blank()) {
            return sheet;
        }
        let (sheet, item) = self.own_row(&item).unwrap_or((sheet, item));
        self.enter(sheet);
        let rows = if sheet == Sheet::Social { &mut self.content.social } else { &mut self.content.brand };
        // A table cut in two goes on in the row it was cut in.
        match rows.last_mut().filter(|_| item.is_empty()) {
            Some(row) => values.iter().for_each(|(year, text)| append(&mut row.values, year, text)),
            None => rows.push(Row { item: item.into(), values }),
        }
        sheet
    }

    /// The table of the form that has a row of this name, and the name as the form writes it.
    fn own_row(&self, item: &str) -> Option<(Sheet, String)> {
        let labels = &self.edition.application;
        let own = |sheet, rows: &[String]| {
            let row = rows.iter().find(|row| normal(row) == normal(item));
            row.map(|row| (sheet, row.clone()))
        };
        own(Sheet::Social, &labels.social.rows).or_else(|| own(Sheet::Brand, &labels.brand.rows))
    }

    pub(super) fn competitor(&mut self, line: &mut Line, columns: &Columns) {
        if self.remark(line, columns) {
            return;
        }
        columns.take(Column::Number, line);
        let product = columns.place(Column::Product, line);
        // One product stands beside several competitors.
        let above = product.as_ref().and_then(|place| {
            let at = line.over(place).find(|at| line.cells[*at].continues)?;
            Some(line.cells[at].text.clone())
        });
        let product = product.map_or_else(String::new, |place| line.take(&place));
        let row = Competitor {
            product: value(&above.unwrap_or(product)).into(),
            name: value(&columns.take(Column::Competitor, line)).into(),
            market_share: value(&columns.take(Column::Share, line)).into(),
            strengths: lines(&columns.take(Column::Strengths, line)).into(),
        };
        let mut given = vec![&row.name, &row.market_share, &row.strengths];
        if !line.cells.iter().any(|seen| seen.continues) {
            given.push(&row.product);
        }
        if given.iter().any(|text| !text.is_blank()) {
            self.content.competitors.push(row);
        }
    }

    fn values(&mut self, line: &mut Line, columns: &Columns, read: fn(&str) -> String) -> ByYear<Text> {
        let years: Vec<(Year, usize)> = columns.years().collect();
        let places: Vec<_> = years.into_iter().map(|(year, at)| (year, columns.at(at, line))).collect();
        let mut values = ByYear::default();
        for (year, place) in places {
            let text = read(&columns.take_at(&place, line));
            if !text.is_empty() {
                values.set(year, text.into());
            }
        }
        values
    }
}

fn append(values: &mut ByYear<Text>, year: Year, more: &Text) {
    if more.is_blank() {
        return;
    }
    let before = values.text(year);
    let text = if before.is_empty() { more.to_string() } else { format!("{before}\n{more}") };
    values.set(year, text.into());
}
