//! Lists: what their items are numbered with (17.9).

use super::position::Indent;
use docx_rs::{AbstractNumbering, LevelJc, LevelOverride, LevelSuffixType, LevelText, NumberFormat, Start};

/// How the items of a list look (17.9.1).
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// Names it to [`Numbering::list`].
    pub id: usize,
    /// From the outermost.
    pub levels: Vec<Level>,
}

/// A level of a list (17.9.6). Its numbers begin at 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// How numbers are written: a value of ST_NumberFormat (17.18.59).
    pub format: &'static str,
    /// What is printed before an item; `%1` stands for the number on the outermost level.
    pub text: String,
    /// What stands between that and the item.
    pub suffix: Suffix,
    /// Where the items stand.
    pub indent: Indent,
    /// The paragraph style tied to the level.
    pub style: Option<&'static str>,
}

/// What stands between the number and the item (17.9.28).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suffix {
    /// A tab.
    Tab,
    /// A blank.
    Space,
    /// Nothing.
    Nothing,
}

/// What paragraphs and styles are numbered with (17.9.15).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbering {
    id: usize,
    list: usize,
    restarted_levels: usize,
}

impl List {
    pub(super) fn build(self) -> AbstractNumbering {
        let levels = self.levels.into_iter().enumerate().map(|(at, level)| level.build(at));
        levels.fold(AbstractNumbering::new(self.id), AbstractNumbering::add_level)
    }
}

impl Level {
    fn build(self, at: usize) -> docx_rs::Level {
        let (format, text) = (NumberFormat::new(self.format), LevelText::new(self.text));
        let level = docx_rs::Level::new(at, Start::new(1), format, text, LevelJc::new("left"))
            .suffix(match self.suffix {
                Suffix::Tab => LevelSuffixType::Tab,
                Suffix::Space => LevelSuffixType::Space,
                Suffix::Nothing => LevelSuffixType::Nothing,
            })
            .indent(self.indent.left, self.indent.special(), self.indent.right, None);
        match self.style {
            Some(style) => level.paragraph_style(style),
            None => level,
        }
    }
}

impl Numbering {
    /// Items of this id look as the list says, and count on from those of its other numberings.
    pub fn new(id: usize, list: usize) -> Self {
        Numbering { id, list, restarted_levels: 0 }
    }

    /// Counting from 1 again on so many levels from the outermost (17.9.27).
    pub fn restarted(self, levels: usize) -> Self {
        Numbering { restarted_levels: levels, ..self }
    }

    pub(super) fn build(self) -> docx_rs::Numbering {
        let restarts = (0..self.restarted_levels).map(|level| LevelOverride::new(level).start(1));
        docx_rs::Numbering::new(self.id, self.list).overrides(restarts.collect())
    }
}
