//! Drafts made of this one: a copy, an earlier state, next year's; and what comes in from documents.

mod copy;
mod earlier;
mod for_others;
mod imported;
mod next_year;
mod rescue;
#[cfg(test)]
mod handing_on;
#[cfg(test)]
mod tests;
