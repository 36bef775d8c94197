//! The Python that a test may use.

use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The Python to use, if it has these modules.
pub fn with(modules: &[&str]) -> Option<PathBuf> {
    let named = std::env::var_os("BIAOGAN_PYTHON").map(PathBuf::from);
    let python = named.unwrap_or_else(|| "python3".into());
    let import = format!("import {}", modules.join(", "));
    let has =
        Command::new(&python).args(["-c", &import]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    has.is_ok_and(|status| status.success()).then_some(python)
}
