//! Times as they are stored.

use crate::draft::DraftError;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// A time as it is stored: UTC, to the millisecond, RFC 3339.
pub(in crate::draft) fn stamp(at: OffsetDateTime) -> String {
    let at = at.to_offset(time::UtcOffset::UTC).truncate_to_millisecond();
    at.format(&Rfc3339).expect("a year of four digits")
}

/// A stored time.
pub(in crate::draft) fn time(stored: &str) -> Result<OffsetDateTime, DraftError> {
    OffsetDateTime::parse(stored, &Rfc3339).map_err(|_| DraftError::damage("修改记录读不出来"))
}
