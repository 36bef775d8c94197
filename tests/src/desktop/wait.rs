//! Waiting for what the program is about to do.

use std::time::{Duration, Instant};

/// How long anything is waited for. Two programs may share two cores that draw without a graphics card.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// How long between two looks.
pub(super) const PAUSE: Duration = Duration::from_millis(15);

/// Looks until there is something; panics with what was waited for.
#[track_caller]
pub(super) fn until<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    match tried(look) {
        Some(found) => found,
        None => panic!("waited {} s in vain: {what}", PATIENCE.as_secs()),
    }
}

/// Looks until there is something or patience ends.
pub(super) fn tried<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return Some(found);
        }
        if Instant::now() > deadline {
            return None;
        }
        std::thread::sleep(PAUSE);
    }
}
