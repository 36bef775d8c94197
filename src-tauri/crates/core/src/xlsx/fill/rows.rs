//! A row of a table with a head over each column.

use super::column::Column;
use super::figure::Takes;
use super::finding::Target;
use super::heads::Heads;
use super::put::Filling;
use super::table::Table;
use crate::form::Path;
use crate::xlsx::names::{WrittenName, plain, split_unit, without_number};
use crate::xlsx::read::{Cell, Line};

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
        let (at, way) = match self.named(table, name, second) {
            Target::Row(at, way) => (at, way),
            Target::Again => {
                return self.pass_line((row, line), "这个名称前面已经有了，只读了第一次，请核对");
            }
            Target::None if name.is_empty() => {
                return self.pass_values(&values, row, "这一行没有名称，不知道填到哪一行");
            }
            Target::None if values.is_empty() => {
                return self.pass_line((row, line), "草稿里没有这个名称，又没有数据，没有新增");
            }
            Target::None => {
                let way = called(table, name);
                (self.make(table, &way.name), way)
            }
        };
        self.cells(table, heads, (row, line), &table.path().index(at), &way);
        self.take(table, at);
    }

    fn cells(
        &mut self,
        table: Table,
        heads: &Heads,
        (row, line): (u32, &Line),
        path: &Path,
        way: &WrittenName,
    ) {
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
        for (column, cell) in
            line.iter().filter(|(at, cell)| !heads.columns.contains_key(at) && !cell.continues)
        {
            if Some(*column) != name {
                self.pass((row, *column), &cell.text, "这一列的标题不认识，没有读");
            }
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
                let reason = format!("列标题“{head}”不是要填的年度（{years}年），没有读，请核对");
                self.pass((row, column), &cell.text, reason);
            }
            _ => self.pass((row, column), &cell.text, format!("这张表没有“{head}”一列，没有读")),
        }
    }

    fn pass_values(&mut self, values: &[(u32, &Cell)], row: u32, reason: &str) {
        values.iter().for_each(|(column, cell)| self.pass((row, *column), &cell.text, reason));
    }
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
