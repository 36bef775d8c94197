//! 顾客市场绩效统计表: products side by side, each over the columns 国内 and 国际.

mod groups;
mod survey;

use super::form::Form;
use super::sheet::Sheet;
use super::state::{Group, Groups, Measure, Table};
use crate::form::{Product, Share, Year};
use crate::import::grid::{Line, Seen};
use crate::import::words::{self, normal, value};
use groups::{measure, names};
use std::ops::Range;

impl Form<'_> {
    /// The row of names, or that of 国内 and 国际.
    pub(super) fn market_head(&mut self, line: &mut Line) -> bool {
        let is_sides = line.cells.iter().any(|seen| self.side(&seen.text).is_some())
            && line.cells.iter().all(|seen| words::year(&seen.text).is_none());
        if is_sides {
            let Table::Market(mut groups) = std::mem::take(&mut self.table) else { return false };
            self.sides(line, &mut groups);
            self.table = Table::Market(groups);
            line.cells.iter_mut().for_each(|seen| seen.used |= self.is_of_head(&seen.text));
        } else if self.is_names(line) && is_by_year(line) {
            line.use_all();
            self.sheet = Some(Sheet::Market);
            self.table = Table::Unread(line.columns);
        } else if self.is_names(line) {
            self.enter(Sheet::Market);
            self.table = Table::Market(Groups { names: names(line), ..Groups::default() });
            // A source of the figures is no product.
            let is_name = |seen: &Seen| !seen.label().contains(':') || self.is_of_head(&seen.text);
            line.cells.iter_mut().for_each(|seen| seen.used |= is_name(seen));
        } else {
            return false;
        }
        true
    }

    /// Whether a cell says what stands below or beside it, and nothing else.
    fn is_of_head(&self, text: &str) -> bool {
        let head = normal(text);
        let is_word = ["主导产品", "年度", "年份", "调查", "备注"].iter().any(|word| head.contains(word));
        let is_one = is_word || measure(text).is_some() || self.side(text).is_some();
        is_one && (!head.contains(':') || head.starts_with("主导产品"))
    }

    fn is_names(&self, line: &Line) -> bool {
        let products = normal(&self.edition.application.market.products);
        let is_name = |label: String| label == products || label.starts_with("主导产品");
        line.cells.iter().any(|seen| is_name(seen.label()))
    }

    fn side(&self, text: &str) -> Option<bool> {
        let labels = &self.edition.application.market;
        let text = normal(text);
        let text = text.split('(').next().unwrap_or_default();
        if text == normal(&labels.domestic) {
            return Some(true);
        }
        (text == normal(&labels.international)).then_some(false)
    }

    /// Each 国内 begins a product; where that column is gone, each 国际.
    fn sides(&mut self, line: &Line, groups: &mut Groups) {
        let sides: Vec<(bool, Range<usize>)> =
            line.cells.iter().filter_map(|seen| Some((self.side(&seen.text)?, seen.columns()))).collect();
        let mut found: Vec<Group> = Vec::new();
        for (is_domestic, columns) in sides {
            match found.last_mut() {
                Some(last) if !is_domestic && last.international.is_none() && last.domestic.is_some() => {
                    last.international = Some(columns.clone());
                    last.columns.end = columns.end;
                }
                _ => found.push(Group {
                    product: 0,
                    columns: columns.clone(),
                    domestic: is_domestic.then(|| columns.clone()),
                    international: (!is_domestic).then_some(columns),
                }),
            }
        }
        groups.groups = found;
        groups.block = Some(Measure::Share);
        self.products(groups);
    }

    /// Gives the groups their products: those of a table that goes on are the same.
    fn products(&mut self, groups: &mut Groups) {
        let names = groups.product_names();
        let count = groups.groups.len();
        let present = self.content.market.products.len();
        let from = present.checked_sub(count).unwrap_or(present);
        let same = self.content.market.products[from..]
            .iter()
            .zip(&names)
            .all(|(product, name)| product.name == **name);
        let from = if present >= count && count > 0 && same { from } else { present };
        for (at, (group, name)) in groups.groups.iter_mut().zip(names).enumerate() {
            group.product = from + at;
            if group.product >= self.content.market.products.len() {
                self.content.market.products.push(Product { name: name.into(), ..Product::default() });
            }
        }
    }

    /// A row of a year; tells whether it is one.
    pub(super) fn market_row(&mut self, line: &mut Line, mut groups: Groups) -> (bool, Groups) {
        if groups.groups.is_empty() {
            groups.groups = groups.by_names();
            self.products(&mut groups);
        }
        let first = groups.groups.first().map_or(0, |group| group.columns.start);
        let before = line.cells.iter().enumerate().filter(|(_, seen)| seen.columns().start < first.max(1));
        let found = before.filter_map(|(at, seen)| Some((at, words::year(&seen.text)?))).next();
        let Some((at, year)) = found else { return (false, groups) };
        self.note_year(year);
        for seen in line.cells.iter_mut().filter(|seen| seen.columns().end <= first) {
            groups.block = measure(&seen.text).or(groups.block);
            seen.used |= measure(&seen.text).is_some() || words::year(&seen.text).is_some();
        }
        let Some(measure) = groups.block else { return (false, groups) };
        self.row_of_year(line, at, year, (&groups, measure));
        (true, groups)
    }

    fn row_of_year(&mut self, line: &mut Line, at: usize, year: Year, (groups, measure): (&Groups, Measure)) {
        let last = groups.groups.last().map_or(0, |group| group.columns.end);
        let (places, last) = match measure {
            Measure::Share => (groups.groups.iter().map(|group| group.columns.clone()).collect(), last),
            _ => groups.values(line, at),
        };
        for (group, place) in groups.groups.iter().zip(&places) {
            self.measured(line, (group, place), measure, year);
        }
        let behind = last..line.columns.max(last + 1);
        self.survey(line, &behind, measure, year);
    }

    fn measured(
        &mut self,
        line: &mut Line,
        (group, place): (&Group, &Range<usize>),
        measure: Measure,
        year: Year,
    ) {
        let Some(product) = self.content.market.products.get_mut(group.product) else { return };
        if measure == Measure::Share {
            let mut take = |place: &Option<Range<usize>>| {
                place.as_ref().map_or_else(String::new, |place| value(&line.take(place)))
            };
            let share = Share {
                domestic: take(&group.domestic).into(),
                international: take(&group.international).into(),
            };
            if !share.domestic.is_blank() || !share.international.is_blank() {
                product.share.set(year, share);
            }
            return;
        }
        let text = value(&line.take(place));
        if text.is_empty() {
            return;
        }
        let values =
            if measure == Measure::Satisfaction { &mut product.satisfaction } else { &mut product.loyalty };
        values.set(year, text.into());
    }
}

/// Whether the row of a year holds all that is known of a product: such a table has no row of names.
fn is_by_year(line: &Line) -> bool {
    let is_year = line.cells.iter().any(|seen| matches!(seen.label().as_str(), "年度" | "年份"));
    is_year || line.cells.iter().filter(|seen| measure(&seen.text).is_some()).count() > 1
}
