//! That a final package (正式材料) was made.

use super::facts::{self, EXPORTED_ON};
use super::{Draft, DraftError};
use crate::date::Date;

impl Draft {
    /// Records the day a final package was exported, for the rules to ask after its sending. That is no revision.
    pub fn record_export(&mut self, day: Date) -> Result<(), DraftError> {
        self.write(|transaction, recent| {
            facts::record(transaction, EXPORTED_ON, &day.to_string())?;
            Ok(((), recent))
        })
    }
}
