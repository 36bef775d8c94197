//! What the text claims, and which piece of evidence proves it.

use crate::form::Evidence;
use crate::rules::{Claim, Context, claims};

/// A claim of the text with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimProof {
    /// Where it stands.
    pub place: String,
    /// Its words.
    pub words: String,
    /// What it is: 荣誉, 专利, 标准, 先进性.
    pub kind: &'static str,
    /// The index of the item that proves it, if one of the right category shares its words.
    pub proof: Option<usize>,
    /// Whether there is any item of the right category.
    pub has_category: bool,
}

pub(super) fn all(context: &Context) -> Vec<ClaimProof> {
    let mut all: Vec<ClaimProof> = Vec::new();
    for claim in claims(context) {
        let words = clause(&claim);
        if all.iter().any(|known| known.words == words) {
            continue;
        }
        let items = || context.content.evidence.iter().enumerate();
        let of_kind = || items().filter(|(_, item)| claim.proved_by.contains(&item.category));
        let best = of_kind()
            .map(|(index, item)| (shared(&claim, item), index))
            .max_by_key(|(shared, index)| (*shared, std::cmp::Reverse(*index)));
        all.push(ClaimProof {
            place: claim.path.in_words(context.edition),
            proof: best.filter(|(shared, _)| *shared >= LEAST).map(|(_, index)| index),
            has_category: of_kind().next().is_some(),
            kind: claim.kind,
            words,
        });
    }
    all
}

/// The clause that a claim stands in, as far as its name says nothing by itself: 国内领先.
fn clause(claim: &Claim) -> String {
    let mut clauses = claim.sentence.split(['，', '；', '。']);
    let own = clauses.find(|clause| claim.kind == "先进性" && clause.contains(claim.words.as_str()));
    own.unwrap_or(&claim.words).trim().to_owned()
}

/// So many pairs of characters in common make it likely that an item is meant.
const LEAST: usize = 3;

/// How many pairs of neighbouring characters of the claim's sentence stand in the title or the remark of an item.
fn shared(claim: &Claim, item: &Evidence) -> usize {
    let characters: Vec<char> = claim.sentence.chars().filter(|c| c.is_alphanumeric()).collect();
    let told = format!("{}\n{}", item.title, item.note);
    let mut pairs: Vec<String> = characters.windows(2).map(|pair| pair.iter().collect()).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs.iter().filter(|pair| told.contains(pair.as_str())).count()
}
