//! Settling what the checks find: certain repairs, and warnings that were looked at and stand with a reason (已核对).
//!
//! Each is one step of the draft, with a name, that can be undone.

mod acknowledge;
mod checked;
mod fix;
#[cfg(test)]
mod tests;
mod which;

pub use acknowledge::{acknowledge, take_back};
pub use checked::findings;
pub use fix::fix;
pub use which::Which;
