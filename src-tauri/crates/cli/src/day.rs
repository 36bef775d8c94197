//! The day a command takes for today.

use biaogan::date::Date;
use chrono::Local;

/// The day given, or today where the user is.
pub fn day(given: Option<Date>) -> Date {
    given.unwrap_or_else(|| {
        Date::try_from(Local::now().date_naive()).expect("the clock shows a year between 1900 and 2999")
    })
}
