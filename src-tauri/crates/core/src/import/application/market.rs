//! 顾客市场绩效统计表: products side by side, each over the columns 国内 and 国际.

use super::form::Form;
use super::sheet::Sheet;
use super::state::{Group, Groups, Measure, Table};
use crate::form::{Product, Share, Survey, SurveyMethod, Year};
use crate::import::grid::Line;
use crate::import::ticks::{Choice, choice};
use crate::import::words::{normal, value, year};
use std::ops::Range;

impl Form<'_> {
    /// The row of names, or that of 国内 and 国际.
    pub(super) fn market_head(&mut self, line: &mut Line) -> bool {
        let labels = &self.edition.application.market;
        let products = normal(&labels.products);
        let is_names =
            line.cells.iter().any(|seen| seen.label() == products || seen.label().starts_with("主导产品"));
        let is_sides = line.cells.iter().filter(|seen| self.side(&seen.text).is_some()).count() >= 1
            && line.cells.iter().all(|seen| year(&seen.text).is_none());
        if is_names && !is_sides {
            let names = names(line);
            self.enter(Sheet::Market);
            line.use_all();
            self.table = Table::Market(Groups { names, ..Groups::default() });
            return true;
        }
        if !is_sides {
            return false;
        }
        let Table::Market(mut groups) = std::mem::take(&mut self.table) else { return false };
        self.sides(line, &mut groups);
        line.use_all();
        self.table = Table::Market(groups);
        true
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
        let names: Vec<String> = (0..groups.groups.len()).map(|at| groups.name(at)).collect();
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
        let last = groups.groups.last().map_or(0, |group| group.columns.end);
        let Some(at) = line
            .cells
            .iter()
            .position(|seen| year(&seen.text).is_some() && seen.columns().start < first.max(1))
        else {
            return (false, groups);
        };
        let Some(year) = year(&line.cells[at].text) else { return (false, groups) };
        self.note_year(year);
        for seen in line.cells.iter_mut().filter(|seen| seen.columns().end <= first) {
            groups.block = measure(&seen.text).or(groups.block);
            seen.used =
                seen.used || measure(&seen.text).is_some() || super::super::words::year(&seen.text).is_some();
        }
        let Some(measure) = groups.block else { return (false, groups) };
        let (places, last) = match measure {
            Measure::Share => (groups.groups.iter().map(|group| group.columns.clone()).collect(), last),
            _ => groups.values(line, at),
        };
        for (group, place) in groups.groups.iter().zip(&places) {
            self.measured(line, (group, place), measure, year);
        }
        let behind = last..line.columns.max(last + 1);
        self.survey(line, &behind, measure, year);
        (true, groups)
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

    /// □自评 □第三方调查 调查机构名称：…
    fn survey(&mut self, line: &mut Line, columns: &Range<usize>, measure: Measure, year: Year) {
        let labels = &self.edition.application.market;
        let cells: Vec<usize> = line.over(columns).collect();
        let texts: Vec<String> = cells
            .iter()
            .filter(|at| !line.cells[**at].continues)
            .map(|at| line.cells[*at].text.clone())
            .collect();
        let text = texts.join("\n");
        if measure == Measure::Share {
            let is_sign = matches!(normal(&text).as_str(), "/" | "—" | "-" | "");
            cells.iter().filter(|_| is_sign).for_each(|at| line.cells[*at].used = true);
            return;
        }
        let label = labels.agency.trim_end_matches(['：', ':']);
        let (ticks, agency) =
            text.split_once(label).or_else(|| text.split_once("机构名称")).unwrap_or((&text, ""));
        let agency =
            value(agency.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':' | '_')));
        let agency = agency.trim_matches(['_', '。']).to_owned();
        let options = [labels.self_assessment.as_str(), labels.third_party.as_str(), "第三方"];
        let method = match choice(ticks, &options) {
            Choice::One(0) => Some(SurveyMethod::SelfAssessment),
            Choice::One(_) => Some(SurveyMethod::ThirdParty),
            Choice::None => None,
            Choice::Several => {
                let place = format!("{} {year}年", self.place());
                self.report.doubt(&text, &place, "勾选了不止一项，没有填入，请核对");
                None
            }
        };
        cells.iter().for_each(|at| line.cells[*at].used = true);
        let surveys = match measure {
            Measure::Satisfaction => &mut self.content.market.satisfaction_survey,
            _ => &mut self.content.market.loyalty_survey,
        };
        if method.is_some() || !agency.is_empty() {
            surveys.set(year, Survey { method, agency: agency.into() });
        }
    }
}

impl Groups {
    fn name(&self, group: usize) -> String {
        let mut names = self.names.iter().filter(|(_, name)| !name.is_empty());
        // As many names as products stand in their order, though spans were lost.
        let found = match names.clone().count() == self.groups.len() {
            true => names.nth(group),
            false => {
                let columns = &self.groups[group].columns;
                names.find(|(range, _)| range.start < columns.end && columns.start < range.end)
            }
        };
        found.map(|(_, name)| name.clone()).unwrap_or_default()
    }

    /// The columns of each product in a row of one value a product, and where they end. As many cells as products stand
    /// in their order, though spans were lost; the survey comes behind.
    fn values(&self, line: &Line, year: usize) -> (Vec<Range<usize>>, usize) {
        let cells = line.cells[year + 1..].iter().take_while(|seen| !is_survey(&seen.text));
        let mut own: Vec<Range<usize>> = cells.map(|seen| seen.columns()).collect();
        if own.len() != self.groups.len() {
            own = self.groups.iter().map(|group| group.columns.clone()).collect();
        }
        let end = own.last().map_or(0, |last| last.end);
        (own, end)
    }

    /// Without the row of 国内 and 国际 each name stands over its product.
    fn by_names(&self) -> Vec<Group> {
        let group = |(columns, _): &(Range<usize>, String)| {
            let halves = columns.len() == 2;
            let middle = columns.start + 1;
            Group {
                product: 0,
                columns: columns.clone(),
                domestic: Some(if halves { columns.start..middle } else { columns.clone() }),
                international: halves.then_some(middle..columns.end),
            }
        };
        self.names.iter().filter(|(_, name)| !name.is_empty()).map(group).collect()
    }
}

/// The names of the products with their columns; a merge that was undone repeats them.
fn names(line: &Line) -> Vec<(Range<usize>, String)> {
    let mut names: Vec<(Range<usize>, String)> = Vec::new();
    for seen in line.cells.iter().filter(|seen| !seen.label().starts_with("主导产品")) {
        let name = value(&seen.text);
        match names.last_mut() {
            Some((range, before)) if *before == name && !name.is_empty() => range.end = seen.columns().end,
            _ => names.push((seen.columns(), name)),
        }
    }
    names
}

fn is_survey(text: &str) -> bool {
    let text = normal(text);
    ["自评", "第三方", "机构名称"].iter().any(|word| text.contains(word))
}

fn measure(text: &str) -> Option<Measure> {
    let text = normal(text);
    match () {
        () if text.contains("占有率") || text.contains("市场份额") => Some(Measure::Share),
        () if text.contains("满意") => Some(Measure::Satisfaction),
        () if text.contains("忠诚") => Some(Measure::Loyalty),
        () => None,
    }
}
