//! Every figure of the three-year tables that the text, the opinion or another table repeats.

use super::contradiction::contradiction;
use super::sentence::{Lexicon, Statement, statements_in};
use super::text_tables;
use crate::form::Path;
use crate::rules::{Context, PassageKind};

/// That a figure of a table stands elsewhere too.
#[derive(Debug, Clone, PartialEq)]
pub struct SaidFigure {
    /// Of which series of the context.
    pub series: usize,
    /// Of which year.
    pub year: u16,
    /// What is said: `1.42%`.
    pub words: String,
    /// Where.
    pub path: Path,
    /// Whether it is what the table holds.
    pub agrees: bool,
}

/// Every figure of the three-year tables that is plainly said elsewhere.
pub fn said_figures(context: &Context) -> Vec<SaidFigure> {
    let lexicon = Lexicon::of(context);
    let opinion = &context.content.recommendation.opinion;
    let mut all = Vec::new();
    let mut add = |path: Path, said: Vec<Statement>| {
        all.extend(said.into_iter().map(|statement| SaidFigure {
            series: statement.series,
            year: statement.year,
            agrees: contradiction(context, &statement).is_none(),
            words: statement.number.typed,
            path: path.clone(),
        }));
    };
    add(Path::root("recommendation").key("opinion"), statements_in(opinion, &lexicon, context));
    for passage in context.passages() {
        if matches!(passage.kind, PassageKind::Paragraph | PassageKind::ListItem) {
            add(Path::section(passage.section), statements_in(&passage.text, &lexicon, context));
        }
    }
    for (section, said) in text_tables::said(context) {
        add(Path::section(section), said);
    }
    all
}
