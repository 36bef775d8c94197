//! What the text says of a change, computed from the figures beside it or in the tables.

mod amount;
mod between;
mod since;

pub(super) use between::BETWEEN;
pub(super) use since::SINCE;
