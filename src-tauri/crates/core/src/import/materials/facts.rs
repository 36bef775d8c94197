//! The line of facts that our own document has below a heading: 发证日期, 有效期至, 涉及年度, 证明内容, 备注.

use crate::edition::Edition;
use crate::form::Evidence;
use crate::import::words::{date, normal, year};

/// Reads a line of facts into its item; tells whether it is one.
pub(super) fn read(text: &str, edition: &Edition, item: Option<&mut Evidence>) -> bool {
    let labels = &edition.evidence;
    let fields = [&labels.issued_on, &labels.expires_on, &labels.years, &labels.purpose, &labels.note];
    if !fields.iter().any(|label| normal(text).starts_with(&format!("{}:", normal(label)))) {
        return false;
    }
    let Some(item) = item else { return false };
    let mut rest = text.trim();
    for (index, label) in fields.iter().enumerate() {
        let behind = rest.strip_prefix(label.as_str()).and_then(|rest| rest.strip_prefix(['：', ':']));
        let Some(behind) = behind else { continue };
        let later = fields[index + 1..].iter();
        let next = later.filter_map(|next| behind.find(&format!("　{next}："))).min();
        let (given, more) = behind.split_at(next.unwrap_or(behind.len()));
        put(item, index, given);
        rest = more.trim_start_matches('　');
    }
    true
}

fn put(item: &mut Evidence, field: usize, given: &str) {
    match field {
        0 => item.issued_on = date(given),
        1 => item.expires_on = date(given),
        2 => item.years = given.split('、').filter_map(year).collect(),
        3 => item.purpose = given.trim().into(),
        _ => item.note = given.trim().into(),
    }
}
