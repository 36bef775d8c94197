//! What an item is likely to prove, by the words it shares with the tables and the claims.

use super::provable::Provable;
use crate::form::Evidence;

/// So many pairs of characters in common make it likely that an item is meant.
const LEAST: usize = 3;

/// What an item is likely to prove and was not confirmed to, as indexes.
pub(super) fn offered(all: &[Provable], item: &Evidence, confirmed: &[Option<usize>]) -> Vec<usize> {
    let told = told(item);
    let likely = |one: &Provable| match one.is_claim() {
        true => one.proved_by.contains(&item.category) && shared(&one.sentence, &told) >= LEAST,
        false => one.is_filled && one.proved_by.contains(&item.category),
    };
    let names = |one: &Provable| !one.is_claim() && one.is_filled && is_named(one, &told);
    // A paper that names some rows proves these and not the others of its category.
    let names_some = all.iter().any(|one| names(one) && one.proved_by.contains(&item.category));
    let is_offered = |(index, one): &(usize, &Provable)| {
        let by_category = likely(one) && (one.is_claim() || !names_some || names(one));
        !confirmed.contains(&Some(*index)) && (by_category || names(one))
    };
    all.iter().enumerate().filter(is_offered).map(|(index, _)| index).collect()
}

/// The item that is the likeliest to prove a claim: of its categories, the one with the most words of it.
pub(super) fn likeliest(claim: &Provable, evidence: &[Evidence]) -> Option<usize> {
    let items = evidence.iter().enumerate().filter(|(_, item)| claim.proved_by.contains(&item.category));
    let best = items.map(|(index, item)| (shared(&claim.sentence, &told(item)), index));
    let best = best.max_by_key(|(shared, index)| (*shared, std::cmp::Reverse(*index)));
    best.filter(|(shared, _)| *shared >= LEAST).map(|(_, index)| index)
}

/// What an item says of itself.
fn told(item: &Evidence) -> String {
    format!("{}\n{}\n{}", item.title, item.purpose, item.note)
}

/// Whether an item names a row: as it is called, or of a product the product and what is measured of it.
fn is_named(row: &Provable, told: &str) -> bool {
    /// A shorter name may be a part of any word.
    const SHORTEST: usize = 3;
    let words = row.proven.words.as_str();
    let parts: Vec<&str> = words.split('的').filter(|part| part.chars().count() >= SHORTEST).collect();
    let is_whole = words.chars().count() >= SHORTEST && told.contains(words);
    is_whole || (parts.len() > 1 && parts.iter().all(|part| told.contains(part)))
}

/// How many pairs of neighbouring characters of a sentence stand in what an item says. A year in common says nothing.
fn shared(sentence: &str, told: &str) -> usize {
    let is_word = |c: &char| c.is_alphanumeric() && !c.is_ascii_digit();
    let characters: Vec<char> = sentence.chars().filter(is_word).collect();
    let mut pairs: Vec<String> = characters.windows(2).map(|pair| pair.iter().collect()).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs.iter().filter(|pair| told.contains(pair.as_str())).count()
}
