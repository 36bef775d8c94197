//! The time, and the day where the user is.

use biaogan::date::Date;
use chrono::{DateTime, FixedOffset, Local, SecondsFormat, Utc};

/// Now.
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// Now, in the user's time zone, for what goes by days.
pub fn local() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}

/// Today.
pub fn today() -> Date {
    Date::try_from(local().date_naive()).expect("the clock shows a year between 1900 and 2999")
}

/// A time as the page reads it: RFC 3339, to the second.
pub fn stamp(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
