//! What must agree with what, C001–C007.

mod contradiction;
mod employees;
mod near_names;
mod organization_name;
mod proportions;
mod replaced;
mod sentence;
mod size;
mod statements;
mod text_tables;

pub use size::size_of;

use super::Rule;

pub(super) const RULES: &[Rule] = &[
    organization_name::NAME,
    statements::STATEMENTS,
    employees::EMPLOYEES,
    proportions::PRODUCTIVITY,
    proportions::TURNOVER,
    size::SIZE,
    proportions::RATES,
];
