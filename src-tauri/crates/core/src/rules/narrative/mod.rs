//! The 典型经验 (附件2), N001–N020.

use super::Rule;

pub(super) const RULES: &[Rule] = &[];
