//! The way of an application through the program, from a new draft to the package, as its user goes it: real keys and
//! clicks in the window, and the draft file read by the core to see what came of them.

use end_to_end::stage;

mod asking_again;
mod create;
mod evidence;
mod export;
mod first_hour;
mod importing;
mod keeping;
mod keyboard;
mod looking_back;
mod opening;
mod package;
mod pasting;
mod preliminary;
mod printing;
mod proving;
mod returned;
mod rolling;
mod settling;
mod story;
mod two_windows;
mod verifying;
mod workbook;
