//! What a person has given a word for: the qualification, seals, warnings that stand with a reason.

use crate::rules::{Context, Finding};

/// A person's word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vouched {
    /// What for.
    pub what: String,
    /// Who gave it, or the reason that was given.
    pub word: String,
    /// The day, `2026-05-06`; empty where none is noted.
    pub on: String,
}

pub(super) fn all(context: &Context, findings: &[Finding]) -> Vec<Vouched> {
    let mut all = conditions(context);
    all.extend(seals(context));
    let stands = findings.iter().filter_map(|finding| {
        let answer = finding.acknowledged.as_ref()?;
        let place = finding.path.in_words(context.edition);
        let what = format!("已核对 {}（{place}）：{}", finding.rule, finding.message);
        Some(Vouched { what, word: format!("理由：{}", answer.reason), on: answer.on.clone() })
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
        Some(Vouched { what: format!("{}{stale}", condition.text), word: by.into(), on })
    });
    given.collect()
}

fn seals(context: &Context) -> Vec<Vouched> {
    let sealed = context.content.evidence.iter().filter(|item| item.sealed == Some(true));
    let word = |item: &crate::form::Evidence| Vouched {
        what: format!("“{}”已加盖财务公章", item.title.trim()),
        word: "填报人".into(),
        on: String::new(),
    };
    sealed.map(word).collect()
}
