//! Pictures that the renderer cannot show as they are.

use super::graft::Substitutes;
use super::survey::Survey;
use crate::evidence::Refusal;
use hayro::hayro_syntax::xref::XRef;

/// The pictures of a file, as far as they were looked at.
#[derive(Default)]
pub(super) struct Pictures {}

impl Pictures {
    /// What stands for pictures of a page that the renderer cannot show.
    pub fn put_right(&self, _source: &XRef, _survey: &Survey) -> Result<Substitutes, Refusal> {
        Ok(Substitutes::new())
    }

    /// Whether a picture of a page is not whole.
    pub fn is_any_damaged(&self, _survey: &Survey) -> bool {
        false
    }
}
