//! What a test needs of the machine beyond Rust.

use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Set in CI: what is missing fails the tests instead of passing over them.
const REQUIRED: &str = "BIAOGAN_REQUIRED";

/// A test can't run because the machine lacks something; says so, and the test then returns. Fails where it is
/// required.
#[track_caller]
pub fn passed_over(what: &str, lacking: &str) {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed) + 1;
    let line = format!("passed over ({count}): {what}, for want of {lacking}");
    assert!(std::env::var_os(REQUIRED).is_none(), "{line}");
    // Not eprintln!, which a passing test keeps to itself.
    writeln!(std::io::stderr(), "{line}").unwrap_or_default();
}

/// What was found, or else a line that says what the test lacks.
#[track_caller]
pub fn or_passed_over<T>(found: Option<T>, what: &str, lacking: &str) -> Option<T> {
    if found.is_none() {
        passed_over(what, lacking);
    }
    found
}
