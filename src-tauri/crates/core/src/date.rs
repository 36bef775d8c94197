//! Calendar dates as the content stores them.
//!
//! There is no clock here: today is handed in by the caller.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_with::{DeserializeFromStr, SerializeDisplay};
use time::Month;

/// A day of the Gregorian calendar in the years 1900–2999, written `YYYY-MM-DD` (GB/T 7408.1, ISO 8601) in content and JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr)]
pub struct Date(time::Date);

/// Why a text or three numbers are no [`Date`]. Each message names the text and what to write.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not four, two and two digits joined by `-`.
    #[error("日期“{0}”应写作 2026-05-08 这样的形式")]
    Form(String),
    /// The calendar has no such day.
    #[error("日期“{0}”不存在，请核对月份和日子")]
    Day(String),
    /// Surely a slip of the pen.
    #[error("日期“{0}”的年份应在 1900 至 2999 之间")]
    Year(String),
}

impl Date {
    /// The day of these three numbers.
    ///
    /// # Errors
    /// [`DateError::Year`] outside 1900–2999, [`DateError::Day`] if there is no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Date, DateError> {
        let text = || format!("{year:04}-{month:02}-{day:02}");
        let month = Month::try_from(month).map_err(|_| DateError::Day(text()))?;
        time::Date::from_calendar_date(year, month, day).map_err(|_| DateError::Day(text()))?.try_into()
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
        self.0.month().into()
    }

    /// The day of the month, 1–31.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// As the documents print it, without leading zeros: `2026年5月8日`.
    pub fn chinese(self) -> String {
        format!("{}年{}月{}日", self.year(), self.month(), self.day())
    }

    /// Days from this date to `other`; negative if `other` is earlier.
    pub fn days_until(self, other: Date) -> i64 {
        i64::from(other.0.to_julian_day()) - i64::from(self.0.to_julian_day())
    }

    /// The date so many days later, or earlier if negative; `None` outside 1900–2999.
    pub fn plus_days(self, days: i64) -> Option<Date> {
        let moved = self.0.checked_add(time::Duration::new(days.checked_mul(86_400)?, 0))?;
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

impl TryFrom<time::Date> for Date {
    type Error = DateError;

    fn try_from(date: time::Date) -> Result<Date, DateError> {
        if (1900..=2999).contains(&date.year()) {
            Ok(Date(date))
        } else {
            Err(DateError::Year(date.to_string()))
        }
    }
}

impl From<Date> for time::Date {
    fn from(date: Date) -> time::Date {
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
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn check_error(text: &str, expected: &str) {
        assert_eq!(Date::parse(text).unwrap_err().to_string(), expected);
    }

    #[test]
    fn another_form_is_refused_with_the_right_one() {
        check_error("2026/5/8", "日期“2026/5/8”应写作 2026-05-08 这样的形式");
        for text in [
            "",
            "2026-5-8",
            " 2026-05-08",
            "2026-05-08 ",
            "２０２６-05-08",
            "+026-05-08",
            "2026-05-0８",
            "20260508",
            "2026年5月8日",
        ] {
            assert_eq!(Date::parse(text), Err(DateError::Form(text.to_owned())));
        }
    }

    #[test]
    fn a_long_text_is_cut_in_the_message() {
        check_error(&"日".repeat(1000), &format!("日期“{}…”应写作 2026-05-08 这样的形式", "日".repeat(30)));
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        check_error("2026-02-29", "日期“2026-02-29”不存在，请核对月份和日子");
        for text in ["2026-13-01", "2026-00-10", "2026-04-31", "2026-04-00"] {
            assert_eq!(Date::parse(text), Err(DateError::Day(text.to_owned())));
        }
        assert_eq!(date("2028-02-29").day(), 29);
    }

    #[test]
    fn years_outside_1900_to_2999_are_refused() {
        check_error("0206-05-08", "日期“0206-05-08”的年份应在 1900 至 2999 之间");
        assert_eq!(Date::parse("1899-12-31"), Err(DateError::Year("1899-12-31".to_owned())));
        assert!(matches!(Date::new(3000, 1, 1), Err(DateError::Year(_))));
        assert!(Date::new(i32::MIN, 1, 1).is_err() && Date::new(i32::MAX, 1, 1).is_err());
    }

    #[test]
    fn print_form_has_no_leading_zeros() {
        assert_eq!(date("2026-05-08").chinese(), "2026年5月8日");
        assert_eq!(date("2026-12-31").chinese(), "2026年12月31日");
    }

    #[test]
    fn days_are_counted_both_ways() {
        assert_eq!(date("2026-05-08").days_until(date("2026-05-20")), 12);
        assert_eq!(date("2026-05-20").days_until(date("2026-05-08")), -12);
        assert_eq!(date("2028-02-28").plus_days(2), Some(date("2028-03-01")));
        assert_eq!(date("2999-12-31").plus_days(1), None);
        assert_eq!(date("1900-01-01").plus_days(i64::MIN), None);
    }

    #[test]
    fn json_is_the_string() {
        let json = serde_json::to_string(&date("2026-05-08")).unwrap();
        assert_eq!(json, r#""2026-05-08""#);
        assert_eq!(serde_json::from_str::<Date>(&json).unwrap(), date("2026-05-08"));
        let error = serde_json::from_str::<Date>(r#""2026/5/8""#).unwrap_err().to_string();
        assert!(error.contains("应写作 2026-05-08"), "{error}");
    }

    #[test]
    fn the_schema_is_a_string_with_a_pattern() {
        let schema = serde_json::to_value(schemars::schema_for!(Date)).unwrap();
        assert_eq!(schema["type"], "string");
        assert!(schema["pattern"].as_str().unwrap().starts_with('^'));
    }

    fn dates() -> impl Strategy<Value = Date> {
        let first = date("1900-01-01");
        (0..=first.days_until(date("2999-12-31"))).prop_map(move |days| first.plus_days(days).unwrap())
    }

    proptest! {
        #[test]
        fn every_date_is_read_back_and_ordered_as_its_text(a in dates(), b in dates()) {
            prop_assert_eq!(Date::parse(&a.to_string()), Ok(a));
            prop_assert_eq!(Date::new(a.year(), a.month(), a.day()), Ok(a));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
            prop_assert_eq!(a.plus_days(a.days_until(b)), Some(b));
        }

        #[test]
        fn any_text_is_read_without_panic(text in prop_oneof!["[0-9]{4}-[0-9]{2}-[0-9]{2}", any::<String>()], days in any::<i64>()) {
            if let Ok(date) = Date::parse(&text) {
                prop_assert_eq!(date.to_string(), text);
                let _ = date.plus_days(days);
            }
        }
    }
}
