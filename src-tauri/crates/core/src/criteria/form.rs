//! Tables of the form and answers of a person that answer a criterion.

use super::answers::{AnswerKind, Found};
use crate::edition::{Criterion, CriterionTable};
use crate::form::map::PartKey;
use crate::form::{ByYear, Path, Product, Row, Text};
use crate::rules::Context;

pub(super) fn look(context: &Context, criterion: &Criterion, found: &mut Found) {
    criterion.tables.iter().for_each(|one| table(context, *one, found));
    criterion.indicators.iter().for_each(|key| indicator(context, key, found));
    criterion.conditions.iter().for_each(|rule| condition(context, rule, found));
}

fn table(context: &Context, table: CriterionTable, found: &mut Found) {
    let content = context.content;
    let filled = |values: &ByYear<Text>| is_filled(context, values);
    let rows = |rows: &[Row]| rows.iter().filter(|row| filled(&row.values)).count();
    let (part, key, count) = match table {
        CriterionTable::Market => {
            let products = content.market.products.iter();
            let is_filled = |product: &&Product| filled(&product.satisfaction) || filled(&product.loyalty);
            (PartKey::Market, "market", products.filter(is_filled).count())
        }
        CriterionTable::Benefits => {
            let count = content.benefits.iter().filter(|row| filled(&row.values)).count();
            (PartKey::Benefits, "benefits", count)
        }
        CriterionTable::Social => (PartKey::Social, "social", rows(&content.social)),
        CriterionTable::Brand => (PartKey::Brand, "brand", rows(&content.brand)),
        CriterionTable::Competitors => {
            let named = content.competitors.iter().filter(|row| !row.name.is_blank()).count();
            (PartKey::Competitors, "competitors", named)
        }
    };
    let title = part.title(context.edition);
    if count == 0 {
        return found.gap(format!("“{title}”还没有填写"));
    }
    let unit = match table {
        CriterionTable::Market => "种产品",
        CriterionTable::Benefits => "项指标",
        CriterionTable::Social | CriterionTable::Brand => "项",
        CriterionTable::Competitors => "家",
    };
    found.answer(AnswerKind::Table, Path::root(key), format!("{title}（{count}{unit}）"));
}

fn is_filled(context: &Context, values: &ByYear<Text>) -> bool {
    context.edition.years().iter().any(|year| !values.text(*year).trim().is_empty())
}

/// An indicator with its three years.
fn indicator(context: &Context, key: &str, found: &mut Found) {
    let mut rows = context.content.benefits.iter().enumerate();
    let named = context.edition.application.benefits.rows.iter().find(|row| row.key == key);
    let name = named.map_or(key, |row| row.name.as_str());
    let Some((index, row)) = rows.find(|(_, row)| row.key == *key) else {
        return found.gap(format!("统计表里没有{name}"));
    };
    let years = context.edition.years();
    let typed: Vec<&str> = years.iter().map(|year| row.values.text(*year).trim()).collect();
    if typed.iter().any(|value| value.is_empty()) {
        return found.gap(format!("{name}没有填满三年"));
    }
    let label = format!("{}　{} {}", row.name.trim(), typed.join(" / "), row.unit.trim());
    found.answer(AnswerKind::Table, Path::root("benefits").index(index), label.trim_end());
}

fn condition(context: &Context, rule: &str, found: &mut Found) {
    let all = &context.edition.qualification.conditions;
    let Some(place) = all.iter().position(|condition| condition.rule == rule) else { return };
    let path = Path::root("confirmations").key(rule);
    let given =
        context.content.confirmations.get(rule).and_then(|answer| Some((answer.confirmed_on?, &answer.by)));
    let Some((day, by)) = given else {
        return found.gap(format!("资格条件第{}项还没有确认", place + 1));
    };
    let by = if by.is_blank() { String::new() } else { format!("，{}", by.trim()) };
    found.answer(AnswerKind::Word, path, format!("资格条件第{}项已确认（{day}{by}）", place + 1));
}
