//! What was filled in when the scan of a signed page was put in.

use crate::draft::{Draft, DraftError};
use crate::form::{Content, Text};
use crate::summary::{PageThen, pages_signed};

impl Draft {
    /// What was filled in when the scans of the signed pages were put in, for those pages that have some.
    pub fn when_signed(&self, content: &Content) -> Result<Vec<PageThen>, DraftError> {
        let revisions = self.revisions()?;
        let mut then = Vec::new();
        for (place, (key, scans)) in
            pages_signed(content).into_iter().enumerate().filter(|(_, (_, scans))| !scans.is_empty())
        {
            // Scans are put in once and stay: the first revision that has them is found by halving.
            let (mut low, mut high) = (0, revisions.len().saturating_sub(1));
            while low < high {
                let middle = (low + high) / 2;
                let earlier = self.content_at(revisions[middle].id)?;
                if has(&earlier, place, scans) { high = middle } else { low = middle + 1 }
            }
            let Some(revision) = revisions.get(high) else { continue };
            let on = revision.at.format("%Y年%-m月%-d日").to_string();
            then.push(PageThen { key, on, content: self.content_at(revision.id)? });
        }
        Ok(then)
    }
}

fn has(content: &Content, place: usize, scans: &[Text]) -> bool {
    pages_signed(content)[place].1 == scans
}
