//! A row of a table with a head over each column.

use super::column::Column;
use super::figure::Takes;
use super::finding::Target;
use super::heads::Heads;
use super::put::Filling;
use super::table::Table;
use crate::form::Path;
use crate::number::parse;
use crate::xlsx::Unread;
use crate::xlsx::names::{WrittenName, plain, split_unit, without_number};
use crate::xlsx::read::{Cell, Line};
use rust_xlsxwriter::utility::row_col_to_cell;

impl Filling<'_> {
    /// Takes a row over. One that says nothing but its number is passed over in silence.
    pub fn row(&mut self, table: Table, heads: &Heads, (row, line): (u32, &Line)) {
        let name = heads_name(table, heads).and_then(|at| line.get(&at)).map_or("", |cell| cell.text.trim());
        let values = values(table, heads, line);
        if values.is_empty() && name.is_empty() {
            return;
        }
        let second = match table {
            Table::Benefits => text(heads, line, Column::Unit),
            Table::Competitors => text(heads, line, Column::Product),
            _ => "",
        };
        let named = self.named(table, name, second);
        let way = match &named {
            Target::Row(_, way) => way.clone(),
            _ => called(table, name),
        };
        if table == Table::Benefits && is_torn(&way.unit, second) {
            self.pass_torn(heads, (row, line), &named, &way.unit, second);
            return;
        }
        let at = match named {
            Target::Row(at, _) => at,
            Target::Again => {
                return self.pass_row(heads, (row, line), "这个名称前面已经有了，只读了第一次，请核对");
            }
            Target::None if name.is_empty() => {
                return self.pass_values(&values, row, "这一行没有名称，不知道填到哪一行");
            }
            Target::None if values.is_empty() => {
                return self.pass_row(heads, (row, line), "草稿里没有这个名称，又没有数据，没有新增");
            }
            Target::None => self.made(table, &way.name, heads, row),
        };
        self.cells(table, heads, (row, line), &table.path().index(at), &way);
        self.take(table, at);
    }

    /// Makes a row that the draft lacks.
    fn made(&mut self, table: Table, name: &str, heads: &Heads, row: u32) -> usize {
        let at = self.make(table, name);
        let cell = heads_name(table, heads).map_or(String::new(), |at| row_col_to_cell(row, at as u16));
        let cell = Unread { sheet: self.sheet.clone(), cell, text: name.into(), ..Unread::default() };
        self.made.push((table, at, cell));
        at
    }

    /// Tells of a row whose figures may be in either of two units.
    fn pass_torn(
        &mut self,
        heads: &Heads,
        (row, line): (u32, &Line),
        named: &Target,
        own: &str,
        beside: &str,
    ) {
        if let Target::Row(at, _) = named {
            self.take(Table::Benefits, *at);
        }
        let place = heads.name().unwrap_or_default();
        let name = line.get(&place).map_or("", |cell| &*cell.text);
        let reason = format!("名称里的单位“{own}”与单位列的“{beside}”不一致，这一行没有读，请改成一样的");
        self.pass((row, place), name, reason);
    }

    /// Tells of every cell of a row but its number.
    fn pass_row(&mut self, heads: &Heads, (row, line): (u32, &Line), reason: &str) {
        let is_number = |at: &u32| heads.columns.get(at) == Some(&Column::Number);
        let line: Line =
            line.iter().filter(|(at, _)| !is_number(at)).map(|(at, cell)| (*at, cell.clone())).collect();
        self.pass_line((row, &line), reason);
    }

    fn cells(
        &mut self,
        table: Table,
        heads: &Heads,
        (row, line): (u32, &Line),
        path: &Path,
        way: &WrittenName,
    ) {
        let unit = self.text(&path.key("unit")).to_owned();
        let has_unit = heads.place(Column::Unit).is_some_and(|at| line.contains_key(&at));
        if table == Table::Benefits && !has_unit && !way.unit.is_empty() {
            self.set(path.key("unit"), way.unit.clone());
        }
        // The unit first: it says what a figure may be.
        let unit_first = |column: &Column| *column != Column::Unit;
        let mut columns: Vec<(u32, Column)> =
            heads.columns.iter().map(|(at, column)| (*at, *column)).collect();
        columns.sort_by_key(|(_, column)| unit_first(column));
        let name = heads_name(table, heads);
        for (column, holds) in columns {
            if Some(column) == name {
                continue;
            }
            let cell = line.get(&column);
            match field(table, holds, path) {
                Some(field) => self.field(table, holds, field, (row, column), cell),
                None => self.pass_column(heads, (row, column), holds, cell),
            }
        }
        let is_unknown = |at: &u32| !heads.columns.contains_key(at) && Some(*at) != name;
        for (column, _) in line.iter().filter(|(at, cell)| is_unknown(at) && !cell.continues) {
            self.pass_unknown(heads, *column);
        }
        if table == Table::Benefits {
            self.pass_old_unit(heads, (row, line), path, &unit);
        }
    }

    fn field(&mut self, table: Table, holds: Column, path: Path, at: (u32, u32), cell: Option<&Cell>) {
        // What only tells rows apart may be left out.
        if cell.is_none() && matches!(holds, Column::Unit | Column::Product) {
            return;
        }
        let unit = path.steps().nth(1).and_then(|_| benefit_unit(self, &path)).unwrap_or_default();
        let takes = match (table, holds) {
            (Table::Benefits, Column::Rank) => Takes::Rank,
            (Table::Benefits, Column::Year(_) | Column::Average | Column::Best) => Takes::Figure(&unit),
            _ => Takes::Words,
        };
        self.put(path, at, cell, takes);
    }

    fn pass_column(&mut self, heads: &Heads, (row, column): (u32, u32), holds: Column, cell: Option<&Cell>) {
        let Some(cell) = cell.filter(|cell| !cell.continues) else { return };
        let head = heads.words.get(&column).map_or("", String::as_str);
        let years = self.edition.years().map(|year| year.to_string()).join("、");
        match holds {
            Column::Number => {}
            Column::OtherYear => {
                self.pass_below(column, |at| format!("{at}列标题“{head}”不是要填的年度（{years}年），请核对"))
            }
            _ => self.pass((row, column), &cell.text, format!("这张表没有“{head}”一列，没有读")),
        }
    }

    /// Tells of a cell below a head that is not known; a year that no other head names may be meant.
    fn pass_unknown(&mut self, heads: &Heads, column: u32) {
        let head = heads.words.get(&column).map_or("", |head| head.trim());
        let missing =
            self.edition.years().into_iter().filter(|year| heads.place(Column::Year(*year)).is_none());
        let years: Vec<String> = missing.map(|year| format!("“{year}年”")).collect();
        self.pass_below(column, |at| match (head.is_empty(), years.is_empty()) {
            (true, _) => format!("{at}列没有标题"),
            (false, true) => format!("{at}列标题“{head}”不认识"),
            (false, false) => format!("{at}列标题“{head}”不认识，是要填的年度请改回{}", years.join("或")),
        });
    }

    /// Tells which figures of a row the workbook did not bring though it changed their unit.
    fn pass_old_unit(&mut self, heads: &Heads, (row, line): (u32, &Line), path: &Path, before: &str) {
        let now = self.text(&path.key("unit")).to_owned();
        if plain(before).is_empty() || plain(before) == plain(&now) {
            return;
        }
        let labels = &self.edition.application.benefits;
        let years = self.edition.years().map(|year| (Column::Year(year), format!("{year}年")));
        let others = [
            (Column::Average, labels.industry_average.clone()),
            (Column::Best, labels.industry_best.clone()),
        ];
        let is_left = |column: Column| {
            let is_brought = heads.place(column).is_some_and(|at| line.contains_key(&at));
            let field = field(Table::Benefits, column, path);
            !is_brought && field.is_some_and(|field| parse(self.text(&field)).is_some())
        };
        let left: Vec<String> = years
            .into_iter()
            .chain(others)
            .filter(|(column, _)| is_left(*column))
            .map(|(_, words)| words)
            .collect();
        if !left.is_empty() {
            let at = heads.place(Column::Unit).or(heads.name()).unwrap_or_default();
            let left = left.join("、");
            let reason = format!("单位由“{before}”改成了这个，而{left}的数表里没有，还是原来单位的，请核对");
            self.pass((row, at), &now, reason);
        }
    }

    fn pass_values(&mut self, values: &[(u32, &Cell)], row: u32, reason: &str) {
        values.iter().for_each(|(column, cell)| self.pass((row, *column), &cell.text, reason));
    }
}

/// Whether a name says another unit than what stands beside it.
fn is_torn(own: &str, beside: &str) -> bool {
    !plain(own).is_empty() && !plain(beside).is_empty() && plain(own) != plain(beside)
}

/// The unit of the row that a place of the 经济和质量效益统计表 is in.
fn benefit_unit(filling: &Filling, path: &Path) -> Option<String> {
    let crate::form::PathStep::Index(index) = path.steps().nth(1)? else { return None };
    Some(filling.text(&Path::root("benefits").index(index).key("unit")).trim().to_owned())
}

/// The column of the names.
fn heads_name(table: Table, heads: &Heads) -> Option<u32> {
    match table {
        Table::Competitors => heads.place(Column::Competitor),
        _ => heads.name(),
    }
}

/// The field of a row that a column holds.
fn field(table: Table, column: Column, row: &Path) -> Option<Path> {
    let key = match (table, column) {
        (Table::Benefits | Table::Social | Table::Brand, Column::Year(year)) => {
            return Some(row.key("values").key(year));
        }
        (Table::Benefits, Column::Unit) => "unit",
        (Table::Benefits, Column::Average) => "industry_average",
        (Table::Benefits, Column::Best) => "industry_best",
        (Table::Benefits, Column::Rank) => "rank",
        (Table::Competitors, Column::Product) => "product",
        (Table::Competitors, Column::Share) => "market_share",
        (Table::Competitors, Column::Strengths) => "strengths",
        _ => return None,
    };
    Some(row.key(key))
}

/// The cells of a row that hold more than its name and number.
fn values<'l>(table: Table, heads: &Heads, line: &'l Line) -> Vec<(u32, &'l Cell)> {
    let is_label = |column: &Column| {
        matches!(column, Column::Number | Column::Unit)
            || *column == Column::Product && table == Table::Competitors
    };
    let name = heads_name(table, heads);
    let is_value = |at: &u32| Some(*at) != name && !heads.columns.get(at).is_some_and(is_label);
    line.iter().filter(|(at, cell)| is_value(at) && !cell.continues).map(|(at, cell)| (*at, cell)).collect()
}

fn text<'l>(heads: &Heads, line: &'l Line, column: Column) -> &'l str {
    heads.place(column).and_then(|at| line.get(&at)).map_or("", |cell| cell.text.trim())
}

/// What a new row is called.
fn called(table: Table, name: &str) -> WrittenName {
    let bare = without_number(name);
    let name = if plain(bare).is_empty() { name } else { bare };
    match table {
        Table::Benefits => split_unit(name),
        _ => WrittenName { name: name.trim().into(), unit: String::new() },
    }
}
