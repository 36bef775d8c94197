//! What the text claims.

use super::provable::{Provable, proven};
use crate::rules::{Claim, Context, claims};
use serde_json::Value;

/// Each claim once, where it stands first.
pub(super) fn all(context: &Context) -> Vec<Provable> {
    let mut all: Vec<Provable> = Vec::new();
    for claim in claims(context) {
        let words = words(&claim);
        if all.iter().any(|known| known.proven.words == *words) {
            continue;
        }
        all.push(Provable {
            proven: proven(&claim.path, words, &Value::Null),
            place: claim.path.in_words(context.edition),
            path: claim.path.clone(),
            kind: claim.kind,
            proved_by: claim.proved_by.to_vec(),
            is_filled: true,
            sentence: claim.sentence,
        });
    }
    all
}

/// Its name, or the clause that it stands in where the name says nothing by itself: 国内领先.
fn words(claim: &Claim) -> &str {
    let mut clauses = claim.sentence.split(['，', '；', '。']);
    let own = clauses.find(|clause| claim.kind == "先进性" && clause.contains(claim.words.as_str()));
    own.unwrap_or(&claim.words).trim()
}
