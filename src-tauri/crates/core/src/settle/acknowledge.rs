//! Warnings that were looked at and stand (已核对).

use super::Which;
use super::checked::facts;
use crate::date::Date;
use crate::draft::{Draft, DraftError, Operation};
use crate::edition::Edition;
use crate::form::{Acknowledgement, Content};
use crate::rules::{Context, Finding, Footing, Footings, check_in};
use chrono::{DateTime, Utc};

/// Lets warnings and hints stand with a reason, as one step; gives how many. Errors and confirmations cannot, and
/// those that stand already get the new reason.
///
/// `today` is the day it is, `at` the present time.
pub fn acknowledge(
    draft: &mut Draft,
    edition: &Edition,
    which: &Which,
    reason: &str,
    today: Date,
    at: DateTime<Utc>,
) -> Result<usize, DraftError> {
    let content = draft.content()?;
    let facts = facts(draft, &content, edition, today)?;
    let context = Context::new(&content, edition, &facts);
    let found = check_in(&context);
    let meant = found.iter().filter(|finding| finding.can_be_acknowledged() && which.means(finding));
    let mut footings = Footings::new(&context);
    let answers: Vec<Acknowledgement> =
        meant.map(|finding| answer(finding, footings.of(finding), reason, today)).collect();
    let count = answers.len();
    if count > 0 {
        draft.change(Operation::Acknowledge, at, |present| {
            answers.into_iter().for_each(|answer| keep(present, answer));
        })?;
    }
    Ok(count)
}

/// Has a warning asked again; says whether there was an answer of this key.
pub fn take_back(draft: &mut Draft, key: &str, at: DateTime<Utc>) -> Result<bool, DraftError> {
    draft.change(Operation::Acknowledge, at, |present| present.acknowledged.remove(key).is_some())
}

fn answer(finding: &Finding, footing: Footing, reason: &str, today: Date) -> Acknowledgement {
    let Footing { place, rests_on } = footing;
    let (rule, rests_on, reason) = (finding.rule.into(), rests_on.into(), reason.trim().into());
    Acknowledgement { rule, place, rests_on, reason, on: Some(today) }
}

/// In the place of an answer to the same, else under a key that is free: `Y005-1`.
fn keep(content: &mut Content, answer: Acknowledgement) {
    let all = &mut content.acknowledged;
    let is_same = |other: &Acknowledgement| {
        (&other.rule, &other.place, &other.rests_on) == (&answer.rule, &answer.place, &answer.rests_on)
    };
    let same = all.iter().find(|(_, other)| is_same(other)).map(|(key, _)| key.clone());
    let free = || {
        let mut keys = (1..).map(|number| format!("{}-{number}", answer.rule));
        keys.find(|key| !all.contains_key(key)).unwrap_or_default()
    };
    let key = same.unwrap_or_else(free);
    all.insert(key, answer);
}
