//! What a test of the program itself may hand in: the system's dialogs cannot be driven, and the day must be fixed.
//!
//! Only in debug builds and with the feature `driven`: the program that is delivered has `undriven.rs` in its place.

use biaogan::date::Date;
use std::fs;
use std::path::PathBuf;

/// What a test hands in; nothing outside one.
#[derive(Debug, Default)]
pub struct Automation {
    /// The day it is.
    pub today: Option<Date>,
    /// A file with the answers to the dialogs to come, one path a line.
    answers: Option<PathBuf>,
}

impl Automation {
    /// What the environment says, and only where the window is driven by a test at all.
    pub fn from_environment() -> Automation {
        let is_driven = |name| std::env::var(name).is_ok_and(|value| value == "true");
        if !is_driven("TAURI_AUTOMATION") && !is_driven("TAURI_WEBVIEW_AUTOMATION") {
            return Automation::default();
        }
        Automation {
            today: std::env::var("BIAOGAN_TODAY").ok().and_then(|day| day.parse().ok()),
            answers: std::env::var_os("BIAOGAN_DIALOG_ANSWERS").map(PathBuf::from),
        }
    }

    /// Whether a test drives the window.
    pub fn is_driving(&self) -> bool {
        self.answers.is_some()
    }

    /// The answer to the next dialog: `None` outside a test, no path where the dialog is closed without one. An empty
    /// line ends an answer of several paths.
    pub fn answer(&self) -> Option<Vec<PathBuf>> {
        let file = self.answers.as_ref()?;
        let text = fs::read_to_string(file).unwrap_or_default();
        let answer: Vec<&str> = text.lines().take_while(|line| !line.is_empty()).collect();
        let rest: Vec<&str> = text.lines().skip(answer.len() + 1).collect();
        let _ = fs::write(file, rest.iter().flat_map(|line| [*line, "\n"]).collect::<String>());
        Some(answer.into_iter().map(PathBuf::from).collect())
    }
}
