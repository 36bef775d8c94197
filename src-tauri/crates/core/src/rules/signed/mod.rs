//! The signed pages, S001–S005.

use super::Rule;

pub(super) const RULES: &[Rule] = &[];
