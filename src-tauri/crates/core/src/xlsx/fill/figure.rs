//! What a cell says at a place of the form.

use crate::number::{NumberCell, parse};
use crate::xlsx::read::{Cell, Kind};

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
            Err("不是数字，请只填数字；不适用的填“/”或“—（原因）”".into())
        }
    }
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
    }

    #[test]
    fn the_same_number_shown_otherwise_is_no_change() {
        let number = |text: &str| Cell { text: text.into(), kind: Kind::Number, continues: false };
        assert!(says(&number("98.5"), "98.50"));
        assert!(says(&number("186350"), "186,350"));
        assert!(!says(&Cell { kind: Kind::Text, ..number("98.5") }, "98.50"));
    }
}
