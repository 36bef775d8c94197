//! Our own documents come back as they were.

mod any;
mod own;
mod pictures;
