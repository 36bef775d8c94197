//! Drafts made of this one: a copy, an earlier state, next year's.

pub(super) mod copy;
mod earlier;
mod next_year;
#[cfg(test)]
mod tests;
