//! What must agree with what, C001–C015.

mod cells;
mod change;
mod contradiction;
mod employees;
mod near_names;
mod organization_name;
mod proportions;
mod ranks;
mod replaced;
mod said;
mod sentence;
mod size;
mod statements;
mod sums;
mod subject;
mod text_tables;
mod time;

pub use said::{SaidFigure, said_figures};
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
    change::BETWEEN,
    change::SINCE,
    sums::SUM,
    time::IMPOSSIBLE,
    time::THREE_YEARS,
    ranks::RANK,
    cells::TABLES,
    cells::TEXT,
];
