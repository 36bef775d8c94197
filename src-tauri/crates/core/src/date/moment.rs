//! Moments as drafts, backups and JSON write them.

use chrono::{DateTime, Utc};

/// A moment as text: UTC, RFC 3339, to the millisecond, without the zeros at its end: `2026-05-08T01:30:00.5Z`.
///
/// Drafts of all versions store it so.
pub fn stamp(at: DateTime<Utc>) -> String {
    let text = at.format("%Y-%m-%dT%H:%M:%S%.3f").to_string();
    format!("{}Z", text.trim_end_matches('0').trim_end_matches('.'))
}

/// The moment that such a text names; `None` if it is not RFC 3339.
pub fn moment(stamp: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(stamp).ok().map(|at| at.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(nanoseconds: u32, expected: &str) {
        let at = DateTime::from_timestamp(1_778_203_800, nanoseconds).unwrap();
        assert_eq!(stamp(at), expected);
        assert_eq!(moment(expected).unwrap().timestamp_millis(), at.timestamp_millis());
    }

    #[test]
    fn a_stamp_is_cut_to_the_millisecond_and_ends_in_no_zero() {
        check(0, "2026-05-08T01:30:00Z");
        check(500_000_000, "2026-05-08T01:30:00.5Z");
        check(120_999_999, "2026-05-08T01:30:00.12Z");
        check(7_000_000, "2026-05-08T01:30:00.007Z");
        check(999_999, "2026-05-08T01:30:00Z");
    }

    #[test]
    fn a_whole_minute_keeps_its_zeros() {
        let at = moment("2026-05-08T10:00:00+08:00").unwrap();
        assert_eq!(stamp(at), "2026-05-08T02:00:00Z");
    }

    #[test]
    fn what_is_no_time_is_none() {
        assert_eq!(moment("2026-05-08"), None);
        assert_eq!(moment(""), None);
    }
}
