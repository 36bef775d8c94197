//! A number as its cell shows it.

use super::sheet::{Cell, Kind};
use rust_decimal::Decimal;

/// How a number format shows numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    is_percent: bool,
    /// Places behind the point; `None` for as many as there are.
    places: Option<u32>,
    is_formula: bool,
    /// Whether it shows thousandths, or other digits than there are.
    is_scaled: bool,
}

/// Digits that a person types by hand: what a format hides of them was meant.
const TYPED: u32 = 6;
/// Digits that a double holds for certain.
const CERTAIN: usize = 14;
/// Places of a number that has no format, as `General` shows long ones.
const GENERAL: u32 = 10;

impl Shown {
    /// How a format code (ECMA-376, 18.8.31) shows numbers that are not negative.
    pub fn by(code: &str, is_formula: bool) -> Shown {
        let sections: Vec<String> = code.split(';').map(placeholders).collect();
        let first = sections.first().map_or("", String::as_str);
        let places = first.contains(DIGITS).then(|| {
            let behind = first.split_once('.').map_or("", |(_, behind)| behind);
            behind.chars().take_while(|c| DIGITS.contains(c)).count() as u32
        });
        // Which section shows a number may hang on its size.
        let has_false_point = ["!.", "\\."].iter().any(|point| code.contains(point));
        let is_scaled = has_false_point || sections.iter().any(|section| is_scaled(section));
        Shown { is_percent: first.contains('%'), places, is_formula, is_scaled }
    }
}

/// What stands for digits.
const DIGITS: [char; 3] = ['0', '#', '?'];

/// Whether a section divides by a thousand: with a comma behind its last digit, before the point or at the end.
fn is_scaled(section: &str) -> bool {
    let whole = section.split('.').next().unwrap_or_default();
    [whole, section]
        .into_iter()
        .any(|digits| digits.rfind(DIGITS).is_some_and(|last| digits[last + 1..].starts_with(',')))
}

/// A section without what it shows to the letter.
fn placeholders(section: &str) -> String {
    let mut kept = String::new();
    let mut letters = section.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => while letters.next().is_some_and(|quoted| quoted != '"') {},
            '[' => while letters.next().is_some_and(|inner| inner != ']') {},
            '\\' | '!' | '_' | '*' => drop(letters.next()),
            other => kept.push(other),
        }
    }
    kept
}

/// The cell of a number.
pub(super) fn number(value: f64, shown: Shown) -> Cell {
    let kind = match shown {
        Shown { is_scaled: true, .. } => Kind::Scaled,
        Shown { is_percent: true, .. } => Kind::Percent,
        _ => Kind::Number,
    };
    // What a double adds behind its certain digits nobody typed.
    let certain: f64 = format!("{value:.CERTAIN$e}").parse().unwrap_or(value);
    let Ok(exact) = certain.to_string().parse::<Decimal>() else {
        return Cell::new(value.to_string(), kind);
    };
    let exact = if shown.is_percent { exact * Decimal::ONE_HUNDRED } else { exact }.normalize();
    let is_typed = !shown.is_formula && exact.scale() <= TYPED;
    let mut text = match shown.places {
        Some(places) if !is_typed || exact.scale() < places => {
            let mut rounded = exact.round_dp_with_strategy(places, HALF_UP);
            rounded.rescale(places);
            rounded.to_string()
        }
        _ => exact.round_dp_with_strategy(GENERAL, HALF_UP).normalize().to_string(),
    };
    if shown.is_percent {
        text.push('%');
    }
    Cell::new(text, kind)
}

/// As workbooks round.
const HALF_UP: rust_decimal::RoundingStrategy = rust_decimal::RoundingStrategy::MidpointAwayFromZero;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_reads_as_its_cell_shows_it() {
        for (value, code, expected) in [
            (0.9912, "0.00%", "99.12%"),
            (0.07, "0%", "7%"),
            (0.9912, "0%", "99.12%"),
            (98.5, "0.00", "98.50"),
            (98.5, "General", "98.5"),
            (1498.5, "#,##0.00", "1498.50"),
            (1498.0, "#,##0", "1498"),
            (12.0, "0\"%\"", "12"),
            (-3.25, "0.00_);[Red](0.00)", "-3.25"),
            (0.1 + 0.2, "", "0.3"),
            (186350.0, "0_ ", "186350"),
            (12.0, "¥#,##0.00", "12.00"),
        ] {
            assert_eq!(number(value, Shown::by(code, false)).text, expected, "{value} {code}");
        }
    }

    #[test]
    fn a_format_that_divides_is_told_apart() {
        let check = |code: &str, expected| {
            assert_eq!(number(1_863_500_000.0, Shown::by(code, false)).kind, expected, "{code}");
        };
        for code in ["0!.0,\"万元\"", "0.0,", "#,##0,", "#,##0,,\"百万\"", "0,.00", "[<1000]0;0.0,"] {
            check(code, Kind::Scaled);
        }
        for code in ["#,##0", "#,##0.00", "0\"万,元\"", "#,##0\\,", "0!,", "General", "", "0_);(0)"] {
            check(code, Kind::Number);
        }
    }

    #[test]
    fn a_result_is_rounded_as_it_is_shown() {
        assert_eq!(number(1.0 / 3.0, Shown::by("0.00%", true)).text, "33.33%");
        assert_eq!(number(2.0 / 3.0, Shown::by("0.0", true)).text, "0.7");
        assert_eq!(number(98.25, Shown::by("0.0", true)).text, "98.3");
        assert_eq!(number(1.0 / 3.0, Shown::by("General", true)).text, "0.3333333333");
    }
}
