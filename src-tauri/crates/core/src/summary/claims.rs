//! What the text claims and the tables say that asks for a proof, and which piece of evidence proves it.

use crate::proof::{Proofs, Provable};
use crate::rules::Context;

/// A claim of the text or a row of the tables with its proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimProof {
    /// Where it stands.
    pub place: String,
    /// Its words, as they are named: `利润总额`, `“省政府质量奖”`.
    pub words: String,
    /// What it is: 荣誉, 专利, 标准, 先进性, 数据.
    pub kind: &'static str,
    /// The indexes of the items that a person confirmed as its proof.
    pub proofs: Vec<usize>,
    /// The index of the item that seems to prove it, where nobody has confirmed one.
    pub likely: Option<usize>,
    /// Whether there is any item of the right category.
    pub has_category: bool,
}

pub(super) fn all(context: &Context, proofs: &Proofs) -> Vec<ClaimProof> {
    let evidence = &context.content.evidence;
    let offered = |index| proofs.items.iter().position(|item| item.offered.contains(&index));
    let of = |(index, one): (usize, &Provable)| {
        let confirmed: Vec<usize> = proofs.items_of(index).collect();
        let asks = one.is_claim() || (one.is_filled && !one.proved_by.is_empty());
        (asks || !confirmed.is_empty()).then(|| ClaimProof {
            place: one.place.clone(),
            words: one.in_words(),
            kind: one.kind,
            likely: if one.is_claim() { proofs.likeliest(index, evidence) } else { offered(index) }
                .filter(|_| confirmed.is_empty()),
            has_category: evidence.iter().any(|item| one.proved_by.contains(&item.category)),
            proofs: confirmed,
        })
    };
    proofs.provable.iter().enumerate().filter_map(of).collect()
}
