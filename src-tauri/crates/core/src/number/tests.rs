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
        "", " ", ".", "5.", "-", "--5", "- 5", "1 000", "1e3", "1_000", "≥99", "约5", "5万", "1.2.3", "½",
        "五", "٣",
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

fn check_cell(typed: &str, expected: NumberCell) {
    assert_eq!(NumberCell::read(typed), expected, "{typed:?}");
}

#[test]
fn blank_cells_are_empty() {
    check_cell("", NumberCell::Empty);
    check_cell(" \u{3000}", NumberCell::Empty);
}

#[test]
fn a_slash_or_dash_says_that_the_value_does_not_apply() {
    for mark in NOT_APPLICABLE {
        check_cell(mark, NumberCell::NotApplicable { reason: None });
        check_cell(&format!(" {mark}（）"), NumberCell::NotApplicable { reason: None });
        check_cell(&format!("{mark}(新产品) "), NumberCell::NotApplicable { reason: Some("新产品") });
    }
}

#[test]
fn the_reason_may_hold_brackets_and_blanks() {
    check_cell("—（2024年3月投产）", NumberCell::NotApplicable { reason: Some("2024年3月投产") });
    check_cell("/ （ 停产（检修） ）", NumberCell::NotApplicable { reason: Some("停产（检修）") });
}

#[test]
fn a_minus_before_digits_is_a_sign() {
    check_cell("-5", NumberCell::Number(Decimal::from(-5)));
    check_cell("－5%", NumberCell::Number(Decimal::from(-5)));
}

#[test]
fn other_texts_are_kept_as_typed() {
    for typed in ["≥99", "约5", "/5", "—5", "—（投产", "---", "//", "—新产品", "5（预计）"]
    {
        check_cell(&format!(" {typed} "), NumberCell::Other(typed));
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
        prop_assert_eq!(NumberCell::read(&grouped), NumberCell::Number(number));
    }

    #[test]
    fn any_text_is_read_without_panic(text in prop_oneof!["[0-9０-９,，.．%％+－−/—（) ]*", any::<String>()]) {
        let number = parse(&text);
        if let NumberCell::Number(read) = NumberCell::read(&text) {
            prop_assert_eq!(number, Some(read));
        }
    }
}

#[test]
fn whole_places_are_shown_in_groups_of_three() {
    let check = |typed: &str, expected: &str| assert_eq!(super::grouped(typed), expected);
    check("1498.50", "1,498.50");
    check("-1234567", "-1,234,567");
    check("123", "123");
    check("1,234", "1,234");
    check("12,345", "12,345");
    check(" 40000万 ", "40,000万");
    check("１２３４", "１２３４");
    check("", "");
}
