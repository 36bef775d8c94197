//! Where lines and pages break, near enough for the page numbers of a table of contents.
//!
//! Word lays the documents out anew; this follows its rules for 宋体 with single spacing (1.3 times the size),
//! hanging punctuation, widows, and paragraphs kept with the next.

mod lines;
mod pages;

pub(super) use lines::{LINE_HEIGHT, is_closing, is_opening, line_count, text_width, widest_word};
pub(super) use pages::{Piece, first_pages, room_below};
