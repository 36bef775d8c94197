//! The texts that the form itself brings along: they are no values, and nobody misses them.

use crate::edition::Edition;
use crate::import::words::bare;
use crate::sections::typed_number;
use serde_json::Value;
use std::collections::HashSet;

/// The fixed texts of the form, of whatever year.
pub(super) struct Known(HashSet<String>);

impl Known {
    pub fn of(edition: &Edition) -> Known {
        let mut texts = HashSet::new();
        gather(&serde_json::to_value(&edition.application).unwrap_or_default(), &mut texts);
        let more = [
            "附件",
            "附表",
            "附页",
            "续",
            "续表",
            "续上表",
            "接上表",
            "单选",
            "请勾选",
            "请打勾",
            "只选一项",
            "盖章",
            "组织名称盖章",
            "填报说明",
            "见附页",
            "公章",
            "推荐单位盖章",
        ];
        texts.extend(more.map(str::to_owned));
        Known(texts)
    }

    /// Whether a line is one of the form's own.
    pub fn is_fixed(&self, text: &str) -> bool {
        let line = bare(text);
        if line.is_empty() || self.0.contains(&line) {
            // Digits alone are no text of the form: a page number.
            return !line.is_empty() || text.trim().chars().all(|c| !c.is_alphanumeric());
        }
        let behind = typed_number(text.trim()).map(|number| bare(&text.trim()[number.end..]));
        if behind.is_some_and(|line| self.0.contains(&line)) {
            return true;
        }
        // A long note is known though a word of it was changed.
        line.chars().count() >= 20 && self.0.iter().any(|known| is_alike(&line, known))
    }
}

fn gather(value: &Value, texts: &mut HashSet<String>) {
    match value {
        Value::String(text) => {
            texts.insert(bare(text));
            // Labels that go on with an explanation stand without it too.
            if let Some((label, _)) = text.split_once('：') {
                texts.insert(bare(label));
            }
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, texts)),
        Value::Object(fields) => fields.values().for_each(|field| gather(field, texts)),
        _ => {}
    }
}

/// Whether nine of ten letters stand in both.
fn is_alike(line: &str, known: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (line.chars().collect(), known.chars().collect());
    let (long, short) = (one.len().max(other.len()), one.len().min(other.len()));
    if short * 10 < long * 9 {
        return false;
    }
    let begin = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    (begin + end) * 10 >= long * 9
}
