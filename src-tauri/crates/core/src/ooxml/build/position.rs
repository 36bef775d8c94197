//! Where the lines of a paragraph stand.

use docx_rs::{AlignmentType, LineSpacing, LineSpacingType, SpecialIndentType};

/// How lines stand between the margins (17.3.1.13).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
    /// At both sides, the last line at the left.
    Both,
}

impl Alignment {
    pub(super) fn build(self) -> AlignmentType {
        match self {
            Alignment::Left => AlignmentType::Left,
            Alignment::Center => AlignmentType::Center,
            Alignment::Right => AlignmentType::Right,
            Alignment::Both => AlignmentType::Both,
        }
    }
}

/// Distance from the margins (17.3.1.12), in twips.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Indent {
    /// Of all lines, at the left.
    pub left: Option<i32>,
    /// Of all lines, at the right.
    pub right: Option<i32>,
    /// Of the first line, beyond `left`; negative where it hangs out to the left of the others.
    pub first_line: Option<i32>,
}

impl Indent {
    pub(super) fn special(self) -> Option<SpecialIndentType> {
        self.first_line.map(|twips| match twips < 0 {
            true => SpecialIndentType::Hanging(-twips),
            false => SpecialIndentType::FirstLine(twips),
        })
    }
}

/// Distance of lines and paragraphs (17.3.1.33).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spacing {
    before: Option<u32>,
    after: Option<u32>,
    line: i32,
}

impl Spacing {
    /// Single-spaced lines, nothing said of the blanks before and after.
    pub const SINGLE: Spacing = Spacing { before: None, after: None, line: 240 };

    /// The height of a line, in 240ths of a single-spaced one.
    pub fn line(self, line: i32) -> Self {
        Spacing { line, ..self }
    }

    /// The blank before the paragraph, in twips.
    pub fn before(self, twips: u32) -> Self {
        Spacing { before: Some(twips), ..self }
    }

    /// The blank after the paragraph, in twips.
    pub fn after(self, twips: u32) -> Self {
        Spacing { after: Some(twips), ..self }
    }

    pub(super) fn build(self) -> LineSpacing {
        let mut spacing = LineSpacing::new().line_rule(LineSpacingType::Auto).line(self.line);
        if let Some(before) = self.before {
            spacing = spacing.before(before);
        }
        if let Some(after) = self.after {
            spacing = spacing.after(after);
        }
        spacing
    }
}
