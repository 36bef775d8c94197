//! What each item of the 证实性材料 proves.

use crate::form::Evidence;
use crate::proof::{ItemProofs, Proofs, purpose};
use crate::rules::Context;

/// An item of the 证实性材料 with what it proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemProof {
    /// Its number, from 1.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// 证明内容 as it is printed.
    pub purpose: String,
    /// What it was confirmed to prove, each with where it stands: `组织概况`, `“省政府质量奖”`.
    pub proves: Vec<(String, String)>,
    /// What it was confirmed to prove and is no longer in the text or the tables.
    pub gone: Vec<String>,
}

pub(super) fn all(context: &Context, proofs: &Proofs) -> Vec<ItemProof> {
    let items = context.content.evidence.iter().zip(&proofs.items).enumerate();
    items.map(|(index, (item, own))| of(index, item, own, proofs)).collect()
}

fn of(index: usize, item: &Evidence, own: &ItemProofs, proofs: &Proofs) -> ItemProof {
    let shown = |one: &usize| {
        let one = &proofs.provable[*one];
        (one.place.clone(), one.in_words())
    };
    let gone = item.proves.iter().zip(&own.confirmed).filter(|(_, found)| found.is_none());
    ItemProof {
        number: index + 1,
        title: item.title.trim().to_owned(),
        purpose: purpose(item),
        proves: own.confirmed.iter().flatten().map(shown).collect(),
        gone: gone.map(|(proven, _)| proven.words.to_string()).collect(),
    }
}
