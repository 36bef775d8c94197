//! A text made into a file name.

use super::half_width::widen;

/// How many bytes of a name are kept, 73 Chinese characters. Linux allows a name 255 bytes and Windows as many
/// UTF-16 units; the rest is left to what is appended (`（草稿）-报送说明.html`).
const LONGEST: usize = 220;

/// What stands for a name of which nothing is left.
const FALLBACK: &str = "申报组织";

/// Makes `text` (组织名称) a file name, or the beginning of one, that Windows accepts and that still reads the
/// same.
///
/// Source: “Naming Files, Paths, and Namespaces”, Microsoft Learn. The characters `\ / : * ? " < > |` and
/// trailing dots become their full-width twins, and so does the first letter of a device name (`CON`, `NUL`,
/// `COM1`, with or without extension). Control characters, those that turn the direction of
/// writing or cannot be seen, and blanks at either end are dropped. At most 220
/// bytes are kept. Never empty: falls back to 申报组织. Idempotent.
pub fn file_name(text: &str) -> String {
    let printable: String = text.chars().filter(|c| is_seen(*c)).take(LONGEST).collect();
    let whole: String = printable.trim().chars().map(legal).collect();
    let mut kept = whole.as_str();
    loop {
        let name = finished(kept.trim_end());
        if name.len() <= LONGEST {
            return name;
        }
        kept = kept.char_indices().next_back().map_or("", |(last, _)| &kept[..last]);
    }
}

/// Whether a name may hold it. Directional and invisible characters make a name look like another one.
fn is_seen(c: char) -> bool {
    let hidden = matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}');
    !c.is_control() && !hidden
}

fn finished(name: &str) -> String {
    if name.is_empty() {
        return FALLBACK.to_owned();
    }
    if is_device_name(name) { widen_first(name) } else { widen_trailing_dots(name) }
}

fn legal(c: char) -> char {
    match c {
        '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => widen(c),
        _ => c,
    }
}

/// Whether Windows takes a file name for a device (`CON`, `nul.txt`, `COM1`): it looks only at what stands before the
/// first dot.
pub fn is_device_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_uppercase();
    match stem.as_str() {
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$" => true,
        _ => stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT")).is_some_and(is_port),
    }
}

fn is_port(number: &str) -> bool {
    matches!(number, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
}

fn widen_first(name: &str) -> String {
    let mut rest = name.chars();
    let first = rest.next().map(widen);
    first.into_iter().chain(widen_trailing_dots(rest.as_str()).chars()).collect()
}

fn widen_trailing_dots(name: &str) -> String {
    let stem = name.trim_end_matches('.');
    let dots = name[stem.len()..].chars().map(widen);
    stem.chars().chain(dots).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(input: &str, expected: &str) {
        assert_eq!(file_name(input), expected);
    }

    #[test]
    fn an_ordinary_organisation_keeps_its_name() {
        check("浙江·某某（集团）股份有限公司", "浙江·某某（集团）股份有限公司");
        check("ACME (Ningbo) Co., Ltd", "ACME (Ningbo) Co., Ltd");
    }

    #[test]
    fn illegal_characters_become_their_full_width_twins() {
        check(r#"a\b/c:d*e?f"g<h>i|j"#, "a＼b／c：d＊e？f＂g＜h＞i｜j");
    }

    #[test]
    fn control_characters_and_outer_blanks_are_dropped() {
        check("\u{3000} 甲\t乙\u{7F}丙\r\n ", "甲乙丙");
    }

    #[test]
    fn what_turns_or_hides_letters_is_dropped() {
        check("甲\u{202E}xcod.exe\u{202C}", "甲xcod.exe");
        check("\u{200B}甲\u{2066}乙\u{2069}\u{FEFF}", "甲乙");
        check("\u{200F}", FALLBACK);
    }

    #[test]
    fn trailing_dots_are_widened() {
        check("Co., Ltd.", "Co., Ltd．");
        check("..", "．．");
        check("甲. .", "甲. ．");
    }

    #[test]
    fn device_names_are_disarmed() {
        check("CON", "ＣON");
        check("nul.docx", "ｎul.docx");
        check("Com1 .", "Ｃom1 ．");
        check("LPT²", "ＬPT²");
        check("COM10", "COM10");
        check("CONSOLE", "CONSOLE");
    }

    #[test]
    fn at_most_220_bytes_are_kept() {
        check(&"质".repeat(200), &"质".repeat(73));
        check(&format!("{}. 乙", "甲".repeat(72)), &format!("{}．", "甲".repeat(72)));
    }

    #[test]
    fn nothing_falls_back_to_the_word_for_applicant() {
        check("", "申报组织");
        check(" \u{3000}\n\0", "申报组织");
    }

    proptest! {
        #[test]
        fn the_result_is_always_legal(text in any::<String>()) {
            let name = file_name(&text);
            prop_assert!(!name.is_empty() && name.chars().count() <= LONGEST);
            prop_assert!(!name.contains(['\\', '/', ':', '*', '?', '"', '<', '>', '|']));
            prop_assert!(!name.contains(char::is_control));
            prop_assert!(!name.ends_with(['.', ' ']) && !is_device_name(&name));
        }

        #[test]
        fn a_file_name_is_its_own_file_name(text in "([. a\\t:]|CON|com1|质){0,130}") {
            let name = file_name(&text);
            prop_assert_eq!(file_name(&name), name);
        }
    }
}
