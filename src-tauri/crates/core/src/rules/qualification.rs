//! The qualification (征集条件, 办法第八条), Q001–Q007.

use super::Rule;

pub(super) const RULES: &[Rule] = &[];
