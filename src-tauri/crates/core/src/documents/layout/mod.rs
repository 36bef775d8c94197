//! Where lines and pages break, near enough for the page numbers of a table of contents.
//!
//! This follows what Word and LibreOffice have in common, with fonts of Word's metrics (`tests/pages`): single-spaced
//! lines of 宋体 1.3 times its size high, one mark that hangs over the margin, no widow and no orphan, paragraphs kept
//! with the next, of two blanks that meet the larger, and none at the top of a page. Where they differ an entry may be
//! wrong in one of them: Word breaks a line behind a hyphen or slash where LibreOffice may not, narrows two marks in a
//! row (）。) to fill a line, and gives the line of a picture the depth of its paragraph's mark, which is small.
//! LibreOffice 7 takes Latin words joined by 、 (QFD、FMEA、MSA) for one and stretches the line before them; Word and
//! WPS break behind each 、. Marking the words as Chinese would have it do so too, and part the words as well (tried
//! with 7.4).

mod lines;
mod pages;

pub(super) use lines::{LINE_HEIGHT, is_closing, is_opening, line_count, text_width, widest_word};
pub(super) use pages::{Piece, first_pages, room_below};
