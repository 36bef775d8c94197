//! What the columns of a table hold, told by their heads.

use crate::edition::Edition;
use crate::form::Year;
use crate::import::grid::Line;
use crate::import::words::{normal, year, year_in};
use std::ops::Range;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Number,
    Item,
    Unit,
    Year(Year),
    Average,
    Best,
    Rank,
    Product,
    Competitor,
    Share,
    Strengths,
}

/// The columns of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Columns {
    /// What they hold and where they stand.
    found: Vec<(Column, Range<usize>)>,
    /// The columns of the head, and its cells: rows with as many stand below them.
    width: usize,
    cells: Vec<Range<usize>>,
}

/// The table that a head belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    Benefits,
    Texts,
    Competitors,
}

impl Columns {
    /// The columns below a head of one or two rows; none where the row is no head.
    pub fn read(line: &Line, next: Option<&Line>, edition: &Edition) -> Option<(Head, Columns, usize)> {
        let one = Columns::of(line, None, edition);
        let two = next
            .filter(|next| is_second_head(next, edition))
            .map(|next| Columns::of(next, Some(line), edition));
        let (columns, rows) = match two {
            Some(two) if two.found.len() >= one.found.len() => (two, 2),
            _ => (one, 1),
        };
        Some((columns.head()?, columns, rows))
    }

    fn of(line: &Line, above: Option<&Line>, edition: &Edition) -> Columns {
        let mut found = Vec::new();
        let column_of = |text: &str| column(text, edition);
        for seen in &line.cells {
            let columns = seen.columns();
            let over = above.map_or_else(String::new, |above| {
                above.over(&columns).map(|at| above.cells[at].text.as_str()).collect()
            });
            let text = if seen.text == over { over } else { format!("{over}{}", seen.text) };
            if let Some(column) = column_of(&seen.text).or_else(|| column_of(&text)) {
                found.push((column, columns));
            }
        }
        let cells = line.cells.iter().map(|seen| seen.columns()).collect();
        Columns { found: joined(found), width: line.columns, cells }
    }

    fn head(&self) -> Option<Head> {
        let has = |column: Column| self.found.iter().any(|(found, _)| *found == column);
        let years = self.found.iter().filter(|(column, _)| matches!(column, Column::Year(_))).count();
        let compared = [Column::Unit, Column::Average, Column::Best, Column::Rank]
            .into_iter()
            .filter(|one| has(*one))
            .count();
        if has(Column::Competitor) && (has(Column::Strengths) || has(Column::Share)) {
            Some(Head::Competitors)
        } else if years >= 1 && compared >= 1 || compared >= 3 {
            Some(Head::Benefits)
        } else if years >= 2 || years == 1 && has(Column::Item) {
            Some(Head::Texts)
        } else {
            None
        }
    }

    /// The years of the heads.
    pub fn years(&self) -> impl Iterator<Item = (Year, usize)> {
        self.found.iter().enumerate().filter_map(|(at, (column, _))| match column {
            Column::Year(year) => Some((*year, at)),
            _ => None,
        })
    }

    /// Where a column stands in a row below.
    pub fn place(&self, column: Column, line: &Line) -> Option<Range<usize>> {
        let at = self.found.iter().position(|(found, _)| *found == column)?;
        Some(self.at(at, line))
    }

    /// Likewise, by its number among those found.
    pub fn at(&self, at: usize, line: &Line) -> Range<usize> {
        let range = self.found[at].1.clone();
        // A row may have lost a span: its cells stand below those of the head one by one.
        if line.columns != self.width && line.cells.len() == self.cells.len() {
            let cells = self.cells.iter().zip(&line.cells);
            let below: Vec<Range<usize>> = cells
                .filter(|(head, _)| head.start < range.end && range.start < head.end)
                .map(|(_, seen)| seen.columns())
                .collect();
            if let Some((first, last)) = below.first().zip(below.last()) {
                return first.start..last.end;
            }
        }
        range
    }

    /// Whether a row may stand below this head.
    pub fn fits(&self, line: &Line) -> bool {
        line.columns == self.width || line.cells.len() == self.cells.len()
    }

    /// Whether a row is a remark: one cell takes the place of its name and of a column beside it.
    pub fn is_remark(&self, line: &Line) -> bool {
        let names = [Column::Item, Column::Product, Column::Competitor];
        let name = names.into_iter().find_map(|column| self.place(column, line));
        let name = name.unwrap_or_else(|| {
            let number = self.place(Column::Number, line).map_or(0, |number| number.end);
            let others = (0..self.found.len()).map(|at| self.at(at, line).start);
            number..others.filter(|start| *start >= number).min().unwrap_or(number)
        });
        self.is_shared(&name, line)
    }

    /// Whether a cell lies over a place and over a column beside it: it says of neither what it is of.
    pub fn is_shared(&self, place: &Range<usize>, line: &Line) -> bool {
        // Cells that lost their spans stand below those of the head one by one.
        if line.columns != self.width {
            return false;
        }
        let is_over =
            |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
        let is_beside =
            |(column, other): &&(Column, Range<usize>)| *column != Column::Number && !is_over(other, place);
        let takes_more = |columns: Range<usize>| {
            self.found.iter().filter(is_beside).any(|(_, other)| is_over(other, &columns))
        };
        let own = line.cells[line.over(place)].iter().filter(|seen| !seen.continues);
        own.filter(|seen| !seen.text.trim().is_empty()).map(|seen| seen.columns()).any(takes_more)
    }

    /// The name of a row: where no head says so, what stands before the first year.
    pub fn item(&self, line: &Line) -> Range<usize> {
        if let Some(place) = self.place(Column::Item, line) {
            return place;
        }
        let first = self.years().map(|(_, at)| self.found[at].1.start).min().unwrap_or(self.width);
        let number = self.place(Column::Number, line).map_or(0, |number| number.end);
        number..first.max(number + 1)
    }
}

/// Neighbours of one head that was merged and is not any more are one.
fn joined(found: Vec<(Column, Range<usize>)>) -> Vec<(Column, Range<usize>)> {
    let mut joined: Vec<(Column, Range<usize>)> = Vec::new();
    for (column, range) in found {
        let is_known = joined.iter().any(|(known, _)| *known == column);
        match joined.last_mut() {
            Some((last, before)) if *last == column && before.end == range.start => before.end = range.end,
            _ if is_known => {}
            _ => joined.push((column, range)),
        }
    }
    joined
}

fn column(text: &str, edition: &Edition) -> Option<Column> {
    let head = normal(text);
    if head.is_empty() || head.chars().count() > 40 {
        return None;
    }
    if let Some(year) = year(&head) {
        return Some(Column::Year(year));
    }
    let has = |word: &str| head.contains(word);
    // 市场份额（%） is 市场份额.
    let plain = head.split('(').next().unwrap_or_default();
    let is = |label: &str| head == normal(label) || plain == normal(label);
    let (benefits, competitors) = (&edition.application.benefits, &edition.application.competitors);
    let found = match () {
        () if is(&benefits.industry_average) || has("平均") => Column::Average,
        () if is(&benefits.industry_best) || has("最佳") || has("最好") || has("标杆水平") => {
            Column::Best
        }
        () if is(&benefits.rank) || has("名次") || has("排名") => Column::Rank,
        () if is(&benefits.number) || plain == "编号" => Column::Number,
        () if is(&benefits.unit) || plain == "计量单位" => Column::Unit,
        () if has("竞争对手") || has("标杆名称") => Column::Competitor,
        () if is(&competitors.product) || has("产品") && has("名称") => Column::Product,
        () if is(&competitors.market_share) || plain == "市场占有率" => Column::Share,
        () if has("主要优势") || plain == "优势" => Column::Strengths,
        () if is(&benefits.item)
            || matches!(plain, "指标" | "指标名称" | "项目名称" | "指标项目" | "名称") =>
        {
            Column::Item
        }
        // 2023年实际, 2023年数值
        () if head.chars().count() <= 10 && head.starts_with("20") => Column::Year(year_in(&head)?),
        () => return None,
    };
    Some(found)
}

/// Whether a row below a head goes on with it: it holds nothing but heads.
fn is_second_head(line: &Line, edition: &Edition) -> bool {
    let own: Vec<_> =
        line.cells.iter().filter(|seen| !seen.continues && !seen.text.trim().is_empty()).collect();
    !own.is_empty() && own.len() >= 2 && own.iter().all(|seen| column(&seen.text, edition).is_some())
}
