//! 顾客市场绩效统计表: products side by side, each over 国内 and 国际; a row a year.

use super::column::year_named;
use super::figure::Takes;
use super::finding::Target;
use super::put::{At, Filling};
use super::table::Table;
use crate::form::{Path, Year};
use crate::xlsx::Unread;
use crate::xlsx::names::plain;
use crate::xlsx::read::{Cell, Line};
use crate::xlsx::write::SURVEY;
use std::collections::BTreeMap;

/// What the columns of the table hold, as far as its heads were read.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// The name over each column, and the product that it means; none for one that the form has no room for.
    products: BTreeMap<u32, (String, Option<usize>)>,
    /// 国内 or 国际.
    sides: BTreeMap<u32, &'static str>,
    method: Option<u32>,
    agency: Option<u32>,
    measure: Option<Measure>,
}

impl Columns {
    /// Where the merge over a product was undone, its name stands over 国内 alone.
    fn stand_below(&mut self, at: u32, side: &str) {
        if self.products.contains_key(&at) {
            return;
        }
        let left = at.checked_sub(1).and_then(|left| self.products.get(&left)).cloned();
        let product = left.filter(|_| side == "international").unwrap_or_default();
        self.products.insert(at, product);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    Share,
    Satisfaction,
    Loyalty,
}

/// What a label says is measured.
fn measure(text: &str) -> Option<Measure> {
    let text = plain(text);
    match () {
        () if text.contains("占有率") || text.contains("市场份额") || text.contains("市占率") => {
            Some(Measure::Share)
        }
        () if text.contains("满意") => Some(Measure::Satisfaction),
        () if text.contains("忠诚") => Some(Measure::Loyalty),
        () => None,
    }
}

fn side(text: &str) -> Option<&'static str> {
    match plain(text).split('(').next().unwrap_or_default() {
        "国内" | "国内市场" => Some("domestic"),
        "国际" | "国际市场" | "国外" | "海外" => Some("international"),
        _ => None,
    }
}

impl Filling<'_> {
    /// Whether a row is the one with the names of the products.
    pub fn is_market(&self, line: &Line) -> bool {
        let label = plain(&self.edition.application.market.products);
        line.values().any(|cell| plain(&cell.text) == label || plain(&cell.text).starts_with("主导产品"))
    }

    /// The row of the names, or another one of heads below it.
    pub fn market_head(&mut self, line: &Line, known: Option<Columns>) -> Columns {
        let is_first = known.is_none();
        let mut columns = known.unwrap_or_default();
        let label = plain(&self.edition.application.market.products);
        for (at, cell) in line {
            let text = cell.text.trim();
            if let Some(side) = side(text) {
                columns.sides.insert(*at, side);
                columns.stand_below(*at, side);
            } else if plain(text) == plain(SURVEY.method) {
                columns.method = Some(*at);
            } else if plain(text).starts_with(&plain(SURVEY.agency)) {
                columns.agency = Some(*at);
            } else if let Some(measure) = measure(text).filter(|_| !is_first) {
                columns.measure = Some(measure);
            } else if is_first && plain(text) != label && !plain(text).starts_with("主导产品") {
                let found = match cell.continues {
                    true => columns.products.range(..at).next_back().and_then(|(_, (_, found))| *found),
                    false => self.product(text),
                };
                columns.products.insert(*at, (text.into(), found));
            }
        }
        columns
    }

    /// The product of this name; a new one as far as the form has room.
    fn product(&mut self, name: &str) -> Option<usize> {
        let at = match self.named(Table::Products, name, "") {
            Target::Row(at, _) => at,
            _ if plain(name).is_empty() || is_placeholder(name) => return None,
            _ => {
                let is_blank =
                    |row: &serde_json::Value| row["name"].as_str().is_none_or(|name| name.trim().is_empty());
                let room = self.edition.application.market.max_products;
                if self.rows(Table::Products).len() >= room
                    && !self.rows(Table::Products).iter().any(is_blank)
                {
                    return None;
                }
                let at = self.make(Table::Products, name);
                let cell = Unread { sheet: self.sheet.clone(), text: name.into(), ..Unread::default() };
                self.made.push((Table::Products, at, cell));
                at
            }
        };
        self.take(Table::Products, at);
        Some(at)
    }

    /// A row below the names: one of a year, or of heads.
    pub fn market_line(&mut self, (row, line): (u32, &Line), mut columns: Columns) -> Columns {
        let first = columns.products.keys().next().copied().unwrap_or(2);
        let labels = line.range(..first).map(|(_, cell)| cell);
        let year = labels.clone().find_map(|cell| year_named(&cell.text));
        let named = labels.clone().find_map(|cell| measure(&cell.text));
        columns.measure = named.or(columns.measure);
        let Some(year) = year else {
            return match line.values().any(|cell| side(&cell.text).is_some()) || named.is_some() {
                true => self.market_head(line, Some(columns)),
                false => {
                    self.pass_line((row, line), "看不出是哪一年的数据，没有读");
                    columns
                }
            };
        };
        if !self.edition.years().contains(&year) {
            let years = self.edition.years().map(|year| year.to_string()).join("、");
            let reason = format!("“{year}年”不是要填的年度（{years}年），没有读，请核对");
            let values: Line = line.range(first..).map(|(at, cell)| (*at, cell.clone())).collect();
            self.pass_line((row, &values), &reason);
        } else if let Some(measure) = columns.measure {
            self.year(&columns, measure, year, (row, line));
        }
        columns
    }

    fn year(&mut self, columns: &Columns, measure: Measure, year: Year, (row, line): (u32, &Line)) {
        self.survey(columns, measure, year, (row, line));
        let mut done: Vec<Path> = Vec::new();
        for (at, (name, product)) in &columns.products {
            let cell = line.get(at).filter(|cell| !cell.continues);
            let Some(product) = product else {
                if let Some(cell) = cell {
                    self.pass((row, *at), &cell.text, no_room(name));
                }
                continue;
            };
            let path = Table::Products.path().index(*product);
            let path = match measure {
                Measure::Share => {
                    path.key("share").key(year).key(columns.sides.get(at).copied().unwrap_or("domestic"))
                }
                Measure::Satisfaction => path.key("satisfaction").key(year),
                Measure::Loyalty => path.key("loyalty").key(year),
            };
            // One value a product stands over both of its columns.
            if done.contains(&path) {
                if let Some(cell) = cell {
                    self.pass((row, *at), &cell.text, "这一格左边已经有同一产品的数值，没有读");
                }
                continue;
            }
            if cell.is_some() || !is_wide(columns, *at, measure, line) {
                done.push(path.clone());
                let unit = if measure == Measure::Share { "%" } else { "" };
                self.figure_of_market(path, (row, *at), cell, unit);
            }
        }
        let is_known = |at: &u32| {
            columns.products.contains_key(at) || [columns.method, columns.agency].contains(&Some(*at))
        };
        let last = columns.products.keys().next_back().copied().unwrap_or(0);
        for (at, cell) in line.range(last + 1..).filter(|(at, cell)| !is_known(at) && !cell.continues) {
            if !matches!(cell.text.trim(), "/" | "—" | "-") {
                self.pass_below(*at, |column| format!("{column}列的标题不认识"));
            }
        }
    }

    /// 满意度 and 忠诚程度 may be points or percentages.
    fn figure_of_market(&mut self, path: Path, at: At, cell: Option<&Cell>, unit: &str) {
        let is_percent = cell.is_some_and(|cell| cell.text.trim_end().ends_with(['%', '％']));
        self.put(path, at, cell, Takes::Figure(if is_percent { "%" } else { unit }));
    }

    fn survey(&mut self, columns: &Columns, measure: Measure, year: Year, (row, line): (u32, &Line)) {
        let root = match measure {
            Measure::Share => return,
            Measure::Satisfaction => "satisfaction_survey",
            Measure::Loyalty => "loyalty_survey",
        };
        let path = Path::root("market").key(root).key(year);
        let cell =
            |at: Option<u32>| at.and_then(|at| Some((at, line.get(&at).filter(|cell| !cell.continues)?)));
        if let Some((at, cell)) = cell(columns.method) {
            match self.method(&cell.text) {
                Some(method) => self.set(path.key("method"), method.into()),
                None => self.pass((row, at), &cell.text, "调查方式请从列表里选，没有读"),
            }
        }
        if let Some((at, cell)) = cell(columns.agency) {
            self.put(path.key("agency"), (row, at), Some(cell), Takes::Words);
        }
    }

    fn method(&self, text: &str) -> Option<&'static str> {
        let labels = &self.edition.application.market;
        let text = plain(text);
        match (text.contains(&plain(&labels.self_assessment)), text.contains("第三方")) {
            (true, false) => Some("self"),
            (false, true) => Some("third_party"),
            _ => None,
        }
    }
}

fn no_room(name: &str) -> String {
    match plain(name).is_empty() || is_placeholder(name) {
        true => "上面没有产品名称，不知道是哪个产品的".into(),
        false => format!("表里产品的列已经用完，“{name}”没有读"),
    }
}

/// What the workbook shows where no product is named yet.
fn is_placeholder(name: &str) -> bool {
    plain(name).starts_with("产品名称")
}

/// Whether the value of a product may stand in its next column: the merge over both was undone.
fn is_wide(columns: &Columns, at: u32, measure: Measure, line: &Line) -> bool {
    let product = |at: u32| columns.products.get(&at).and_then(|(_, product)| *product);
    measure != Measure::Share
        && product(at).is_some()
        && product(at) == product(at + 1)
        && line.get(&(at + 1)).is_some_and(|cell| !cell.continues)
}
