//! The 证实性材料, V001–V014.

mod files;

pub(super) use files::is_attached;

use super::Rule;

pub(super) const RULES: &[Rule] = &[];
