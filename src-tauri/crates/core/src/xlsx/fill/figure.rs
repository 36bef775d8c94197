//! What a cell says at a place of the form.

use crate::number::{NumberCell, parse};
use crate::xlsx::names::is_unit;
use crate::xlsx::read::{Cell, Kind};
use rust_decimal::Decimal;

/// What a place holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes<'a> {
    Words,
    /// A number with this unit.
    Figure(&'a str),
    /// 名次, which people write in many ways.
    Rank,
}

/// Whether a cell says what stands at its place already, or the same number.
pub(super) fn says(cell: &Cell, present: &str) -> bool {
    let line = |text: &str| text.trim().replace("\r\n", "\n");
    if line(&cell.text) == line(present) {
        return true;
    }
    let is_number = matches!(cell.kind, Kind::Number | Kind::Percent | Kind::Unformatted);
    is_number && parse(&cell.text).is_some_and(|number| parse(present) == Some(number))
}

/// The text that a cell brings to a place, or why it brings none.
pub(super) fn brought(cell: &Cell, takes: Takes) -> Result<String, String> {
    let text = cell.text.trim();
    let is_percent = matches!(takes, Takes::Words | Takes::Figure("%" | "％"));
    match (cell.kind, takes) {
        (Kind::Broken, _) if text.is_empty() => {
            Err("公式没有算出的结果，请在Excel或WPS里打开、保存一次再导入，或改填数值".into())
        }
        (Kind::Broken, _) => Err("公式出错，请改正后再导入".into()),
        (Kind::Date, Takes::Figure(_) | Takes::Rank) => Err("是日期，请改填数值".into()),
        (Kind::Scaled, _) => Err("单元格的格式把数缩小了显示，请把格式改成“常规”，填实际的数".into()),
        (Kind::Unformatted, _) if is_percent => {
            Err("这种文件分不清是不是百分数，请另存为 .xlsx 再导入，或把它填成文本".into())
        }
        (Kind::Percent, Takes::Figure(unit)) if !is_percent => {
            Err(format!("是百分数，而单位是“{unit}”，请核对"))
        }
        (_, Takes::Figure(unit)) => figure(text, unit),
        (_, Takes::Words | Takes::Rank) => Ok(text.to_owned()),
    }
}

/// A number without what came along with it: separators, a unit that is the row's own.
fn figure(text: &str, unit: &str) -> Result<String, String> {
    let bare = match unit.trim() {
        "" => text,
        "%" | "％" => text.strip_suffix(['%', '％']).unwrap_or(text).trim_end(),
        unit => text.strip_suffix(unit).unwrap_or(text).trim_end(),
    };
    match NumberCell::read(bare) {
        NumberCell::Number(_) if bare.ends_with(['%', '％']) => {
            Err(format!("是百分数，而单位是“{unit}”，请核对"))
        }
        NumberCell::Number(_) => Ok(bare.replace([',', '，'], "")),
        NumberCell::NotApplicable { .. } => Ok(text.to_owned()),
        NumberCell::Empty | NumberCell::Other(_) => {
            Err(with_unit(bare, unit).unwrap_or("不是数字，请只填数字；不适用的填“/”或“—（原因）”".into()))
        }
    }
}

/// What is told of a number with a unit behind it that is not the row's own.
fn with_unit(text: &str, unit: &str) -> Option<String> {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let (last, digit) = text.char_indices().rfind(|(_, c)| is_digit(*c))?;
    let (number, own) = text.split_at(last + digit.len_utf8());
    let own = own.trim();
    let is_it = parse(number).is_some() && !own.is_empty() && is_unit(own);
    is_it.then(|| match unit.trim() {
        "" => format!("带着单位“{own}”，请只填数字"),
        unit => format!("单位是“{own}”，这一行是“{unit}”，请换算后只填数字"),
    })
}

/// Why a number may be another than was meant, though it is taken over: `present` is what it replaces.
pub(super) fn doubt(text: &str, present: &str, takes: Takes) -> Option<String> {
    /// A share falls or rises by less from one workbook to the next.
    const TIMES: Decimal = Decimal::from_parts(50, 0, 0, false, 0);
    let Takes::Figure("%" | "％") = takes else { return None };
    let (new, old) = (parse(text)?, parse(present)?);
    let is_small = new > Decimal::ZERO && new <= Decimal::ONE && old > new * TIMES;
    is_small
        .then(|| format!("已改动，但原来是{present}，请核对是不是填成了小数：“%”的格填 99.12，不填 0.9912"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, kind: Kind, takes: Takes, expected: Result<&str, &str>) {
        let cell = Cell { text: text.into(), kind, continues: false };
        let read = brought(&cell, takes);
        match expected {
            Ok(text) => assert_eq!(read.as_deref(), Ok(text)),
            Err(part) => assert!(read.unwrap_err().contains(part), "{text}"),
        }
    }

    #[test]
    fn a_figure_comes_without_what_came_along() {
        check("99.12%", Kind::Percent, Takes::Figure("%"), Ok("99.12"));
        check("1,498.5", Kind::Text, Takes::Figure("万元"), Ok("1498.5"));
        check("98.50", Kind::Text, Takes::Figure("%"), Ok("98.50"));
        check("12.5 万元", Kind::Text, Takes::Figure("万元"), Ok("12.5"));
        check("—（2024年3月投产）", Kind::Text, Takes::Figure("%"), Ok("—（2024年3月投产）"));
        check("第3名", Kind::Text, Takes::Rank, Ok("第3名"));
        check("12.3%", Kind::Percent, Takes::Words, Ok("12.3%"));
    }

    #[test]
    fn what_is_no_figure_is_told() {
        check("约98", Kind::Text, Takes::Figure("%"), Err("不是数字"));
        check("2025年3月1日", Kind::Date, Takes::Figure("%"), Err("日期"));
        check("", Kind::Broken, Takes::Words, Err("没有算出"));
        check("#DIV/0!", Kind::Broken, Takes::Figure("%"), Err("出错"));
        check("99.12%", Kind::Percent, Takes::Figure("次"), Err("单位是“次”"));
        check("0.9912", Kind::Unformatted, Takes::Figure("%"), Err("另存为"));
        check("186350", Kind::Scaled, Takes::Figure("万元"), Err("缩小了显示"));
    }

    #[test]
    fn a_number_in_another_unit_is_told_with_both() {
        let unit = Takes::Figure("万元");
        check("188,241.5元", Kind::Text, unit, Err("单位是“元”，这一行是“万元”，请换算"));
        check("15860万", Kind::Text, unit, Err("单位是“万”，这一行是“万元”，请换算"));
        check("2.0330 亿元", Kind::Text, unit, Err("单位是“亿元”，这一行是“万元”，请换算"));
        check("12.5万元", Kind::Text, Takes::Figure(""), Err("带着单位“万元”"));
        check("12左右", Kind::Text, unit, Err("不是数字"));
    }

    #[test]
    fn a_share_typed_as_a_fraction_is_doubted() {
        let doubted = |text, present, takes| doubt(text, present, takes).is_some();
        assert!(doubted("0.796", "74.8", Takes::Figure("%")));
        assert!(!doubted("0.796", "0.9", Takes::Figure("%")));
        assert!(!doubted("79.6", "74.8", Takes::Figure("%")));
        assert!(!doubted("0.796", "74.8", Takes::Figure("次")));
        assert!(!doubted("0.796", "", Takes::Figure("%")));
    }

    #[test]
    fn the_same_number_shown_otherwise_is_no_change() {
        let number = |text: &str| Cell { text: text.into(), kind: Kind::Number, continues: false };
        assert!(says(&number("98.5"), "98.50"));
        assert!(says(&number("186350"), "186,350"));
        assert!(!says(&Cell { kind: Kind::Text, ..number("98.5") }, "98.50"));
    }
}
