//! The way of an application through the program, from a new draft to the package, as its user goes it: real keys and clicks in
//! the window, and the draft file read by the core to see what came of them.
#![cfg(target_os = "linux")]

use end_to_end::stage;

#[path = "main_path/create.rs"]
mod create;
#[path = "main_path/evidence.rs"]
mod evidence;
#[path = "main_path/export.rs"]
mod export;
#[path = "main_path/keeping.rs"]
mod keeping;
#[path = "main_path/keyboard/mod.rs"]
mod keyboard;
#[path = "main_path/looking_back.rs"]
mod looking_back;
#[path = "main_path/opening.rs"]
mod opening;
#[path = "main_path/package.rs"]
mod package;
#[path = "main_path/rolling.rs"]
mod rolling;
#[path = "main_path/story/mod.rs"]
mod story;
#[path = "main_path/two_windows.rs"]
mod two_windows;
