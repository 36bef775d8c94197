//! Rows that the new form comes with and the old one did not.

use super::rolling::Rolling;
use crate::form::{Content, Indicator, Path};

/// Why they are reported.
const NEW: &str = "是新一年申报表增加的项目，请填写";

impl Rolling<'_> {
    /// A row that the old form had and the user took out stays out.
    pub(super) fn rows(&mut self) {
        let Content { benefits, social, brand, .. } = Content::empty(self.to);
        let before = Content::empty(self.from);
        for row in benefits {
            let known = |rows: &[Indicator]| rows.iter().any(|other| other.known_by() == row.known_by());
            if !known(&before.benefits) && !known(&self.content.benefits) {
                self.tell(Path::root("benefits").index(self.content.benefits.len()), &*row.name, NEW);
                self.content.benefits.push(row);
            }
        }
        for (key, new, before) in [("social", social, before.social), ("brand", brand, before.brand)] {
            for row in new {
                let rows = if key == "social" { &mut self.content.social } else { &mut self.content.brand };
                if before.iter().chain(rows.iter()).any(|other| other.known_by() == row.known_by()) {
                    continue;
                }
                let (path, item) = (Path::root(key).index(rows.len()), row.item.to_string());
                rows.push(row);
                self.tell(path, item, NEW);
            }
        }
    }
}
