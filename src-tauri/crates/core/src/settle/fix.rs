//! Certain repairs (自动改正).

use super::{Which, findings};
use crate::date::Date;
use crate::draft::{Draft, DraftError, Operation};
use crate::edition::Edition;
use crate::rules::{Finding, repair};
use chrono::{DateTime, Utc};

/// How often it is looked for repairs at most.
const ROUNDS: usize = 4;

/// Repairs what the checks find and can repair for certain, as one step; gives what was repaired. Nothing changes
/// where nothing is.
///
/// `today` is the day it is, `at` the present time.
pub fn fix(
    draft: &mut Draft,
    edition: &Edition,
    which: &Which,
    today: Date,
    at: DateTime<Utc>,
) -> Result<Vec<Finding>, DraftError> {
    let mut content = draft.content()?;
    let mut repaired: Vec<Finding> = Vec::new();
    // What lies between the words of another repair is done after it.
    for _ in 0..ROUNDS {
        let found = findings(draft, &content, edition, today)?;
        let meant: Vec<&Finding> = found.iter().filter(|finding| is_to_be_fixed(finding, which)).collect();
        let done = repair(&mut content, &meant);
        if done.is_empty() {
            break;
        }
        repaired.extend(done.into_iter().cloned());
    }
    if !repaired.is_empty() {
        draft.change(Operation::Fix, at, |present| *present = content)?;
    }
    Ok(repaired)
}

/// What a person said stands (已核对) is repaired only where it is named.
fn is_to_be_fixed(finding: &Finding, which: &Which) -> bool {
    which.means(finding) && (finding.acknowledged.is_none() || which.id.is_some())
}
