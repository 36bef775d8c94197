//! What was meant by what was typed, where that is certain.

use crate::number;
use crate::text::half_width;

/// Without blanks of any kind, in half width, a Chinese full stop between digits as a point.
pub(super) fn compact(typed: &str) -> String {
    let half = half_width(typed);
    let kept: Vec<char> = half.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| kept.get(at)).is_some_and(char::is_ascii_digit);
    let point = |(at, c): (usize, &char)| match c {
        '。' if is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)) => '.',
        _ => *c,
    };
    kept.iter().enumerate().map(point).collect()
}

/// The number in a cell whose column says the unit: without the unit written behind it, its blanks and full-width
/// forms. `units` are those that may stand there and mean nothing else.
pub(super) fn number(typed: &str, units: &[&str]) -> Option<String> {
    if holds_two_numbers(typed) {
        return None;
    }
    let compact = compact(typed);
    let bare = units.iter().map(|unit| self::compact(unit)).filter(|unit| !unit.is_empty());
    let mut candidates = vec![compact.clone()];
    candidates.extend(bare.filter_map(|unit| compact.strip_suffix(unit.as_str()).map(str::to_owned)));
    candidates.into_iter().find(|candidate| number::parse(candidate).is_some())
}

/// Whether a blank stands between digits otherwise than before groups of three: 98 99 are two numbers, 12 860 is one.
fn holds_two_numbers(typed: &str) -> bool {
    let half = half_width(typed);
    let mut groups: Vec<&str> = half.split_whitespace().collect();
    // The unit behind.
    groups.retain(|group| group.contains(|c: char| c.is_ascii_digit()));
    let begins_with_a_digit = |group: &str| group.starts_with(|c: char| c.is_ascii_digit());
    let digits = |group: &str| group.chars().take_while(char::is_ascii_digit).count();
    groups.windows(2).any(|pair| {
        let is_joined = pair[0].ends_with(|c: char| c.is_ascii_digit()) && begins_with_a_digit(pair[1]);
        let is_grouped = !pair[0].contains(['.', '。']) && digits(pair[0]) <= 3 && digits(pair[1]) == 3;
        is_joined && !is_grouped
    })
}

/// Half width, where a text with digits is written in full-width forms.
pub(super) fn narrow(typed: &str) -> Option<String> {
    let wide =
        |c: char| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '．' | '％' | '－' | '＠' | '＋');
    let has_digit = half_width(typed).contains(|c: char| c.is_ascii_digit());
    (has_digit && typed.contains(wide)).then(|| half_width(typed).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_that_the_column_says_is_left_out() {
        let check = |typed: &str, expected: Option<&str>| {
            assert_eq!(number(typed, &["万元", "分"]).as_deref(), expected, "{typed}");
        };
        check("12345万元", Some("12345"));
        check(" 1 234．5 万元 ", Some("1234.5"));
        check("12 860万元", Some("12860"));
        check("1　234 567", Some("1234567"));
        check("98. 5", Some("98.5"));
        check("99。2", Some("99.2"));
        check("92.5分", Some("92.5"));
        check("１２％", Some("12%"));
        for unsure in [
            "约5",
            "≥99",
            "3-5",
            "12元",
            "万元",
            "1.2E+3",
            "99。",
            "",
            "98 99",
            "98.5 99",
            "98.5 995",
            "12 86万元",
            "1 2",
            "1234 567",
        ] {
            check(unsure, None);
        }
    }

    #[test]
    fn only_what_is_wide_is_narrowed() {
        let check = |typed: &str, expected: Option<&str>| assert_eq!(narrow(typed).as_deref(), expected);
        check("１３８００００００01", Some("13800000001"));
        check("９８．５％", Some("98.5%"));
        for other in ["98.5", "／", "—（2024年投产）", "无", "0571-88000001"] {
            check(other, None);
        }
    }
}
