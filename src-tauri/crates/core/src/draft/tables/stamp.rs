//! Times as they are stored.

use crate::date::moment;
use crate::draft::DraftError;
use chrono::{DateTime, Utc};

pub(in crate::draft) use crate::date::stamp;

/// A stored time.
pub(in crate::draft) fn time(stored: &str) -> Result<DateTime<Utc>, DraftError> {
    moment(stored).ok_or_else(|| DraftError::damage("修改记录读不出来"))
}
