//! What the user calls a row.

use super::{Path, PathStep, Root};
use crate::form::Content;

impl Content {
    /// What the row that a place lies in is called by its user: `资产总额`. None where it has no name, or in no row.
    pub fn row_name(&self, place: &Path) -> Option<&str> {
        let index = place.steps().find_map(|step| match step {
            PathStep::Index(index) => Some(index),
            PathStep::Key(_) => None,
        })?;
        let name: &str = match place.root_key()? {
            Root::Benefits => &self.benefits.get(index)?.name,
            Root::Social => &self.social.get(index)?.item,
            Root::Brand => &self.brand.get(index)?.item,
            Root::Competitors => &self.competitors.get(index)?.name,
            Root::Market => &self.market.products.get(index)?.name,
            Root::Evidence => &self.evidence.get(index)?.title,
            _ => return None,
        };
        Some(name.trim()).filter(|name| !name.is_empty())
    }
}
