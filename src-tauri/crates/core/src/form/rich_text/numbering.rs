//! The numbers that figures, charts and tables bear (图表按类别统一编号).

use super::walk::CaptionedKind;
use crate::form::experience::Experience;
use crate::form::text::Text;
use std::collections::HashMap;

/// The number of each figure, chart and table of the 典型经验, through all its sections.
///
/// Figures and charts are numbered together, tables by themselves, both from 1. Of several with the same id
/// the first is meant; one without id has a number all the same, but nothing can refer to it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Numbers<'a>(HashMap<&'a Text, (CaptionedKind, usize)>);

impl<'a> Numbers<'a> {
    /// Numbers everything from the first section to the last.
    pub fn of(experience: &'a Experience) -> Numbers<'a> {
        let mut last = HashMap::new();
        let mut numbers = HashMap::new();
        for captioned in experience.sections().flat_map(|(_, text)| text.captioned()) {
            let number = last.entry(captioned.kind).or_insert(0);
            *number += 1;
            if !captioned.id.is_empty() {
                numbers.entry(captioned.id).or_insert((captioned.kind, *number));
            }
        }
        Numbers(numbers)
    }

    /// What a cross reference to this id prints, if there is something of that id.
    pub fn get(&self, id: &Text) -> Option<(CaptionedKind, usize)> {
        self.0.get(id).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::rich_text::{Block, Figure, RichText, Table};

    fn figure(id: &str) -> Block {
        Block::Figure(Figure { id: id.into(), attachment: "a1".into(), caption: "".into(), width: 80 })
    }

    fn table(id: &str) -> Block {
        Block::Table(Table { id: id.into(), caption: "".into(), rows: Vec::new() })
    }

    #[test]
    fn figures_and_tables_are_numbered_apart_and_through_all_sections() {
        let experience = Experience {
            process: RichText { blocks: vec![figure("f1"), table("t1"), figure(""), figure("f1")] },
            results: RichText { blocks: vec![figure("f2"), table("t2")] },
            ..Experience::default()
        };
        let numbers = Numbers::of(&experience);
        assert_eq!(numbers.get(&"f1".into()), Some((CaptionedKind::Figure, 1)));
        assert_eq!(numbers.get(&"f2".into()), Some((CaptionedKind::Figure, 4)));
        assert_eq!(numbers.get(&"t2".into()), Some((CaptionedKind::Table, 2)));
        assert_eq!(numbers.get(&"".into()), None);
    }
}
