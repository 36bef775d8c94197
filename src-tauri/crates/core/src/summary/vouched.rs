//! What a person has given a word for: the qualification, seals, warnings that stand with a reason.

use crate::form::Evidence;
use crate::rules::{Context, Finding};
use crate::text::quoted;

/// Who fills in the application, where no name is asked for.
const APPLICANT: &str = "填报人";

/// A person's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vouched {
    /// What for, with the reason where one was given.
    pub what: String,
    /// Who gave it.
    pub by: String,
    /// The day, `2026-05-06`; empty where none is noted.
    pub on: String,
}

pub(super) fn all(context: &Context, findings: &[Finding]) -> Vec<Vouched> {
    let mut all = conditions(context);
    all.extend(seals(context));
    let stands = findings.iter().filter_map(|finding| {
        let answer = finding.acknowledged.as_ref()?;
        let place = finding.path.in_words(context.edition);
        let (rule, message, reason) = (finding.rule, &finding.message, &answer.reason);
        let what = format!("已核对 {rule}（{place}）：{message}\n理由：{reason}");
        Some(Vouched { what, by: APPLICANT.into(), on: answer.on.clone() })
    });
    all.extend(stands);
    all
}

fn conditions(context: &Context) -> Vec<Vouched> {
    let given = context.edition.qualification.conditions.iter().filter_map(|condition| {
        let answer = context.content.confirmations.get(&condition.rule)?;
        let on = answer.confirmed_on?.to_string();
        let stale = if context.facts.outdated_answers.contains(&condition.rule) {
            "（之后有改动，须再次确认）"
        } else {
            ""
        };
        let by = if answer.by.is_blank() { "未写姓名" } else { answer.by.trim() };
        Some(Vouched { what: format!("{}{stale}", condition.text), by: by.into(), on })
    });
    given.collect()
}

fn seals(context: &Context) -> Vec<Vouched> {
    let sealed = context.content.evidence.iter().filter(|item| item.sealed == Some(true));
    let word = |item: &Evidence| Vouched {
        what: format!("{}已加盖财务公章", quoted(&item.title)),
        by: APPLICANT.into(),
        on: String::new(),
    };
    sealed.map(word).collect()
}
