//! The byte budget (字节预算) of a package: what it would take, and downscaling its pictures where that is too much.

mod alike;
mod estimate;
mod fit;
mod pictures;
mod reduction;
mod spool;
mod without_pictures;
mod workers;

pub use estimate::{Budget, budget};
pub(super) use fit::fit;
pub use reduction::{Look, Reduction};
pub(super) use spool::Pictures;
