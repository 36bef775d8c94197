//! The 典型经验 (附件2), N001–N020.

mod length;
mod name;

use super::Rule;

pub(super) const RULES: &[Rule] = &[
    name::LENGTH,
    name::PATTERN,
    length::OVER,
    length::EMPTY,
    length::SHORT,
];
