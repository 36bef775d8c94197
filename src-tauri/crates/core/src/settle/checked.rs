//! What the checks find in a draft.

use crate::date::Date;
use crate::draft::{Draft, DraftError};
use crate::edition::Edition;
use crate::form::Content;
use crate::package::budget;
use crate::rules::{Facts, Finding, check};

/// What the checks find in a draft whose content is `content`, in the order of the form.
pub fn findings(
    draft: &Draft,
    content: &Content,
    edition: &Edition,
    today: Date,
) -> Result<Vec<Finding>, DraftError> {
    Ok(check(content, edition, &facts(draft, content, edition, today)?))
}

/// What the rules may know of it.
pub(super) fn facts(
    draft: &Draft,
    content: &Content,
    edition: &Edition,
    today: Date,
) -> Result<Facts, DraftError> {
    let package_bytes = Some(budget(draft, content, edition)?.expected_bytes);
    Ok(Facts { package_bytes, ..draft.facts(content, today)? })
}
