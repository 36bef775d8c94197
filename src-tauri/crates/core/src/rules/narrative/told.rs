//! What the text says of the applicant that asks for a proof.

use super::proof::{honours, patent, standard};
use super::superlatives::claimed;
use super::words::is_prose;
use crate::form::{EvidenceCategory, Path};
use crate::rules::Context;
use crate::rules::clauses::clauses;

/// Words that ask for a proof.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The section it stands in.
    pub path: Path,
    /// Its words.
    pub words: String,
    /// The sentence around them.
    pub sentence: String,
    /// 荣誉, 专利, 标准 or 先进性.
    pub kind: &'static str,
    /// The categories of evidence that prove it.
    pub proved_by: &'static [EvidenceCategory],
}

const AHEAD: &[EvidenceCategory] = &[EvidenceCategory::Innovation, EvidenceCategory::Honor];

/// Every honour, patent, standard and claim to be ahead that the text names, from top to bottom.
pub fn claims(context: &Context) -> Vec<Claim> {
    let mut all = Vec::new();
    for passage in context.passages().iter().filter(|passage| is_prose(passage)) {
        for sentence in clauses(&passage.text) {
            let mut add = |words: &str, kind, proved_by| {
                all.push(Claim {
                    path: Path::section(passage.section),
                    words: words.trim().to_owned(),
                    sentence: sentence.trim().to_owned(),
                    kind,
                    proved_by,
                });
            };
            honours(sentence).for_each(|(_, name)| add(name, "荣誉", &[EvidenceCategory::Honor]));
            patent(sentence).into_iter().for_each(|words| add(words, "专利", &[EvidenceCategory::Patent]));
            standard(sentence)
                .into_iter()
                .for_each(|words| add(words, "标准", &[EvidenceCategory::Innovation]));
            claimed(sentence).into_iter().for_each(|words| add(words, "先进性", AHEAD));
        }
    }
    all
}
