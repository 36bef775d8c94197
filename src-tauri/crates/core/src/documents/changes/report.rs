//! What changed since a final package was made, as the 修改说明 tells it.

use crate::compare::Changes;
use crate::date::Date;

/// What a 修改说明 says.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeReport {
    /// Which 报送 it is compared with.
    pub since: i64,
    /// The day that one was made.
    pub since_day: Date,
    /// Which 报送 the present content is, or will be.
    pub number: i64,
    /// What changed.
    pub changes: Changes,
}

impl ChangeReport {
    /// How much changed, in one line.
    pub fn summary(&self) -> String {
        let since = format!("与第{}次报送（{}）相比", self.since, self.since_day.chinese());
        match self.changes.lines.len() {
            0 => format!("{since}，没有改动。"),
            count => format!("{since}，改动 {count} 处。"),
        }
    }

    /// 修改说明, with which 报送 it belongs to.
    pub fn title(&self) -> String {
        if self.number == self.since {
            "修改说明".into()
        } else {
            format!("第{}次报送修改说明", self.number)
        }
    }
}
