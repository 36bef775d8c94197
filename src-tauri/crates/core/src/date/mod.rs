//! Calendar dates as the content stores them.
//!
//! There is no clock here: today is handed in by the caller.

use std::borrow::Cow;
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, TimeDelta};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_with::{DeserializeFromStr, SerializeDisplay};

mod moment;

pub use moment::{moment, stamp};

/// A day of the Gregorian calendar in the years 1900–2999, in content and JSON written `YYYY-MM-DD` (ISO
/// 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr)]
pub struct Date(NaiveDate);

/// Other years are slips of the pen.
const YEARS: RangeInclusive<i32> = 1900..=2999;

/// Why a text or three numbers are no [`Date`]. Each message names the text and what to write.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not four, two and two digits joined by `-`.
    #[error("日期“{0}”应写作 2026-05-08 这样的形式")]
    Form(String),
    /// The calendar has no such day.
    #[error("日期“{0}”不存在，请核对月份和日子")]
    Day(String),
    /// A year outside 1900–2999.
    #[error("日期“{0}”的年份应在 1900 至 2999 之间")]
    Year(String),
}

impl Date {
    /// The day of these three numbers.
    ///
    /// # Errors
    /// [`DateError::Year`] outside 1900–2999, [`DateError::Day`] if there is no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Date, DateError> {
        let text = format!("{year:04}-{month:02}-{day:02}");
        if !YEARS.contains(&year) {
            return Err(DateError::Year(text));
        }
        let date = NaiveDate::from_ymd_opt(year, month.into(), day.into());
        date.map(Date).ok_or(DateError::Day(text))
    }

    /// Reads `YYYY-MM-DD`, strictly: ASCII digits, both zeros, nothing around.
    ///
    /// # Errors
    /// [`DateError::Form`] for any other form, and those of [`Date::new`].
    pub fn parse(text: &str) -> Result<Date, DateError> {
        let (year, month, day) = fields(text).ok_or_else(|| DateError::Form(shortened(text)))?;
        Date::new(year, month, day)
    }

    /// The year, 1900–2999.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1–12.
    pub fn month(self) -> u8 {
        self.0.month() as u8
    }

    /// The day of the month, 1–31.
    pub fn day(self) -> u8 {
        self.0.day() as u8
    }

    /// As the documents print it, without leading zeros: `2026年5月8日`.
    pub fn chinese(self) -> String {
        format!("{}年{}月{}日", self.year(), self.month(), self.day())
    }

    /// Days from this date to `other`; negative if `other` is earlier.
    pub fn days_until(self, other: Date) -> i64 {
        (other.0 - self.0).num_days()
    }

    /// The same day of another year; `None` outside 1900–2999 and for 29 February of a year that has none.
    pub fn in_year(self, year: i32) -> Option<Date> {
        Date::new(year, self.month(), self.day()).ok()
    }

    /// The date so many days later, or earlier if negative; `None` outside 1900–2999.
    pub fn plus_days(self, days: i64) -> Option<Date> {
        let moved = self.0.checked_add_signed(TimeDelta::try_days(days)?)?;
        moved.try_into().ok()
    }
}

/// Year, month and day of a text in the form `YYYY-MM-DD`, whether or not there is such a day.
fn fields(text: &str) -> Option<(i32, u8, u8)> {
    let dash = |place| place == 4 || place == 7;
    let formed = |(place, byte): (usize, u8)| if dash(place) { byte == b'-' } else { byte.is_ascii_digit() };
    if text.len() != 10 || !text.bytes().enumerate().all(formed) {
        return None;
    }
    Some((text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?))
}

/// As much of a text as a message can show.
fn shortened(text: &str) -> String {
    const SHOWN: usize = 30;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = DateError;

    fn try_from(date: NaiveDate) -> Result<Date, DateError> {
        if (1900..=2999).contains(&date.year()) {
            Ok(Date(date))
        } else {
            Err(DateError::Year(date.to_string()))
        }
    }
}

impl From<Date> for NaiveDate {
    fn from(date: Date) -> NaiveDate {
        date.0
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Date, DateError> {
        Date::parse(text)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::Date").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "日期，YYYY-MM-DD",
            "type": "string",
            "pattern": "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        })
    }
}

#[cfg(test)]
mod tests;
