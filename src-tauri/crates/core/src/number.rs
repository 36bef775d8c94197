//! Exact decimals from typed text.
//!
//! The content keeps every number as the text that was typed (model.md, “Conventions”); rules and charts read it here.

use rust_decimal::Decimal;

use crate::text::half_width;

/// Reads a number as it is typed into a cell: `98.50`, `-3`, `1,498.5`, `１，４９８．５％`.
///
/// Full-width digits, signs and points are understood, `−` (U+2212) as a minus, blanks around, and thousands separators where
/// they part the whole places into groups of three. A percent sign at the end is a unit and changes nothing: `98.5%` is 98.5.
/// A point needs a digit behind it, though none before. `None` for everything else, and for what [`Decimal`] cannot hold
/// exactly (over 28 decimal places, or from 2⁹⁶ without its point).
pub fn parse(text: &str) -> Option<Decimal> {
    let text = half_width(text);
    let text = text.trim();
    let text = text.strip_suffix('%').map_or(text, str::trim_end);
    let (sign, magnitude) = split_sign(text);
    let (whole, fraction) = match magnitude.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (magnitude, ""),
    };
    let digits = ungroup(whole)? + fraction;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // Not through Decimal's own FromStr: it recurses once a digit, so a long row of zeros could exhaust the stack.
    let value: i128 = digits.parse().ok()?;
    let scale = u32::try_from(fraction.len()).ok()?;
    Decimal::try_from_i128_with_scale(sign * value, scale).ok()
}

fn split_sign(text: &str) -> (i128, &str) {
    if let Some(magnitude) = text.strip_prefix(['-', '−']) {
        return (-1, magnitude);
    }
    (1, text.strip_prefix('+').unwrap_or(text))
}

/// The whole places without their separators; `None` where these do not part groups of three.
fn ungroup(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    if first.len() == whole.len() {
        return Some(whole.to_owned());
    }
    let grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    grouped.then(|| whole.replace(',', ""))
}

/// What a number cell of the three-year tables says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Not filled in.
    Empty,
    /// `/` or `—`: the value does not apply (不适用). Counts as filled; rule Y002 asks for the reason.
    NotApplicable {
        /// What follows in brackets, `—（2024年3月投产）`.
        reason: Option<&'a str>,
    },
    /// A number, as [`parse`] reads it.
    Number(Decimal),
    /// A text that is no number (`≥99`, `约5`), without the blanks around it; a finding of rule Y003.
    Other(&'a str),
}

impl Cell<'_> {
    /// Reads a cell as it was typed. Total: every text is one of the four.
    pub fn read(typed: &str) -> Cell<'_> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Cell::Empty;
        }
        not_applicable(typed).or_else(|| parse(typed).map(Cell::Number)).unwrap_or(Cell::Other(typed))
    }
}

/// The marks for “does not apply”; one that begins with another stands before it.
const NOT_APPLICABLE: [&str; 6] = ["/", "／", "——", "—", "－", "-"];

fn not_applicable(typed: &str) -> Option<Cell<'_>> {
    let behind = NOT_APPLICABLE.iter().find_map(|mark| typed.strip_prefix(mark))?.trim_start();
    if behind.is_empty() {
        return Some(Cell::NotApplicable { reason: None });
    }
    let reason = behind.strip_prefix(['（', '('])?.strip_suffix(['）', ')'])?.trim();
    Some(Cell::NotApplicable { reason: Some(reason).filter(|reason| !reason.is_empty()) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(typed: &str, expected: &str) {
        let expected: Decimal = expected.parse().unwrap();
        assert_eq!(parse(typed), Some(expected), "{typed:?}");
    }

    fn check_none(typed: &str) {
        assert_eq!(parse(typed), None, "{typed:?}");
    }

    #[test]
    fn plain_numbers_keep_their_places() {
        check("0", "0");
        check("98.50", "98.50");
        check("-3", "-3");
        check("+3", "3");
        check("007", "7");
        check(".5", "0.5");
        assert_eq!(parse("98.50").unwrap().to_string(), "98.50");
    }

    #[test]
    fn full_width_typing_is_understood() {
        check("１，４９８．５％", "1498.5");
        check("－１２", "-12");
        check("＋１２", "12");
        check("−0.8", "-0.8");
        check("\u{3000}９８\u{A0}", "98");
    }

    #[test]
    fn separators_must_part_groups_of_three() {
        check("1,234,567.89", "1234567.89");
        check("12，345", "12345");
        for typed in ["1,23", "1234,567", ",123", "1,,234", "1,234,", "1,2345", "1.234,567", ","] {
            check_none(typed);
        }
    }

    #[test]
    fn one_percent_sign_is_a_unit() {
        check("98.5%", "98.5");
        check("98.5 ％ ", "98.5");
        for typed in ["%", "98%%", "%98", "-%"] {
            check_none(typed);
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for typed in [
            "", " ", ".", "5.", "-", "--5", "- 5", "1 000", "1e3", "1_000", "≥99", "约5", "5万", "1.2.3",
            "½", "五", "٣",
        ] {
            check_none(typed);
        }
    }

    #[test]
    fn what_decimal_cannot_hold_exactly_is_none() {
        check("79228162514264337593543950335", "79228162514264337593543950335");
        check_none("79228162514264337593543950336");
        check_none("0.00000000000000000000000000001");
    }

    #[test]
    fn length_does_no_harm() {
        check(&"0".repeat(1_000_000), "0");
        check_none(&"9".repeat(1_000_000));
        check_none(&"1,".repeat(1_000_000));
    }

    fn check_cell(typed: &str, expected: Cell) {
        assert_eq!(Cell::read(typed), expected, "{typed:?}");
    }

    #[test]
    fn blank_cells_are_empty() {
        check_cell("", Cell::Empty);
        check_cell(" \u{3000}", Cell::Empty);
    }

    #[test]
    fn a_slash_or_dash_says_that_the_value_does_not_apply() {
        for mark in NOT_APPLICABLE {
            check_cell(mark, Cell::NotApplicable { reason: None });
            check_cell(&format!(" {mark}（）"), Cell::NotApplicable { reason: None });
            check_cell(&format!("{mark}(新产品) "), Cell::NotApplicable { reason: Some("新产品") });
        }
    }

    #[test]
    fn the_reason_may_hold_brackets_and_blanks() {
        check_cell("—（2024年3月投产）", Cell::NotApplicable { reason: Some("2024年3月投产") });
        check_cell("/ （ 停产（检修） ）", Cell::NotApplicable { reason: Some("停产（检修）") });
    }

    #[test]
    fn a_minus_before_digits_is_a_sign() {
        check_cell("-5", Cell::Number(Decimal::from(-5)));
        check_cell("－5%", Cell::Number(Decimal::from(-5)));
    }

    #[test]
    fn other_texts_are_kept_as_typed() {
        for typed in ["≥99", "约5", "/5", "—5", "—（投产", "---", "//", "—新产品", "5（预计）"]
        {
            check_cell(&format!(" {typed} "), Cell::Other(typed));
        }
    }

    fn decimals() -> impl Strategy<Value = Decimal> {
        let most = Decimal::MAX.mantissa();
        (-most..=most, 0u32..96, 0u32..=28)
            .prop_map(|(value, shift, scale)| Decimal::from_i128_with_scale(value >> shift, scale))
    }

    /// `1234567.89` as `1,234,567.89`.
    fn grouped(number: Decimal) -> String {
        let plain = number.to_string();
        let point = plain.find('.').unwrap_or(plain.len());
        let mut text = plain.clone();
        for place in (1..point).rev().filter(|place| (point - place).is_multiple_of(3)) {
            if plain.as_bytes()[place - 1].is_ascii_digit() {
                text.insert(place, ',');
            }
        }
        text
    }

    fn full_width(text: &str) -> String {
        text.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect()
    }

    proptest! {
        #[test]
        fn every_decimal_is_read_back_however_it_is_written(number in decimals()) {
            let grouped = grouped(number);
            prop_assert_eq!(parse(&number.to_string()), Some(number));
            prop_assert_eq!(parse(&full_width(&grouped)), Some(number));
            prop_assert_eq!(parse(&format!(" {grouped} %")), Some(number));
            prop_assert_eq!(Cell::read(&grouped), Cell::Number(number));
        }

        #[test]
        fn any_text_is_read_without_panic(text in prop_oneof!["[0-9０-９,，.．%％+－−/—（) ]*", any::<String>()]) {
            let number = parse(&text);
            if let Cell::Number(read) = Cell::read(&text) {
                prop_assert_eq!(number, Some(read));
            }
        }
    }
}
