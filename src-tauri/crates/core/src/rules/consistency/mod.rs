//! What must agree with what, C001–C007.

use super::Rule;

pub(super) const RULES: &[Rule] = &[];
