//! What must agree with what, C001–C007.

mod employees;
mod name;
mod names;
mod lexicon;
mod proportions;
mod reader;
mod reading;
mod size;
mod statements;
mod statements_table;

pub use size::size_of;

use super::Rule;

pub(super) const RULES: &[Rule] = &[
    name::NAME,
    statements::STATEMENTS,
    employees::EMPLOYEES,
    proportions::PRODUCTIVITY,
    proportions::TURNOVER,
    size::SIZE,
    proportions::RATES,
];
