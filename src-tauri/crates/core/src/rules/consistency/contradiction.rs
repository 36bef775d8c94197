//! Whether what is said of a figure is what the tables hold.

use super::sentence::{Number, Statement};
use crate::number;
use crate::rules::indicator::in_yuan;
use crate::rules::{Context, Measure, YearSeries};
use rust_decimal::Decimal;

/// What to say where a statement differs from the table.
pub(super) fn contradiction(context: &Context, statement: &Statement) -> Option<String> {
    let series = &context.series()[statement.series];
    let place = context.edition.years().iter().position(|year| year.number() == statement.year)?;
    let typed = series.typed[place].trim();
    let in_table = number::parse(typed)?;
    let unit = match series.measure {
        Measure::Benefit(row) => row.unit.trim(),
        Measure::DomesticShare(_) | Measure::InternationalShare(_) => "%",
        Measure::Satisfaction(_) | Measure::Loyalty(_) => "",
    };
    let factor = factor(&statement.number, unit, series)?;
    if agree(in_table, statement.number.value, factor)? {
        return None;
    }
    let (label, year, said) = (&series.label, statement.year, &statement.number.typed);
    let unit = if typed.ends_with(['%', '％']) { "" } else { unit };
    let converted = converted(in_table, &statement.number, factor);
    Some(format!("正文中{label}{year}年为{said}，统计表中为{typed}{unit}{converted}：请核对，改正有误的一处"))
}

/// The number of the table in the unit of the text, where that is another.
fn converted(in_table: Decimal, said: &Number, factor: Decimal) -> String {
    let number = in_table.checked_div(factor).filter(|_| factor != Decimal::ONE);
    number.map_or(String::new(), |number| format!("（即{}{}）", number.normalize(), said.unit))
}

/// What the number of the text is to be multiplied by to be in the unit of the table; `None` if it is another measure.
fn factor(number: &Number, unit: &str, series: &YearSeries) -> Option<Decimal> {
    let said = number.unit.as_str();
    let unit = unit.replace('％', "%");
    if matches!(series.measure, Measure::Satisfaction(_) | Measure::Loyalty(_)) {
        return matches!(said, "" | "%" | "分").then_some(Decimal::ONE);
    }
    if let (Some(from), Some(to)) = (in_yuan(said), in_yuan(&unit)) {
        return from.checked_div(to);
    }
    let same = said == unit
        || (said.is_empty() && unit != "%" && in_yuan(&unit).is_none())
        || (unit == "万元/人" && said == "万元")
        || (unit.ends_with("/万元") && said.ends_with("/万元"))
        || said.eq_ignore_ascii_case(&unit);
    same.then_some(Decimal::ONE)
}

/// Whether two figures are the same but for the places that one of them leaves out.
fn agree(in_table: Decimal, said: Decimal, factor: Decimal) -> Option<bool> {
    let step = |number: Decimal| Decimal::new(1, number.scale());
    let coarse = step(in_table).max(step(said).checked_mul(factor)?);
    let difference = in_table.checked_sub(said.checked_mul(factor)?)?.abs();
    Some(difference.is_zero() || (difference < coarse && step(in_table) != step(said).checked_mul(factor)?))
}
