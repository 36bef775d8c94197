//! Fonts of characters (17.3.2.26).

use docx_rs::RunFonts;

/// The fonts of a run or style, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fonts {
    /// For Latin letters, digits and complex scripts.
    pub latin: &'static str,
    /// For Chinese.
    pub east_asian: &'static str,
}

impl Fonts {
    pub(super) fn build(self) -> RunFonts {
        RunFonts::new().ascii(self.latin).hi_ansi(self.latin).cs(self.latin).east_asia(self.east_asian)
    }
}
