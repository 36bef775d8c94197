//! The 证实性材料, V001–V014.

use super::Rule;

pub(super) const RULES: &[Rule] = &[];
