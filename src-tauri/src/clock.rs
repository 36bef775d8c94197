//! The time, where the user is.

use biaogan::date::Date;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// Now, in local time where the system says it.
pub fn now() -> OffsetDateTime {
    OffsetDateTime::now_local().unwrap_or_else(|_| OffsetDateTime::now_utc())
}

/// Today.
pub fn today() -> Date {
    Date::try_from(now().date()).expect("the clock shows a year between 1900 and 2999")
}

/// A time as the page reads it: RFC 3339, to the second.
pub fn stamp(at: OffsetDateTime) -> String {
    at.truncate_to_second().format(&Rfc3339).expect("a year of four digits")
}
