//! Exact decimals from typed text.
//!
//! The content keeps every number as the text that was typed, since that is what is printed; rules and charts
//! read it here.

use rust_decimal::Decimal;

use crate::text::half_width;

/// Reads a number as it is typed into a cell: `98.50`, `-3`, `1,498.5`, `１，４９８．５％`.
///
/// Full-width digits, signs and points are understood, `−` (U+2212) as a minus, blanks around, and thousands
/// separators where they part the whole places into groups of three. A percent sign at the end is a unit and
/// changes nothing: `98.5%` is 98.5. A point needs a digit behind it, though none before. `None` for
/// everything else, and for what [`Decimal`] cannot hold exactly (over 28 decimal places, or from 2⁹⁶ without
/// its point).
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
    // Digits first and the scale after: nothing is rounded, and length needs no stack (Decimal's own parser
    // calls itself once a digit and relies on the optimiser).
    let value: i128 = digits.parse().ok()?;
    let scale = u32::try_from(fraction.len()).ok()?;
    Decimal::try_from_i128_with_scale(sign * value, scale).ok()
}

/// A number as it is shown while nobody types in it: the whole places in groups of three, everything else as typed.
pub fn grouped(typed: &str) -> String {
    let typed = typed.trim();
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let start = typed.len() - split_sign(typed).1.len();
    let whole = digits(&typed[start..]);
    // Separators of the user's own, full-width digits and the like stay as they are.
    if whole <= 3 || typed[start + whole..].starts_with([',', '，']) {
        return typed.to_owned();
    }
    let (before, after) = (&typed[..start], &typed[start + whole..]);
    let groups = typed.as_bytes()[start..start + whole].rchunks(3).rev();
    let groups: Vec<String> = groups.map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    format!("{before}{}{after}", groups.join(","))
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
pub enum NumberCell<'a> {
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

impl NumberCell<'_> {
    /// Reads a cell as it was typed. Total: every text is one of the four.
    pub fn read(typed: &str) -> NumberCell<'_> {
        let typed = typed.trim();
        if typed.is_empty() {
            return NumberCell::Empty;
        }
        not_applicable(typed)
            .or_else(|| parse(typed).map(NumberCell::Number))
            .unwrap_or(NumberCell::Other(typed))
    }
}

/// The marks for “does not apply”; one that begins with another stands before it.
const NOT_APPLICABLE: [&str; 6] = ["/", "／", "——", "—", "－", "-"];

fn not_applicable(typed: &str) -> Option<NumberCell<'_>> {
    let behind = NOT_APPLICABLE.iter().find_map(|mark| typed.strip_prefix(mark))?.trim_start();
    if behind.is_empty() {
        return Some(NumberCell::NotApplicable { reason: None });
    }
    let reason = behind.strip_prefix(['（', '('])?.strip_suffix(['）', ')'])?.trim();
    Some(NumberCell::NotApplicable { reason: Some(reason).filter(|reason| !reason.is_empty()) })
}

#[cfg(test)]
mod tests;
