//! Complex fields (17.16.18): what stands before their separate mark is code, what stands behind it is shown.

use super::styles::{switch, value};
use super::symbols::{TICKED, UNTICKED};
use crate::ooxml::xml::Element;

/// The fields that are open where the reader stands.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<Open>);

/// A field that has not ended.
#[derive(Debug)]
struct Open {
    instruction: String,
    is_code: bool,
    /// What a form field of Word 97 shows.
    form: Option<String>,
    /// The paragraph and the piece in it that its result begins with.
    result: Option<(usize, usize)>,
}

/// A field that has just ended.
#[derive(Debug)]
pub(super) struct Ended {
    pub instruction: String,
    /// What it shows though it has no result.
    pub shows: Option<String>,
    /// The paragraph and the piece in it that its result began with.
    pub result: Option<(usize, usize)>,
}

impl Fields {
    /// Whether what stands here is code and not shown.
    pub fn in_code(&self) -> bool {
        self.0.iter().any(|field| field.is_code)
    }

    /// A field begins; `mark` is its `w:fldChar`.
    pub fn begin(&mut self, mark: &Element) {
        let form = mark.child("w:ffData").and_then(form);
        self.0.push(Open { instruction: String::new(), is_code: true, form, result: None });
    }

    /// Its code ends, its result begins at this piece.
    pub fn separate(&mut self, place: (usize, usize)) {
        if let Some(field) = self.0.last_mut() {
            field.is_code = false;
            field.result = Some(place);
        }
    }

    pub fn end(&mut self) -> Option<Ended> {
        let Open { instruction, form, result, .. } = self.0.pop()?;
        let shows = form.or_else(|| overstrike(&instruction));
        Some(Ended { instruction, shows, result })
    }

    /// More of the code.
    pub fn instruct(&mut self, text: &str) {
        if let Some(field) = self.0.last_mut().filter(|field| field.is_code) {
            field.instruction.push_str(text);
        }
    }
}

/// The bookmark of a `REF name` field.
pub(super) fn referred(instruction: &str) -> Option<&str> {
    let mut words = instruction.split_whitespace();
    let is_reference = words.next()?.eq_ignore_ascii_case("REF");
    words.next().filter(|name| is_reference && !name.starts_with('\\'))
}

/// Whether a field counts figures or tables.
pub(super) fn is_sequence(instruction: &str) -> bool {
    instruction.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("SEQ"))
}

/// What a check box or a drop-down list of Word 97 shows (17.16.17).
fn form(data: &Element) -> Option<String> {
    if let Some(check_box) = data.child("w:checkBox") {
        let is_ticked = switch(check_box, "w:checked").or_else(|| switch(check_box, "w:default"));
        return Some(if is_ticked == Some(true) { TICKED } else { UNTICKED }.to_string());
    }
    let list = data.child("w:ddList")?;
    let chosen = value(list, "w:result").or_else(|| value(list, "w:default"))?.parse::<usize>().ok()?;
    let entries = list.elements().filter(|child| child.name == "w:listEntry");
    Some(entries.filter_map(|entry| entry.attribute("w:val")).nth(chosen)?.to_owned())
}

/// What `EQ \o(…)` draws (带圈字符): a tick, a circled number, or a word that is circled and so chosen.
fn overstrike(instruction: &str) -> Option<String> {
    let code = instruction.trim();
    let code = code.get(..2).filter(|word| word.eq_ignore_ascii_case("eq")).map(|_| &code[2..])?;
    if !code.to_ascii_lowercase().contains("\\o") {
        return None;
    }
    let shown: String =
        code.chars().filter(|c| !c.is_ascii_alphabetic() && !"\\(),，;； ".contains(*c)).collect();
    let shapes = ['○', '◯', '〇', '□', '△', '◇'];
    let inner = shown.trim_matches(shapes);
    // \s\up5 and the like move the letters.
    let inner = if inner.chars().any(|c| !c.is_ascii_digit()) {
        inner.trim_start_matches(|c: char| c.is_ascii_digit())
    } else {
        inner
    };
    Some(match inner.parse::<u32>() {
        Ok(number @ 1..=20) => char::from_u32('①' as u32 + number - 1)?.to_string(),
        _ if inner.chars().all(|c| "√✓✔".contains(c)) && !inner.is_empty() => TICKED.to_string(),
        _ if inner.is_empty() => UNTICKED.to_string(),
        _ => format!("{TICKED}{inner}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(instruction: &str, expected: Option<&str>) {
        assert_eq!(overstrike(instruction).as_deref(), expected, "{instruction}");
    }

    #[test]
    fn circled_characters_are_read_as_what_they_show() {
        check(r" eq \o\ac(□,√)", Some("☑"));
        check(r"EQ \o(□,\s\up5(√))", Some("☑"));
        check(r" eq \o\ac(○,3)", Some("③"));
        check(r" eq \o\ac(○,是)", Some("☑是"));
        check(r" eq \f(1,2)", None);
        check("PAGE", None);
    }
}
