//! Where the application is proved (证明): which items of the 证实性材料 prove which rows of the tables and which
//! claims of the text. What is likely is offered by the words they share; what counts is what the user confirms.
//!
//! Everything is computed anew; only what was confirmed is kept, with the item.

mod claims;
mod offer;
mod provable;
mod rows;
#[cfg(test)]
mod tests;

pub use provable::Provable;

use crate::form::Evidence;
use crate::rules::Context;
use serde::Serialize;

/// What can be proved, and what each item proves.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Proofs {
    /// The claims of the text from top to bottom, then the rows of the tables.
    pub provable: Vec<Provable>,
    /// The items of the 证实性材料, in their order.
    pub items: Vec<ItemProofs>,
}

/// What an item proves, as indexes of what can be proved.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct ItemProofs {
    /// The id of the item.
    pub id: String,
    /// 证明内容 as it is printed.
    pub purpose: String,
    /// For each that was confirmed what it is; none where it is no longer in the tables or the text.
    pub confirmed: Vec<Option<usize>>,
    /// What else it is likely to prove.
    pub offered: Vec<usize>,
}

impl Proofs {
    /// Looks at an application.
    pub fn of(context: &Context) -> Proofs {
        let mut provable = claims::all(context);
        provable.extend(rows::all(context));
        let tables = rows::json(context.content);
        let confirmed: Vec<Vec<Option<usize>>> = context
            .content
            .evidence
            .iter()
            .map(|item| item.proves.iter().map(|proven| provable::find(&provable, proven, &tables)).collect())
            .collect();
        let items = context.content.evidence.iter().zip(&confirmed).map(|(item, confirmed)| ItemProofs {
            id: item.id.to_string(),
            purpose: purpose(item),
            confirmed: confirmed.clone(),
            offered: offer::offered(&provable, item, confirmed),
        });
        Proofs { items: items.collect(), provable }
    }

    /// The items that were confirmed as the proof of something, from 0.
    pub fn items_of(&self, provable: usize) -> impl Iterator<Item = usize> {
        let proves = move |item: &ItemProofs| item.confirmed.contains(&Some(provable));
        self.items.iter().enumerate().filter(move |(_, item)| proves(item)).map(|(index, _)| index)
    }

    /// The item that is the likeliest to prove a claim, from 0: nobody has said so yet.
    pub fn likeliest(&self, provable: usize, evidence: &[Evidence]) -> Option<usize> {
        offer::likeliest(&self.provable[provable], evidence)
    }
}

/// 证明内容 of an item as it is printed: its own words, or else what it was confirmed to prove.
pub fn purpose(item: &Evidence) -> String {
    /// So many are named.
    const NAMED: usize = 3;
    if !item.purpose.is_blank() {
        return item.purpose.trim().to_owned();
    }
    let words: Vec<&str> = item.proves.iter().map(|proven| proven.words.trim()).collect();
    let named = words[..words.len().min(NAMED)].join("、");
    if words.len() > NAMED { format!("{named}等{}项", words.len()) } else { named }
}
