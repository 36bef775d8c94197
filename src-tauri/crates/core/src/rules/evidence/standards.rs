//! Numbers of standards: how they are written, and some that others have replaced.

use crate::rules::clauses::around;
use std::ops::Range;

/// What is wrong with the number of a standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// No standard is numbered so.
    Form,
    /// Replaced by this one.
    Withdrawn(&'static str),
}

/// Standards of management that texts name often, without blanks: those replaced, and by which.
const WITHDRAWN: [(&str, &str); 22] = [
    ("GB/T19001-1994", "GB/T 19001-2016"),
    ("GB/T19001-2000", "GB/T 19001-2016"),
    ("GB/T19001-2008", "GB/T 19001-2016"),
    ("GB/T19580-2004", "GB/T 19580-2012"),
    ("GB/T24001-1996", "GB/T 24001-2016"),
    ("GB/T24001-2004", "GB/T 24001-2016"),
    ("GB/T28001-2001", "GB/T 45001-2020"),
    ("GB/T28001-2011", "GB/T 45001-2020"),
    ("GB/T23331-2009", "GB/T 23331-2020"),
    ("GB/T23331-2012", "GB/T 23331-2020"),
    ("GB14881-1994", "GB 14881-2013"),
    ("ISO9001-2000", "ISO 9001:2015"),
    ("ISO9001-2008", "ISO 9001:2015"),
    ("ISO14001-1996", "ISO 14001:2015"),
    ("ISO14001-2004", "ISO 14001:2015"),
    ("ISO50001-2011", "ISO 50001:2018"),
    ("ISO22000-2005", "ISO 22000:2018"),
    ("ISO13485-2003", "ISO 13485:2016"),
    ("OHSAS18001-1999", "ISO 45001:2018"),
    ("OHSAS18001-2007", "ISO 45001:2018"),
    ("ISO/TS16949-2002", "IATF 16949:2016"),
    ("ISO/TS16949-2009", "IATF 16949:2016"),
];

/// Where these stand in the sentence, the history of a standard or a system is told.
const HISTORY: [&str; 16] = [
    "换版", "转版", "改版", "升级", "代替", "替代", "取代", "废止", "旧版", "原", "曾", "当时", "最初",
    "首次", "起，", "以来",
];

/// What the numbers begin with.
const CODES: [&str; 5] = ["GB", "ISO", "OHSAS", "T/", "DB"];

/// The numbers in a text that no standard bears, or that one bore which was replaced. No year lies after `latest`.
pub(super) fn faults(text: &str, latest: u16) -> Vec<(Range<usize>, Fault)> {
    if !CODES.iter().any(|code| text.contains(code)) {
        return Vec::new();
    }
    let bytes = text.as_bytes();
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_uppercase).map(|start| at + start) {
        let begins = start == 0 || !bytes[start - 1].is_ascii_alphanumeric();
        let end = start + extent(&text[start..]);
        if begins && let Some(fault) = fault(&text[start..end], latest) {
            let sentence = &text[around(text, &(start..end))];
            if !is_history(&fault, sentence) {
                found.push((start..end, fault));
            }
        }
        at = end.max(start + 1);
    }
    found
}

/// Whether a sentence tells of the past, where a number that was replaced is right.
fn is_history(fault: &Fault, sentence: &str) -> bool {
    matches!(fault, Fault::Withdrawn(_)) && HISTORY.iter().any(|word| sentence.contains(word))
}

/// How far letters, digits and what joins them in a number reach; a blank stands behind the code or beside a dash.
fn extent(text: &str) -> usize {
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | ':' | '：');
    let (mut end, mut before) = (0, ' ');
    for (at, c) in text.char_indices() {
        let is_part = c.is_ascii_alphanumeric() || matches!(c, '/' | '\\' | '.') || is_dash(c);
        let joins =
            before.is_ascii_alphabetic() || is_dash(before) || text[at..].trim_start().starts_with(is_dash);
        if !(is_part || c == ' ' && joins) {
            break;
        }
        (end, before) = (at + c.len_utf8(), c);
    }
    text[..end].trim_end_matches([' ', '/', '.', '-', '—', '–', ':', '：']).len()
}

fn fault(number: &str, latest: u16) -> Option<Fault> {
    let bare: String = number.chars().filter(|c| *c != ' ').map(dash).collect();
    let bare = bare.replace("--", "-");
    if !CODES.iter().any(|code| bare.starts_with(code)) {
        return None;
    }
    if let Some((_, by)) = WITHDRAWN.iter().find(|(old, _)| *old == bare) {
        return Some(Fault::Withdrawn(by));
    }
    let (head, year) = bare.rsplit_once('-')?;
    let is_numbered = head.ends_with(|c: char| c.is_ascii_digit());
    if !is_numbered || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let is_year = match year.len() {
        4 => year.parse().is_ok_and(|year: u16| (1950..=latest).contains(&year)),
        // A year of the last century, or a part.
        1 | 2 => true,
        _ => !head.starts_with("GB"),
    };
    (head.contains('\\') || !is_year).then_some(Fault::Form)
}

fn dash(c: char) -> char {
    if matches!(c, '—' | '–' | ':' | '：') { '-' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<Fault>) {
        let found = faults(text, 2026);
        assert_eq!(found.first().map(|(_, fault)| *fault), expected, "{text}: {found:?}");
    }

    #[test]
    fn numbers_no_standard_bears_are_found() {
        for text in [
            "按GB/T 19580-2102自评",
            "GB/T 19001-216",
            "GB\\T 2828.1-2012",
            "GB/T 778.1—20188",
            "T/ZZB 0123—2062",
        ] {
            check(text, Some(Fault::Form));
        }
    }

    #[test]
    fn standards_that_were_replaced_are_found() {
        check("依据GB/T 19001—2008建立质量管理体系", Some(Fault::Withdrawn("GB/T 19001-2016")));
        check("通过OHSAS 18001:2007认证", Some(Fault::Withdrawn("ISO 45001:2018")));
        check("2003年首次通过ISO 9001:2000认证", None);
        check("由GB/T 19001-2008换版为GB/T 19001-2016", None);
    }

    #[test]
    fn no_false_alarm_on_numbers_that_are_right() {
        for text in [
            "GB/T 19001-2016、GB/T 19580-2012、GB/T 2828.1-2012和GB/T 4091",
            "T/ZZB 2216—2024，Q/XY 012-2024，DB33/T 944-2021",
            "GB 3077-88钢，GB/T 398-2018",
            "ISO 9001:2015、ISO 14001、IATF 16949、ISO 45001",
            "JJF 1070-2023，AEC-Q100，XXL-200",
            "GB/T 778.1-2018/ISO 4064-1:2014",
            "按GB/T 5310-2017 16件试样",
            "GB/T 45678-2025标准文本",
            "GB50300工程，ISO 2859-1、ISO 4064-1:2014",
        ] {
            check(text, None);
        }
    }
}
