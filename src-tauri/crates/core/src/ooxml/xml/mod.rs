//! A small tree of XML elements, with names as they are written (`w:p`).

mod characters;
mod element;
mod namespaces;
mod parse;
mod write;

pub use element::{Element, Node};
pub use parse::{Error, Limits, parse};
pub use write::write;

pub(super) use characters::is_allowed;
pub(super) use namespaces::declare;

#[cfg(test)]
mod tests;
