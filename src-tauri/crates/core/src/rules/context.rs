//! What the rules look at, with what several of them need read once.

use super::facts::Facts;
use super::figures::{Figure, figures};
use super::finding::Severity;
use super::indicator::is_printed;
use super::passages::{Passage, PassageKind, passages};
use super::series::{YearSeries, year_series};
use crate::edition::Edition;
use crate::form::rich_text::{Numbers, SectionCount};
use crate::form::{Content, Indicator, Section, Track};
use std::cell::OnceCell;

/// The content under check, the edition it is written for, and the facts.
pub struct Context<'a> {
    /// What the user filled in.
    pub content: &'a Content,
    /// The notice it answers.
    pub edition: &'a Edition,
    /// What the rules may not fetch.
    pub facts: &'a Facts,
    passages: OnceCell<Vec<Passage>>,
    figures: OnceCell<Vec<Vec<Figure>>>,
    series: OnceCell<Vec<YearSeries<'a>>>,
    counts: OnceCell<[SectionCount; 4]>,
}

impl<'a> Context<'a> {
    /// Looks at this content.
    pub fn new(content: &'a Content, edition: &'a Edition, facts: &'a Facts) -> Context<'a> {
        Context {
            content,
            edition,
            facts,
            passages: OnceCell::new(),
            figures: OnceCell::new(),
            series: OnceCell::new(),
            counts: OnceCell::new(),
        }
    }

    /// The 典型经验 as plain texts from top to bottom: headings, paragraphs, list items, table cells, captions.
    pub fn passages(&self) -> &[Passage] {
        self.passages.get_or_init(|| passages(&self.content.experience))
    }

    /// The plain texts of one section.
    pub fn passages_of(&self, section: Section) -> impl Iterator<Item = &Passage> {
        self.passages().iter().filter(move |passage| passage.section == section)
    }

    /// The passages of running text with the numbers in them, headings, captions and tables aside.
    pub(super) fn prose(&self) -> impl Iterator<Item = (&Passage, &[Figure])> {
        let is_prose =
            |passage: &&Passage| matches!(passage.kind, PassageKind::Paragraph | PassageKind::ListItem);
        let all = || self.passages().iter().filter(is_prose);
        let read = self.figures.get_or_init(|| all().map(|passage| figures(&passage.text)).collect());
        all().zip(read.iter().map(Vec::as_slice))
    }

    /// The 字数 of the four sections.
    pub(super) fn counts(&self) -> &[SectionCount; 4] {
        self.counts.get_or_init(|| {
            let Content { experience, evidence, .. } = self.content;
            let numbers = Numbers::of(experience, evidence);
            Section::ALL.map(|section| SectionCount::of(experience.section(section), &numbers, self.edition))
        })
    }

    /// The number series of the three-year tables.
    pub fn series(&self) -> &[YearSeries<'a>] {
        self.series.get_or_init(|| year_series(self.content, self.edition))
    }

    /// A row that the form of the edition comes with, with its index, while it still measures what is printed.
    ///
    /// By its key or, where it was typed anew, its name. A row that was replaced keeps the key and is none.
    pub fn indicator(&self, key: &str) -> Option<(usize, &'a Indicator)> {
        let printed = self.edition.application.benefits.rows.iter().find(|printed| printed.key == key)?;
        let rows = || self.content.benefits.iter().enumerate();
        let own = rows().find(|(_, row)| row.key == key).filter(|(_, row)| is_printed(row, printed));
        own.or_else(|| rows().find(|(_, row)| is_printed(row, printed)))
    }

    /// The severity of a rule that says “national”: error on the national track, warning on the provincial.
    pub fn national(&self) -> Severity {
        match self.content.track {
            Track::National => Severity::Error,
            Track::Provincial => Severity::Warning,
        }
    }
}
