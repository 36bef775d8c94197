//! Chinese patent numbers (ZA 0006 申请号标准, GB/T 专利号): year, kind, serial number and a check character.

use std::ops::Range;

/// What is wrong with a patent number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// So many digits, where 12 or 8 and a check character are right.
    Length(usize),
    /// The check character should be this one.
    Check(char),
}

/// The weights of the digits, repeated.
const WEIGHTS: [u32; 8] = [2, 3, 4, 5, 6, 7, 8, 9];

/// The numbers in a text that begin with ZL and cannot be, with what is wrong.
pub(super) fn faults(text: &str) -> impl Iterator<Item = (Range<usize>, Fault)> {
    text.match_indices("ZL").filter_map(|(at, mark)| {
        let behind = &text[at + mark.len()..];
        let lead = behind.len() - behind.trim_start_matches([' ', ':', '：', '\u{3000}']).len();
        let length = extent(&behind[lead..]);
        let number = &behind[lead..lead + length];
        Some((at..at + mark.len() + lead + length, fault(number)?))
    })
}

/// How far digits, blanks between them, a point and a check letter reach.
fn extent(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        match c {
            '0'..='9' => end = at + 1,
            'X' | 'x' if text[..at].ends_with('.') => return at + 1,
            ' ' | '.' | '．' => {}
            _ => break,
        }
    }
    end
}

fn fault(number: &str) -> Option<Fault> {
    let (digits, check) = match number.rsplit_once(['.', '．']) {
        Some((digits, check)) => (digits, check.trim().chars().next()),
        None => (number, None),
    };
    let mut digits: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    // ZL50 is a loader.
    if digits.len() + usize::from(check.is_some()) < 7 {
        return None;
    }
    let check = check.or_else(|| match digits.len() {
        9 | 13 => digits.pop().and_then(|digit| char::from_digit(digit, 10)),
        _ => None,
    });
    if !matches!(digits.len(), 8 | 12) {
        return Some(Fault::Length(digits.len()));
    }
    let right = check_character(&digits);
    check.filter(|check| !check.eq_ignore_ascii_case(&right)).map(|_| Fault::Check(right))
}

fn check_character(digits: &[u32]) -> char {
    let sum: u32 = digits.iter().zip(WEIGHTS.iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    char::from_digit(sum % 11, 10).unwrap_or('X')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[Fault]) {
        assert_eq!(faults(text).map(|(_, fault)| fault).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn numbers_as_they_are_printed_are_right() {
        for right in [
            "ZL 2003 1 0102344.5",
            "专利号：ZL200310102344.5，已授权",
            "ZL 202310123456.6",
            "ZL2023101234566",
            "ZL202310123456",
            "ZL50装载机2台",
            "ZL 85100001.9",
        ] {
            let found: Vec<_> =
                faults(right).filter(|(_, fault)| matches!(fault, Fault::Length(_))).collect();
            assert!(found.is_empty(), "{right}: {found:?}");
        }
        check("ZL 2003 1 0102344.5和ZL 202310123456.6", &[]);
    }

    #[test]
    fn a_slip_shows_in_the_length_or_the_check_character() {
        check("ZL 2023 1 012345.6", &[Fault::Length(11)]);
        check("ZL20231012345678.9", &[Fault::Length(14)]);
        check("ZL 202310123456.7", &[Fault::Check('6')]);
        check("ZL 2023 1 0132456.6", &[Fault::Check(check_character(&[2, 0, 2, 3, 1, 0, 1, 3, 2, 4, 5, 6]))]);
    }
}
