//! Our own documents come back as they were; those of others are read or told to the last word.

mod any;
mod filled;
mod front;
mod own;
mod pictures;
