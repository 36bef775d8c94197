//! What the experts read an application by (办法第六条, 第八条), with what answers each criterion, the gaps, and the
//! applicant's own grades. Advice only: nothing here is a finding, and nothing blocks a package.

mod answers;
mod form;
mod materials;
#[cfg(test)]
mod tests;
mod text;
mod words;

pub use answers::{Answer, AnswerKind};

use crate::edition::{CriteriaGroup, Criterion};
use crate::form::Grade;
use crate::rules::Context;
use serde::Serialize;

/// The criteria with what answers them (征集标准对照).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct CriteriaCard {
    /// The groups, in the order of the notice; none where the edition gives no criteria.
    pub groups: Vec<CardGroup>,
}

/// A group of criteria.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct CardGroup {
    /// Its title: 科学性和创新性.
    pub title: String,
    /// The clause: 办法第六条（一）.
    pub clause: String,
    /// Its criteria.
    pub items: Vec<CardItem>,
}

/// A criterion with what answers it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct CardItem {
    /// What the grade is kept under: `criteria.leading.grade`.
    pub key: String,
    /// Its name: 行业引领.
    pub name: String,
    /// The words of the notice.
    pub text: String,
    /// What seems to answer it, as the program sees it.
    pub answers: Vec<Answer>,
    /// What is likely to be missing, in the user's words.
    pub gaps: Vec<String>,
    /// The applicant's own grade.
    pub grade: Option<Grade>,
    /// What the applicant has noted beside it.
    pub note: String,
}

impl CriteriaCard {
    /// Looks at an application.
    pub fn of(context: &Context) -> CriteriaCard {
        let group = |group: &CriteriaGroup| CardGroup {
            title: group.title.clone(),
            clause: group.clause.clone(),
            items: group.items.iter().map(|criterion| item(context, criterion)).collect(),
        };
        CriteriaCard { groups: context.edition.criteria.iter().map(group).collect() }
    }
}

fn item(context: &Context, criterion: &Criterion) -> CardItem {
    let mut found = answers::Found::default();
    text::look(context, criterion, &mut found);
    form::look(context, criterion, &mut found);
    materials::look(context, criterion, &mut found);
    let own = context.content.criteria.get(&criterion.key);
    CardItem {
        key: criterion.key.clone(),
        name: criterion.name.clone(),
        text: criterion.text.clone(),
        answers: found.answers,
        gaps: found.gaps,
        grade: own.and_then(|own| own.grade),
        note: own.map(|own| own.note.trim().to_owned()).unwrap_or_default(),
    }
}
