//! The rows that come with the form.

use crate::edition::Edition;
use crate::form::{Content, Indicator, Path, Row, Text};
use crate::rules::is_named;

/// The application with the rows of a notice.
pub(super) struct Adapted {
    pub content: Content,
    /// The names of the rows that were added.
    pub added: Vec<String>,
    /// The names of the notice's rows that the draft does not have: taken out or replaced by the user, or never there,
    /// where the preliminary edition was another when the draft was begun.
    pub lacking: Vec<String>,
    /// Rows with figures whose unit the notice changes: they keep the old one, which says what was typed.
    pub units: Vec<UnitKept>,
}

/// A row of the 经济和质量效益统计表 that keeps its unit.
pub(super) struct UnitKept {
    pub path: Path,
    pub own: String,
    pub asked: String,
}

/// Rows that the notice `to` calls otherwise get their new name and unit unless the user had replaced them; rows that
/// it no longer has stay. A row that the user took out stays out.
pub(super) fn adapted(content: &Content, from: &Edition, to: &Edition) -> Adapted {
    let content = Content { edition: to.id.as_str().into(), ..content.clone() };
    let (before, after) = (Content::empty(from), Content::empty(to));
    let mut adapted = Adapted { content, added: Vec::new(), lacking: Vec::new(), units: Vec::new() };
    adapted.indicators(&before.benefits, after.benefits);
    let Adapted { content, added, lacking, .. } = &mut adapted;
    rows(&mut content.social, &before.social, after.social, added, lacking);
    rows(&mut content.brand, &before.brand, after.brand, added, lacking);
    adapted
}

impl Adapted {
    fn indicators(&mut self, before: &[Indicator], after: Vec<Indicator>) {
        for new in after {
            let old = before.iter().find(|row| row.key == new.key);
            let present = self.content.benefits.iter().position(|row| row.key == new.key);
            let name = new.name.to_string();
            match (present, old) {
                (Some(index), Some(old)) => self.follow(index, old, new),
                (None, None) => {
                    self.added.push(name.clone());
                    self.content.benefits.push(new);
                }
                _ => {}
            }
            if !self.content.benefits.iter().any(|row| is_named(row, &name)) {
                self.lacking.push(name);
            }
        }
    }

    /// Has a row of the form follow the notice in what the user left as it was.
    fn follow(&mut self, index: usize, old: &Indicator, new: Indicator) {
        let row = &mut self.content.benefits[index];
        if !is_named(row, &old.name) {
            return;
        }
        if old.name != new.name {
            row.name = new.name;
        }
        if row.better == old.better {
            row.better = new.better;
        }
        if old.unit != new.unit && row.unit == old.unit {
            self.follow_unit(index, new.unit);
        }
    }

    /// Figures keep the unit that they were given in.
    fn follow_unit(&mut self, index: usize, asked: Text) {
        let row = &mut self.content.benefits[index];
        if has_figures(row) {
            let path = Path::root("benefits").index(index).key("unit");
            self.units.push(UnitKept { path, own: row.unit.to_string(), asked: asked.to_string() });
        } else {
            row.unit = asked;
        }
    }
}

fn has_figures(row: &Indicator) -> bool {
    let others = [&row.industry_average, &row.industry_best, &row.rank];
    row.values.iter().any(|(_, value)| !value.is_blank()) || others.iter().any(|text| !text.is_blank())
}

fn rows(
    rows: &mut Vec<Row>,
    before: &[Row],
    after: Vec<Row>,
    added: &mut Vec<String>,
    lacking: &mut Vec<String>,
) {
    let known = |row: &Row, rows: &[Row]| rows.iter().any(|other| other.known_by() == row.known_by());
    for new in after {
        match (known(&new, rows), known(&new, before)) {
            (true, _) => {}
            (false, true) => lacking.push(new.item.to_string()),
            (false, false) => {
                added.push(new.item.to_string());
                rows.push(new);
            }
        }
    }
}
