//! What `EQ \o(…)` fields draw: characters over one another (带圈字符, 合并字符).

use super::symbols::{TICKED, UNTICKED};

/// Shapes that are drawn around a character.
const SHAPES: [char; 6] = ['○', '◯', '〇', '□', '△', '◇'];
/// Words that a person circles to choose them.
const CHOICES: [&str; 4] = ["是", "否", "有", "无"];
/// 一 to 十, which Unicode has in a circle from U+3280 on.
const NUMERALS: &str = "一二三四五六七八九十";

/// What a field draws; none where it is no such field. A tick is only what is one: a box or circle with a tick in it or
/// with nothing, and a circled word of a choice.
pub(super) fn overstrike(instruction: &str) -> Option<String> {
    let code = instruction.trim();
    let code = code.get(..2).filter(|word| word.eq_ignore_ascii_case("eq")).map(|_| &code[2..])?;
    if !code.to_ascii_lowercase().contains("\\o") {
        return None;
    }
    let shown = shown(code);
    let inner: String = shown.chars().filter(|c| !SHAPES.contains(c)).collect();
    let is_shaped = inner.len() < shown.len();
    let is_tick = !inner.is_empty() && inner.chars().all(|c| "√✓✔口".contains(c)) && inner != "口";
    Some(match () {
        () if is_tick => TICKED.to_string(),
        () if is_shaped => in_shape(&shown, &inner),
        () => merged(&shown),
    })
}

/// The characters without switches, brackets and commas: `\s\up 5(合)` moves them by points.
fn shown(code: &str) -> String {
    let mut shown = String::new();
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' => {
                let behind = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
                let moved = behind.trim_start_matches(|c: char| c.is_ascii_digit() || " .-".contains(c));
                rest = if moved.starts_with(['(', '\\']) { moved } else { behind };
            }
            '(' | ')' | ',' | '，' | ';' | '；' => {}
            c if c.is_whitespace() => {}
            c => shown.push(c),
        }
    }
    shown
}

fn in_shape(shown: &str, inner: &str) -> String {
    let mut letters = inner.chars();
    let circled = match (letters.next(), letters.next()) {
        _ if shown.contains(['□', '△', '◇']) => None,
        (Some(letter @ 'A'..='Z'), None) => char::from_u32('Ⓐ' as u32 + letter as u32 - 'A' as u32),
        (Some(letter @ 'a'..='z'), None) => char::from_u32('ⓐ' as u32 + letter as u32 - 'a' as u32),
        (Some(han), None) => {
            let at = NUMERALS.chars().position(|numeral| numeral == han);
            at.and_then(|at| char::from_u32('㊀' as u32 + at as u32))
        }
        _ => None,
    };
    match inner.parse::<u32>() {
        Ok(number @ 1..=20) => char::from_u32('①' as u32 + number - 1).map_or_else(String::new, String::from),
        _ if inner.is_empty() => UNTICKED.to_string(),
        _ if CHOICES.contains(&inner) => format!("{TICKED}{inner}"),
        _ if matches!(inner, "×" | "✗" | "✘") && shown.contains('□') => "☒".to_owned(),
        _ => circled.map_or_else(|| inner.to_owned(), String::from),
    }
}

/// Letters over one another: a line over a letter is one with it.
fn merged(shown: &str) -> String {
    let is_line = |c: char| matches!(c, '¯' | '‾' | '￣' | '-' | '—' | '_');
    match shown.chars().filter(|c| !is_line(*c)).collect::<String>() {
        letters if letters.chars().count() == 1 && letters.len() < shown.len() => format!("{letters}\u{304}"),
        _ => shown.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(instruction: &str, expected: Option<&str>) {
        assert_eq!(overstrike(instruction).as_deref(), expected, "{instruction}");
    }

    #[test]
    fn a_tick_is_only_what_is_one() {
        check(r" eq \o\ac(□,√)", Some("☑"));
        check(r"EQ \o(□,\s\up5(√))", Some("☑"));
        check(r"EQ \o\ac(○,√)", Some("☑"));
        check(r"EQ \o(口,√)", Some("☑"));
        check(r" eq \o\ac(○,是)", Some("☑是"));
        check(r" eq \o\ac(□,)", Some("□"));
        check(r" eq \o\ac(□,×)", Some("☒"));
    }

    #[test]
    fn circled_and_merged_characters_are_text() {
        check(r" eq \o\ac(○,3)", Some("③"));
        check(r" eq \o\ac(○,12)", Some("⑫"));
        check(r" eq \o\ac(○,A)", Some("Ⓐ"));
        check(r" eq \o\ac(○,二)", Some("㊁"));
        check(r" eq \o\ac(○,甲)", Some("甲"));
        check(r" eq \o\ac(□,A)", Some("A"));
        check(r"EQ \o(\s\up 5(合并),\s\do 2(字符))", Some("合并字符"));
        check(r"EQ \o(X,¯)", Some("X\u{304}"));
        check(r"EQ \o(\s\up5(¯),X)", Some("X\u{304}"));
        check(r"EQ \o(AB,CD)", Some("ABCD"));
    }

    #[test]
    fn other_fields_draw_nothing() {
        check(r" eq \f(1,2)", None);
        check("PAGE", None);
        check("", None);
    }
}
