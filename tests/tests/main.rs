//! The end-to-end tests, one program: a module a subject. `cargo test -p end-to-end --test all export::` runs one of
//! them.

mod changes;
mod command_line;
mod corpus;
mod count;
mod crash;
#[cfg(target_os = "linux")]
mod desktop;
#[cfg(target_os = "linux")]
mod durability;
mod edition;
#[cfg(target_os = "linux")]
mod editor;
mod editor_documents;
mod empty;
mod export;
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod failing_writes;
mod faults;
mod fields;
mod format;
#[cfg(target_os = "linux")]
mod greedy;
mod import;
#[cfg(target_os = "linux")]
mod main_path;
#[cfg(target_os = "linux")]
mod no_locks;
mod next_year;
mod odd;
mod paper;
mod prose;
mod reviewer;
mod roll;
#[cfg(target_os = "linux")]
mod screens;
mod settle;
mod sound;
mod structure;
mod texts;
mod types;
#[cfg(target_os = "linux")]
mod window;
mod workbook;
