//! A sheet from top to bottom: titles, heads, and the rows below them. A sheet may hold several tables.

use super::heads::{Head, Heads};
use super::put::{At, Filling};
use super::table::Table;
use crate::xlsx::names::plain;
use crate::xlsx::read::{Line, Sheet};
use crate::xlsx::write::GUIDE;

/// Rows below a head whose names tell which table it is: those of the form stand there.
const TOLD_BY: usize = 60;

/// The table that rows belong to.
enum Below {
    Nothing,
    Rows(Table, Heads),
    Market(super::market::Columns),
}

impl Filling<'_> {
    pub fn sheet(&mut self, sheet: &Sheet) {
        self.sheet = sheet.name.clone();
        self.guide(sheet);
        let lines: Vec<(u32, &Line)> = sheet.rows.iter().map(|(row, line)| (*row, line)).collect();
        let (mut below, mut titled, mut has_table) = (Below::Nothing, None, false);
        let mut at = 0;
        while at < lines.len() {
            let (row, line) = lines[at];
            let next = lines.get(at + 1).map(|(_, line)| *line);
            let mut taken = 1;
            if let Some(text) = only_text(line)
                && self.is_fixed(text, &mut titled)
            {
            } else if self.is_market(line) {
                self.tables.insert(Table::Products);
                below = Below::Market(self.market_head(line, None));
                has_table = true;
            } else if let Some((heads, rows)) = self.heads.read(line, next) {
                let table = self.table_of(&heads, titled, &lines[at + rows as usize..]);
                taken = rows as usize;
                has_table |= table.is_some();
                self.tables.extend(table);
                below = table.map_or(Below::Nothing, |table| Below::Rows(table, heads));
                if table.is_none() {
                    self.pass_line((row, line), "看不出是哪张表，请在表头上面一行写上表的名称");
                }
            } else {
                below = self.line(row, line, below);
                if matches!(below, Below::Nothing) && !is_guide(sheet) && has_figures(line) {
                    self.pass_line((row, line), "上面没有认得的表头，没有读");
                }
            }
            at += taken;
        }
        if !has_table && !is_guide(sheet) && !lines.is_empty() {
            self.pass_sheet(&sheet.name, "里面没有认得的申报表格，没有读");
        }
    }

    fn line(&mut self, row: u32, line: &Line, below: Below) -> Below {
        match below {
            Below::Nothing => Below::Nothing,
            Below::Rows(table, heads) => {
                self.row(table, &heads, (row, line));
                Below::Rows(table, heads)
            }
            Below::Market(columns) => Below::Market(self.market_line((row, line), columns)),
        }
    }

    /// Whether a text that stands alone in its row is the form's own; a title says which table follows.
    fn is_fixed(&self, text: &str, titled: &mut Option<Table>) -> bool {
        let text = plain(text);
        if let Some(table) =
            Table::ALL.into_iter().find(|table| text.starts_with(&plain(table.title(self.edition))))
        {
            *titled = Some(table);
            return true;
        }
        let labels = &self.edition.application;
        let notes = [&labels.market.note, &labels.benefits.note, &labels.competitors.note];
        let notes = notes.into_iter().chain(labels.social.note.iter()).chain(labels.brand.note.iter());
        text.starts_with("注:") || notes.into_iter().any(|note| plain(note) == text)
    }

    /// The table of a head: years alone say nothing, then the title or the names below do.
    fn table_of(&mut self, heads: &Heads, titled: Option<Table>, below: &[(u32, &Line)]) -> Option<Table> {
        match heads.head {
            Head::Benefits => return Some(Table::Benefits),
            Head::Competitors => return Some(Table::Competitors),
            Head::Texts => {}
        }
        let of_years = [Table::Social, Table::Brand, Table::Benefits];
        let name = heads.name();
        let named_rows = below.iter().take(TOLD_BY).filter_map(|(_, line)| line.get(&name?));
        let names: Vec<&str> = named_rows.map(|cell| cell.text.as_str()).collect();
        let named = of_years.map(|table| names.iter().filter(|name| self.is_named(table, name)).count());
        let best = (0..of_years.len()).filter(|at| named[*at] > 0).max_by_key(|at| named[*at]);
        let by_sheet = || {
            let name = plain(&self.sheet);
            of_years.into_iter().find(|table| {
                let title = plain(table.title(self.edition));
                title.starts_with(&name) && name.chars().count() >= 2 || name.starts_with(&title)
            })
        };
        titled.filter(|table| of_years.contains(table)).or(best.map(|at| of_years[at])).or_else(by_sheet)
    }

    /// Tells of every cell of a row.
    pub fn pass_line(&mut self, (row, line): (u32, &Line), reason: &str) {
        for (column, cell) in line.iter().filter(|(_, cell)| !cell.continues) {
            let at: At = (row, *column);
            self.pass(at, &cell.text, reason);
        }
    }
}

/// The text of a row that has only one.
fn only_text(line: &Line) -> Option<&str> {
    let mut texts = line.values().filter(|cell| !cell.continues);
    let first = texts.next()?;
    texts.next().is_none().then_some(first.text.as_str())
}

fn has_figures(line: &Line) -> bool {
    line.values().any(|cell| crate::number::parse(&cell.text).is_some())
}

/// Whether it is the sheet that says what to do.
fn is_guide(sheet: &Sheet) -> bool {
    plain(&sheet.name) == plain(GUIDE.sheet)
        || sheet
            .rows
            .values()
            .next()
            .and_then(only_text)
            .is_some_and(|text| plain(text).starts_with(GUIDE.title))
}
