//! The form (附件1), F001–F025.

mod organization;

use super::Rule;

pub(super) const RULES: &[Rule] = &[organization::NAME];
