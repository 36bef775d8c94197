//! Characters that look alike (17.3.2.25).

use super::font::Fonts;
use docx_rs::{BreakType, VertAlignType};

/// A run.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Run(pub(super) docx_rs::Run);

/// Characters above or below the line (17.3.2.42).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Small and low.
    Subscript,
    /// Small and high.
    Superscript,
}

impl Run {
    /// An empty run.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds characters; line feeds are left out.
    pub fn text(self, text: impl Into<String>) -> Self {
        Run(self.0.add_text(text))
    }

    /// Adds a tab.
    pub fn tab(self) -> Self {
        Run(self.0.add_tab())
    }

    /// Adds a line break.
    pub fn line_break(self) -> Self {
        Run(self.0.add_break(BreakType::TextWrapping))
    }

    /// In these fonts.
    pub fn fonts(self, fonts: Fonts) -> Self {
        Run(self.0.fonts(fonts.build()))
    }

    /// So many half points high.
    pub fn size(self, half_points: usize) -> Self {
        Run(self.0.size(half_points))
    }

    /// Bold.
    pub fn bold(self) -> Self {
        Run(self.0.bold())
    }

    /// Italic.
    pub fn italic(self) -> Self {
        Run(self.0.italic())
    }

    /// With a single line below.
    pub fn underline(self) -> Self {
        Run(self.0.underline("single"))
    }

    /// Of a colour, as RRGGBB in hexadecimal digits.
    pub fn color(self, rgb: &str) -> Self {
        Run(self.0.color(rgb))
    }

    /// Above or below the line.
    pub fn script(mut self, script: Script) -> Self {
        let script = match script {
            Script::Subscript => VertAlignType::SubScript,
            Script::Superscript => VertAlignType::SuperScript,
        };
        self.0.run_property = self.0.run_property.vert_align(script);
        self
    }
}
