//! Full-width forms and their half-width twins.

use std::borrow::Cow;

/// How far a full-width form lies above its ASCII twin: U+FF01 to U+0021.
const DISTANCE: u32 = 0xFEE0;

/// Folds the full-width forms of ASCII (`Ａ１％`, U+FF01–U+FF5E) and the ideographic blank U+3000 to half width.
///
/// For what is compared or parsed (codes, numbers, mail addresses), never for what is printed. Borrowed when
/// there is nothing to fold.
pub fn half_width(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| narrow(c) != c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(narrow).collect())
}

/// The half-width twin of a full-width form of ASCII; any other character is its own.
fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '！'..='～' => char::from_u32(u32::from(c) - DISTANCE).unwrap_or(c),
        _ => c,
    }
}

/// The full-width twin of a printable ASCII character; any other character is its own.
pub(super) fn widen(c: char) -> char {
    match c {
        ' ' => '\u{3000}',
        '!'..='~' => char::from_u32(u32::from(c) + DISTANCE).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(input: &str, expected: &str) {
        assert_eq!(half_width(input), expected);
    }

    #[test]
    fn full_width_ascii_and_the_ideographic_blank_are_folded() {
        check("９１３３０１００ＭＡ２Ｈ\u{3000}Ｘ％～", "91330100MA2H X%~");
    }

    #[test]
    fn chinese_punctuation_and_other_full_width_signs_stay() {
        check("浙江、“宁波”。￥ｱ", "浙江、“宁波”。￥ｱ");
    }

    #[test]
    fn nothing_to_fold_is_borrowed() {
        assert!(matches!(half_width("5G技术 abc"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn every_ascii_character_comes_back_from_its_twin(text in "[ -~]*") {
            let wide: String = text.chars().map(widen).collect();
            prop_assert_eq!(half_width(&wide), text);
        }

        #[test]
        fn folding_twice_changes_nothing_more(text in any::<String>()) {
            let once = half_width(&text).into_owned();
            prop_assert!(matches!(half_width(&once), Cow::Borrowed(_)));
        }
    }
}
