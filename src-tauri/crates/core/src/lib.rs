//! 质量标杆申报助手: everything of the program that is not a window or a command line.
//!
//! A module uses only those listed before it.

#[cfg(feature = "typescript")]
pub mod typescript;

pub mod io_error;
pub mod text;
pub mod files;
pub mod number;
pub mod date;
pub mod data_folder;
pub mod edition;
pub mod form;
pub mod rules;
pub mod proof;
pub mod criteria;
pub mod summary;
pub mod compare;
pub mod evidence;
pub mod ooxml;
pub mod documents;
pub mod draft;
pub mod package;
pub mod sections;
pub mod counting;
pub mod notice;
pub mod overview;
pub mod settle;
pub mod feedback;
pub mod xlsx;
pub mod roll;
pub mod import;
pub mod verify;
