//! What a test may hand in: nothing, in the program that is delivered.

use biaogan::date::Date;
use std::path::PathBuf;

/// As its namesake of the tests, which this has nothing of.
#[derive(Debug, Default)]
pub struct Automation {
    /// The machine says what day it is.
    pub today: Option<Date>,
}

impl Automation {
    /// Whatever the environment says.
    pub fn from_environment() -> Automation {
        Automation::default()
    }

    /// Nobody drives the window but its user.
    pub fn is_driving(&self) -> bool {
        false
    }

    /// The user answers the dialogs.
    pub fn answer(&self) -> Option<Vec<PathBuf>> {
        None
    }
}
