//! What the cells count and measure, year by year: 发明专利 5项, 7项, 9项.

use crate::rules::Context;
use crate::rules::clauses::{ENDS, around};
use crate::rules::figures::{Figure, figures};
use rust_decimal::Decimal;

/// One thing with a number in at least two of the years.
#[derive(Debug)]
pub(super) struct Item {
    /// 品牌价值, 发明专利.
    noun: String,
    unit: String,
    values: [Option<Decimal>; 3],
    /// Whether a year of its row is still to be filled in: nothing is said of the sum before.
    is_unfinished: bool,
}

/// What stands before a noun without being part of it.
const VERBS: [&str; 22] = [
    "三年累计",
    "累计",
    "共",
    "获授权",
    "授权",
    "获得",
    "获",
    "新增",
    "登记",
    "发表",
    "主持或参与制定",
    "参与制定",
    "主持制定",
    "制定",
    "完成",
    "开展",
    "实现",
    "带动",
    "联合",
    "拥有",
    "出版",
    "当年",
];

/// What makes up the cells of both tables.
pub(super) fn items(context: &Context) -> Vec<Item> {
    let content = context.content;
    let mut items: Vec<Item> = Vec::new();
    for row in content.social.iter().chain(&content.brand) {
        let years = context.edition.years();
        let is_unfinished = years.iter().any(|year| row.values.text(*year).trim().is_empty());
        for (place, year) in years.iter().enumerate() {
            read(row.values.text(*year), place, is_unfinished, &mut items);
        }
    }
    let own = |item: &Item| content.benefits.iter().any(|row| row.name.contains(item.noun.as_str()));
    items.retain(|item| item.values.iter().flatten().count() >= 2 && !own(item));
    items
}

fn read(text: &str, place: usize, is_unfinished: bool, items: &mut Vec<Item>) {
    for clause in text.split(['；', '，', '、', '。', ';', ',']) {
        let Some((noun, unit, value)) = single(clause) else { continue };
        match items.iter_mut().find(|item| item.noun == noun && item.unit == unit) {
            Some(item) => {
                item.values[place] = Some(value);
                item.is_unfinished |= is_unfinished;
            }
            None => {
                let (noun, unit) = (noun.into(), unit.into());
                let mut item = Item { noun, unit, values: [None; 3], is_unfinished };
                item.values[place] = Some(value);
                items.push(item);
            }
        }
    }
}

/// A noun and its number, and nothing else: 品牌价值13.7亿元.
fn single(clause: &str) -> Option<(&str, &str, Decimal)> {
    let clause = clause.trim();
    let found = figures(clause);
    let [figure] = found.as_slice() else { return None };
    let noun = figure.before(clause).trim_end();
    let noun = VERBS.iter().fold(noun, |noun, verb| noun.strip_prefix(verb).unwrap_or(noun));
    let noun = ["为", "达到", "达"].iter().fold(noun, |noun, link| noun.strip_suffix(link).unwrap_or(noun));
    let is_noun = noun.chars().count() >= 3 && noun.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let is_whole =
        figure.behind(clause).is_empty() && !figure.is_vague(clause) && !noun.ends_with(['约', '近', '超']);
    (is_noun && is_whole).then(|| (noun, figure.unit(clause), figure.value))
}

/// What may stand between a noun, the years and its numbers.
#[rustfmt::skip]
const BETWEEN: [&str; 24] = [
    "由", "从", "，", "的", "底", "末", "再", "又", "分别", "为", "达到", "提高到", "提升到", "增长到", "增加到", "上升到", "降低到", "下降到",
    "减少到", "降到", "降至", "增至", "提高至", "到",
];

/// Before a noun these say that its number is somebody else's, or an aim.
const OTHERS: [&str; 7] = ["行业", "竞争", "对手", "标杆", "同行", "目标", "力争"];

/// Tells of what was not granted within the years.
const OTHERWISE: [&str; 7] = ["有效", "拥有", "现有", "持有", "申请", "拟", "受理"];

impl Item {
    /// The figures of a text that say otherwise.
    pub fn contradicted<'f>(&self, context: &Context, text: &str, figures: &'f [Figure]) -> Vec<&'f Figure> {
        let mut found = Vec::new();
        for (at, _) in text.match_indices(self.noun.as_str()) {
            let lead = &text[around(text, &(at..at)).start..at];
            if OTHERS.iter().any(|word| lead.contains(word)) {
                continue;
            }
            let end = at + self.noun.len();
            let by_year = self.by_year(context, text, end, figures);
            found.extend(by_year.or_else(|| self.in_all(text, at, figures)));
        }
        found
    }

    /// 由2023年的8.6亿元增长到2025年的13.7亿元.
    fn by_year<'f>(
        &self,
        context: &Context,
        text: &str,
        end: usize,
        figures: &'f [Figure],
    ) -> Option<&'f Figure> {
        let (mut at, mut year) = (end, None);
        loop {
            let rest = &text[at..];
            if let Some(named) = rest
                .get(4..)
                .filter(|behind| behind.starts_with('年'))
                .and_then(|_| rest[..4].parse::<u16>().ok())
            {
                (year, at) = (Some(named), at + 4 + '年'.len_utf8());
            } else if let Some(word) = BETWEEN.iter().find(|word| rest.starts_with(**word)) {
                at += word.len();
            } else {
                let figure = figures.iter().find(|figure| figure.digits.start == at)?;
                let place = context.edition.years().iter().position(|own| Some(own.number()) == year);
                let is_comparable = figure.unit(text) == self.unit && !figure.is_vague(text);
                if is_comparable
                    && place.and_then(|place| self.values[place]).is_some_and(|own| !agree(own, figure))
                {
                    return Some(figure);
                }
                (at, year) = (figure.end, None);
            }
        }
    }

    /// 三年获授权发明专利21项.
    fn in_all<'f>(&self, text: &str, at: usize, figures: &'f [Figure]) -> Option<&'f Figure> {
        let figure = figures.iter().find(|figure| figure.digits.start == at + self.noun.len())?;
        let lead = &text[around(text, &figure.digits).start..at];
        let clause = lead.rsplit(ENDS).next().unwrap_or_default();
        let behind = clause.rsplit("三年").next().filter(|behind| behind.len() < clause.len())?;
        let is_counted = ["项", "件", "篇", "家", "个", "种"].contains(&self.unit.as_str())
            && figure.unit(text) == self.unit;
        if !is_counted
            || self.is_unfinished
            || figure.is_vague(text)
            || OTHERWISE.iter().any(|word| behind.contains(word))
        {
            return None;
        }
        let values: Vec<Decimal> = self.values.iter().flatten().copied().collect();
        let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))?;
        // What is counted up from year to year ends in the last value.
        (figure.value != sum && !values.contains(&figure.value)).then_some(figure)
    }

    pub fn message(&self, context: &Context, text: &str, figure: &Figure) -> String {
        let years = context.edition.years();
        let values = self
            .values
            .iter()
            .zip(years)
            .filter_map(|(value, year)| Some(format!("{year}年{}{}", (*value)?, self.unit)));
        let values: Vec<String> = values.collect();
        format!(
            "正文中{}写{}，统计表中为{}：请核对，改正有误的一处",
            self.noun,
            &text[figure.digits.start..figure.end],
            values.join("、")
        )
    }

    /// What the cells say, for what a reason rests on.
    pub fn shown(&self) -> String {
        let values = self.values.iter().map(|value| value.map(|value| value.to_string()).unwrap_or_default());
        format!("{} {}", self.noun, values.collect::<Vec<_>>().join(" "))
    }
}

/// Whether a figure of the text is that of the cell, but for places that one leaves out.
fn agree(own: Decimal, figure: &Figure) -> bool {
    let places = own.scale().min(figure.value.scale());
    own == figure.value
        || own.scale() != figure.value.scale() && own.round_dp(places) == figure.value.round_dp(places)
}
