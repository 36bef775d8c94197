//! What a document is taken apart into.

use super::typed_number::NumberKind;
use crate::form::Section;
use crate::ooxml::read::{Block, Role};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A document taken apart.
#[derive(Debug, Default)]
pub struct Sections<'a> {
    /// What stands before the first section.
    pub before: Vec<Cow<'a, Block>>,
    /// The sections that were found, without their headings.
    pub found: BTreeMap<Section, Found<'a>>,
}

/// A section that was found.
#[derive(Debug, Default)]
pub struct Found<'a> {
    /// Its heading as it stands.
    pub heading: String,
    /// What its heading is by its style.
    pub role: Role,
    /// The number its heading bears.
    pub number: Option<NumberKind>,
    /// What stands in it. Tables that only frame the text are taken away.
    pub blocks: Vec<Cow<'a, Block>>,
}
