//! What an export is asked for.

use crate::date::Date;
use crate::edition::Edition;
use crate::package::Stage;
use crate::package::placing::Existing;
use crate::package::report_line::ReportLine;
use std::path::Path;

/// What is to be made of a draft.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The notice it answers.
    pub edition: &'a Edition,
    /// Whether it may be sent.
    pub stage: Stage,
    /// The day of the export.
    pub today: Date,
    /// Where the package goes.
    pub folder: &'a Path,
    /// What becomes of a package that is there already.
    pub existing: Existing,
    /// The check report, for the 报送说明.
    pub report: &'a [ReportLine],
}
