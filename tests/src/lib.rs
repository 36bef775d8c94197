//! End-to-end tests: the program from outside.

pub mod docx;
pub mod look;
pub mod sample;
pub mod validate;
