//! Last year's documents become this year's draft in one step.

use super::draft::import_new;
use super::error::{ImportError, named};
use super::report::Report;
use crate::edition::{Edition, Editions};
use crate::roll::{self, RollError, roll_draft};
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};

/// Makes the draft `new` for the edition `to` from the documents of an earlier year in `files`, and tells what became
/// of the documents and of last year's content. On failure nothing is left.
///
/// `editions` are those at hand, `at` is the present time.
pub fn import_rolled(
    files: &[PathBuf],
    new: &Path,
    to: &Edition,
    editions: &Editions,
    at: DateTime<Utc>,
) -> Result<(Report, roll::Report), ImportError> {
    let folder = super::draft::scratch(new)?;
    let between = folder.path().join("between.biaogan");
    let report = import_new(files, &between, editions, at)?;
    let rolled = roll_draft(&between, new, to, editions, at).map_err(|error| told(error, files))?;
    Ok((report, rolled))
}

/// The draft between has no name that the user knows.
fn told(error: RollError, files: &[PathBuf]) -> ImportError {
    match error {
        RollError::NotLater { from, to, .. } => ImportError::NotLater { files: named(files), from, to },
        RollError::Draft(error) => error.into(),
        error @ RollError::NotInstalled { .. } => ImportError::Roll(error),
    }
}
