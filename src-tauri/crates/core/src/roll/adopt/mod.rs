//! From a preliminary edition to the notice of its year (转到正式通知), as one step that can be undone.
//!
//! No word of the application is lost: rows that the notice adds are appended, rows that it calls otherwise are renamed
//! where the user had not done so, and what it no longer offers stays and is found by the checks.

mod differences;
mod grades;
mod report;
mod rows;
#[cfg(test)]
mod tests;

pub use report::{Difference, NoticeReport, Touched};

use crate::date::Date;
use crate::draft::{Blame, Draft, DraftError, Operation};
use crate::edition::{Edition, Editions};
use crate::form::Content;
use crate::rules::{Facts, Finding, check};
use chrono::{DateTime, Utc};
use rows::Adapted;
use thiserror::Error;

/// Why a draft was not moved over. It is as it was.
#[derive(Debug, Error)]
pub enum AdoptError {
    /// It cannot be read or written.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// Its own edition is not known.
    #[error("没有安装 {0} 年度的通知，请先安装该年度的通知")]
    NotInstalled(String),
    /// It is written for a notice already.
    #[error("草稿是按 {0} 年度的正式通知填写的，不需要再转")]
    IsOfANotice(String),
    /// The notice of its year is not at hand.
    #[error("{0}年的正式通知还没有安装：通知发布后请先安装，再转到正式通知")]
    NoNotice(u16),
}

impl AdoptError {
    /// On whose side the cause lies.
    pub fn blame(&self) -> Blame {
        match self {
            AdoptError::Draft(error) => error.blame(),
            _ => Blame::Input,
        }
    }
}

/// What moving over would change. The draft is only read.
pub fn foresee(draft: &Draft, editions: &Editions, today: Date) -> Result<NoticeReport, AdoptError> {
    let content = draft.content()?;
    let facts = draft.facts(&content, today)?;
    Ok(moved(&content, editions, &facts)?.1)
}

/// Moves the draft over, and says what changed.
///
/// `today` is the day it is, `at` the present time.
pub fn adopt(
    draft: &mut Draft,
    editions: &Editions,
    today: Date,
    at: DateTime<Utc>,
) -> Result<NoticeReport, AdoptError> {
    let content = draft.content()?;
    let facts = draft.facts(&content, today)?;
    let (content, report) = moved(&content, editions, &facts)?;
    draft.change(Operation::Adopt, at, |present| *present = content)?;
    Ok(report)
}

fn moved(
    content: &Content,
    editions: &Editions,
    facts: &Facts,
) -> Result<(Content, NoticeReport), AdoptError> {
    let (from, to) = between(content, editions)?;
    let Adapted { content: after, added, lacking, units } = rows::adapted(content, from, to);
    let kept = units.into_iter().map(|unit| Touched {
        place: unit.path.named_in_words(to, &after),
        message: format!(
            "通知把单位由“{}”改为“{}”，已填的数没有换算，单位仍为“{0}”：请换算后再改单位",
            unit.own, unit.asked
        ),
        path: unit.path,
    });
    let graded = grades::touched(content, [from, to]);
    let touched = kept.chain(graded).chain(touched(content, &after, [from, to], facts)).collect();
    let differences = differences::between(from, to);
    let (notice, deadline) = (to.notice.title.clone(), to.deadline);
    let report = NoticeReport {
        from: from.id.clone(),
        to: to.id.clone(),
        notice,
        deadline,
        differences,
        added,
        lacking,
        touched,
    };
    Ok((after, report))
}

fn between<'a>(content: &Content, editions: &'a Editions) -> Result<(&'a Edition, &'a Edition), AdoptError> {
    let id = content.edition.to_string();
    let Some(from) = editions.get(&id) else { return Err(AdoptError::NotInstalled(id)) };
    if !from.preliminary {
        return Err(AdoptError::IsOfANotice(id));
    }
    editions.notice_of(from).map(|to| (from, to)).ok_or(AdoptError::NoNotice(from.year))
}

/// What the checks find by the notice and did not find before. Of findings that read alike, as many are new as there
/// are more of them.
fn touched(before: &Content, after: &Content, [from, to]: [&Edition; 2], facts: &Facts) -> Vec<Touched> {
    let mut known = check(before, from, facts);
    let mut found = check(after, to, facts);
    // First those at their own places: a row keeps its index, so that the one that is new is told where it is.
    for is_same in [is_same_there as fn(&Finding, &Finding) -> bool, is_same_elsewhere] {
        found.retain(|finding| {
            let at = known.iter().position(|other| is_same(other, finding));
            at.map(|at| known.swap_remove(at)).is_none()
        });
    }
    let told = |finding: Finding| Touched {
        place: finding.path.named_in_words(to, after),
        path: finding.path,
        message: finding.message,
    };
    found.into_iter().map(told).collect()
}

fn is_same_there(one: &Finding, other: &Finding) -> bool {
    one.path == other.path && is_same_elsewhere(one, other)
}

fn is_same_elsewhere(one: &Finding, other: &Finding) -> bool {
    one.rule == other.rule && one.message == other.message
}
