//! The package, P001–P005.

use super::Rule;

pub(super) const RULES: &[Rule] = &[];
