//! The checks: one registry, one rule one small piece of code.

mod facts;

pub use facts::{Facts, FileFacts, PageFacts};
