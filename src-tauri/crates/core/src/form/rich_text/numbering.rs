//! The numbers that figures, charts and tables bear (图表按类别统一编号), and those of the 证实性材料.

use super::walk::CaptionedKind;
use crate::edition::{Edition, ExperienceLabels};
use crate::form::evidence::Evidence;
use crate::form::experience::Experience;
use crate::form::text::Text;
use std::collections::HashMap;
use std::fmt::Write;

/// The number of each figure, chart and table of the 典型经验, through all its sections, and of each item of the
/// 证实性材料.
///
/// Figures and charts are numbered together, tables by themselves, items as they are printed, all from 1. Of several
/// with the same id the first is meant, what stands in the text before an item; one without id has a number all the
/// same, but nothing can refer to it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Numbers<'a>(HashMap<&'a Text, Numbered>);

/// What a cross reference points to, with its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Numbered {
    /// A figure, chart or table.
    Captioned(CaptionedKind, usize),
    /// An item of the 证实性材料.
    Evidence(usize),
}

impl CaptionedKind {
    /// 图 or 表.
    pub fn label(self, labels: &ExperienceLabels) -> &str {
        match self {
            CaptionedKind::Figure => &labels.figure,
            CaptionedKind::Table => &labels.table,
        }
    }
}

impl Numbered {
    /// What a cross reference prints: 图3, 表2, 证实性材料第3项.
    pub fn printed(self, edition: &Edition) -> String {
        let mut printed = String::new();
        self.print(edition, &mut printed);
        printed
    }

    /// The same, at the end of a text.
    pub(super) fn print(self, edition: &Edition, into: &mut String) {
        let written = match self {
            Numbered::Captioned(kind, number) => {
                write!(into, "{}{number}", kind.label(&edition.experience))
            }
            Numbered::Evidence(number) => write!(into, "{}第{number}项", edition.evidence.title),
        };
        written.expect("writing to a String cannot fail");
    }
}

impl<'a> Numbers<'a> {
    /// Numbers everything from the first section to the last, and then the items.
    pub fn of(experience: &'a Experience, evidence: &'a [Evidence]) -> Numbers<'a> {
        let mut last = HashMap::new();
        let mut numbers = HashMap::new();
        for captioned in experience.sections().flat_map(|(_, text)| text.captioned()) {
            let number = last.entry(captioned.kind).or_insert(0);
            *number += 1;
            if !captioned.id.is_empty() {
                numbers.entry(captioned.id).or_insert(Numbered::Captioned(captioned.kind, *number));
            }
        }
        for (index, item) in evidence.iter().enumerate().filter(|(_, item)| !item.id.is_empty()) {
            numbers.entry(&item.id).or_insert(Numbered::Evidence(index + 1));
        }
        Numbers(numbers)
    }

    /// What a cross reference to this id points to, if there is something of that id.
    pub fn get(&self, id: &Text) -> Option<Numbered> {
        self.0.get(id).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;
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
        let numbers = Numbers::of(&experience, &[]);
        let captioned = |kind, number| Some(Numbered::Captioned(kind, number));
        assert_eq!(numbers.get(&"f1".into()), captioned(CaptionedKind::Figure, 1));
        assert_eq!(numbers.get(&"f2".into()), captioned(CaptionedKind::Figure, 4));
        assert_eq!(numbers.get(&"t2".into()), captioned(CaptionedKind::Table, 2));
        assert_eq!(numbers.get(&"".into()), None);
    }

    #[test]
    fn an_item_of_the_evidence_has_the_number_it_is_printed_with() {
        let items: Vec<Evidence> =
            ["e7", "", "f1", "e2"].map(|id| Evidence { id: id.into(), ..Evidence::default() }).into();
        let experience =
            Experience { process: RichText { blocks: vec![figure("f1")] }, ..Experience::default() };
        let numbers = Numbers::of(&experience, &items);
        let editions = Editions::built_in();
        let printed = |id: &str| numbers.get(&id.into()).map(|one| one.printed(editions.latest()));
        assert_eq!(printed("e2").as_deref(), Some("证实性材料第4项"));
        assert_eq!(printed("f1").as_deref(), Some("图1"), "what stands in the text is meant first");
        assert_eq!(printed(""), None);
    }
}
