//! Drafts made of this one: a copy, an earlier state, next year's.

mod copy;
mod earlier;
mod next_year;
mod rescue;
#[cfg(test)]
mod tests;
