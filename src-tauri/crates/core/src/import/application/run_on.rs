//! Labels that stand behind the value of another, on one line or in one cell: 联系人：张三  电话：0572-2345678.

use super::fields::Field;
use super::label::Label;
use crate::import::words::normal;
use std::iter::once;
use std::ops::Range;

/// What is longer is no line of a form; in bytes.
const LONGEST: usize = 600;
/// How many characters before a colon may be a label.
const REACH: usize = 24;

/// The value of a field without the labels behind it; these follow with values of their own.
pub(super) fn apart(first: Field, text: &str, labels: &[&Label]) -> Vec<(Field, String)> {
    let mut parts = Vec::new();
    let (mut field, mut rest) = (first, text);
    while rest.len() <= LONGEST
        && let Some((words, next)) = further(rest, labels)
    {
        parts.push((field, before(&rest[..words.start]).to_owned()));
        (field, rest) = (next, &rest[words.end..]);
    }
    parts.push((field, rest.to_owned()));
    for (_, value) in parts.iter_mut().skip(1) {
        *value = closed(value).to_owned();
    }
    parts
}

/// The first label in a text that has a gap before it and a colon behind it, and where it stands with its colon.
fn further(text: &str, labels: &[&Label]) -> Option<(Range<usize>, Field)> {
    let mut colons = text.char_indices().filter(|(_, c)| matches!(c, '：' | ':'));
    colons.find_map(|(colon, mark)| {
        let near = || text[..colon].char_indices().rev().take(REACH);
        let begins = near().filter(|(_, c)| is_gap(*c)).map(|(at, c)| at + c.len_utf8());
        let whole = once(0).filter(|_| near().count() < REACH);
        // The longest first: 推荐单位 联系人 is one label.
        let mut begins: Vec<usize> = begins.chain(whole).collect();
        begins.reverse();
        begins.into_iter().find_map(|begin| {
            let words = normal(&text[begin..colon]);
            let label = labels.iter().find(|label| label.is(&words))?;
            Some((begin..colon + mark.len_utf8(), label.field))
        })
    })
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || "（）()【】[]，,；;。|".contains(c)
}

/// A value without what parts it from the label behind it.
fn before(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || "（([【，,；;|".contains(c))
}

/// A value without the end of a bracket that opens before its label.
fn closed(text: &str) -> &str {
    let text = text.trim_end();
    let is_whole = text.matches(['（', '(']).count() >= text.matches(['）', ')']).count();
    if is_whole { text } else { text.strip_suffix(['）', ')']).unwrap_or(text) }
}
