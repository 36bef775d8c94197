//! The three-year data, Y001–Y021.

use super::Rule;

pub(super) const RULES: &[Rule] = &[];
