//! The heads of a table.

use super::column::{Column, column};
use crate::edition::Edition;
use crate::xlsx::read::Line;
use std::collections::{BTreeMap, HashMap};

/// The table that a head belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    Benefits,
    /// 社会效益统计表 or 品牌影响与创新成果统计表, or a table of years without more.
    Texts,
    Competitors,
}

/// The heads of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heads {
    pub head: Head,
    pub columns: BTreeMap<u32, Column>,
    /// What stands over each column.
    pub words: BTreeMap<u32, String>,
}

/// Reads heads. It remembers what it read: each row is looked at alone, with the one above and with the one below.
pub(super) struct Reader<'a> {
    edition: &'a Edition,
    read: HashMap<String, Option<Column>>,
}

impl<'a> Reader<'a> {
    pub fn new(edition: &'a Edition) -> Reader<'a> {
        Reader { edition, read: HashMap::new() }
    }

    /// The heads in a row, or in it and the next one, and how many rows they take; `None` where it is no head.
    pub fn read(&mut self, line: &Line, next: Option<&Line>) -> Option<(Heads, u32)> {
        let one = self.heads(line, None);
        let two = next.and_then(|next| self.heads(next, Some(line)));
        // A row that adds nothing to the heads below it is none of theirs.
        let below = next.and_then(|next| self.heads(next, None));
        let found = |heads: &Option<Heads>| heads.as_ref().map_or(0, |heads| heads.columns.len());
        match found(&two) > found(&one).max(found(&below)) {
            true => Some((two?, 2)),
            false => Some((one?, 1)),
        }
    }

    fn heads(&mut self, line: &Line, above: Option<&Line>) -> Option<Heads> {
        let (mut columns, mut words) = (BTreeMap::new(), BTreeMap::new());
        let all = line.keys().chain(above.into_iter().flat_map(|above| above.keys()));
        for at in all {
            let (own, over) = (text(line, *at), above.map_or("", |above| text(above, *at)));
            let both = if over == own { own.to_owned() } else { format!("{over}{own}") };
            let found = self.column(own).or_else(|| self.column(&both));
            if let Some(column) = found.filter(|column| !is_taken(&columns, *column)) {
                columns.insert(*at, column);
            }
            words.insert(*at, both);
        }
        let head = head(&columns)?;
        (columns.len() * 2 >= line.len()).then_some(Heads { head, columns, words })
    }

    /// What a column holds under this head.
    fn column(&mut self, head: &str) -> Option<Column> {
        /// Longer texts are no heads.
        const LONGEST: usize = 200;
        if head.len() > LONGEST {
            return None;
        }
        if let Some(read) = self.read.get(head) {
            return *read;
        }
        let read = column(head, self.edition);
        self.read.insert(head.to_owned(), read);
        read
    }
}

impl Heads {
    /// Where a column stands.
    pub fn place(&self, column: Column) -> Option<u32> {
        self.columns.iter().find(|(_, found)| **found == column).map(|(at, _)| *at)
    }

    /// Where the names stand: without a head, before the first year.
    pub fn name(&self) -> Option<u32> {
        if let Some(at) = self.place(Column::Item) {
            return Some(at);
        }
        let is_year = |column: &Column| matches!(column, Column::Year(_) | Column::OtherYear | Column::Unit);
        let first = self.columns.iter().find(|(_, column)| is_year(column)).map(|(at, _)| *at)?;
        (0..first).rev().find(|at| !self.columns.contains_key(at))
    }
}

fn text(line: &Line, at: u32) -> &str {
    line.get(&at).map_or("", |cell| &cell.text)
}

fn is_taken(columns: &BTreeMap<u32, Column>, column: Column) -> bool {
    column != Column::OtherYear && columns.values().any(|other| *other == column)
}

fn head(columns: &BTreeMap<u32, Column>) -> Option<Head> {
    let has = |column: Column| columns.values().any(|found| *found == column);
    let years =
        columns.values().filter(|column| matches!(column, Column::Year(_) | Column::OtherYear)).count();
    let compared = [Column::Unit, Column::Average, Column::Best, Column::Rank]
        .into_iter()
        .filter(|one| has(*one))
        .count();
    match () {
        () if has(Column::Competitor) && (has(Column::Strengths) || has(Column::Share)) => {
            Some(Head::Competitors)
        }
        () if years >= 1 && compared >= 1 || compared >= 2 => Some(Head::Benefits),
        () if years >= 2 || years == 1 && has(Column::Item) => Some(Head::Texts),
        () => None,
    }
}
