//! What a notice says, beside the edition before it.

use super::item::ReadItem;
use super::line::Line;
use super::reader::Reader;
use super::whole::{self, Whole};
use crate::edition::Edition;
use serde_json::{Value, json};
use thiserror::Error;

/// Why a text is no notice.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoticeError {
    /// No year of a call stands in it.
    #[error(
        "没有找到申报年度（如“2027年质量标杆典型经验申报书”），请确认这是质量标杆征集通知的全文，含附件1、附件2"
    )]
    NoYear,
    /// It is the notice of an earlier year than the edition it is compared with.
    #[error("这是{found}年的通知，早于用来对照的{base}年")]
    Earlier {
        /// Its year.
        found: u16,
        /// The edition's.
        base: u16,
    },
}

/// A notice that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The year of the call.
    pub year: u16,
    /// All that was looked for.
    pub items: Vec<ReadItem>,
    /// What the edition file says: what differs from the edition it is based on.
    pub file: Value,
}

/// The year of the call that a notice is of.
pub fn year_of(lines: &[Line]) -> Result<u16, NoticeError> {
    whole::year_of(lines).ok_or(NoticeError::NoYear)
}

/// Reads a notice beside the edition `base`, which is the one before it, or of the same year.
///
/// # Errors
/// See [`NoticeError`].
pub fn read_notice(lines: Vec<Line>, base: &Edition) -> Result<Reading, NoticeError> {
    let whole = Whole::of(lines).ok_or(NoticeError::NoYear)?;
    if whole.year < base.year {
        return Err(NoticeError::Earlier { found: whole.year, base: base.year });
    }
    let mut reader = Reader { whole: &whole, base, items: Vec::new(), file: own(&whole, base) };
    reader.call();
    reader.addresses();
    reader.limits();
    reader.texts();
    reader.rows();
    reader.new_tables();
    let Reader { items, file, .. } = reader;
    Ok(Reading { year: whole.year, items, file })
}

/// What every edition file says of itself.
fn own(whole: &Whole, base: &Edition) -> Value {
    json!({ "id": whole.year.to_string(), "based_on": base.id, "year": whole.year })
}
