//! Long work that the user can call off.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The long work under way, by the number the page gave it.
#[derive(Debug, Default)]
pub struct Jobs(Mutex<HashMap<u32, Arc<AtomicBool>>>);

/// Work under way; no longer when this is dropped.
#[derive(Debug)]
pub struct Job<'a> {
    jobs: &'a Jobs,
    number: u32,
    cancelled: Arc<AtomicBool>,
}

impl Jobs {
    /// Begins work.
    pub fn begin(&self, number: u32) -> Job<'_> {
        let cancelled = Arc::new(AtomicBool::new(false));
        self.list().insert(number, cancelled.clone());
        Job { jobs: self, number, cancelled }
    }

    /// Calls work off; nothing happens where it has ended.
    pub fn cancel(&self, number: u32) {
        if let Some(cancelled) = self.list().get(&number) {
            cancelled.store(true, Ordering::Relaxed);
        }
    }

    fn list(&self) -> std::sync::MutexGuard<'_, HashMap<u32, Arc<AtomicBool>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Job<'_> {
    /// Whether to go on.
    pub fn flow(&self) -> ControlFlow<()> {
        if self.cancelled.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        self.jobs.list().remove(&self.number);
    }
}
