//! Long work that the user can call off.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// The long work under way.
#[derive(Debug, Default)]
pub struct Jobs {
    /// By the number the page gave it.
    list: Mutex<HashMap<u32, Arc<AtomicBool>>>,
    /// Told whenever work ends.
    ended: Condvar,
}

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

    /// Calls all work off and waits for it to end, so long at most.
    pub fn end(&self, patience: Duration) {
        let list = self.list();
        list.values().for_each(|cancelled| cancelled.store(true, Ordering::Relaxed));
        drop(self.ended.wait_timeout_while(list, patience, |list| !list.is_empty()));
    }

    fn list(&self) -> std::sync::MutexGuard<'_, HashMap<u32, Arc<AtomicBool>>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
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
        self.jobs.ended.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn work_that_is_called_off_is_waited_for() {
        let jobs = Jobs::default();
        thread::scope(|scope| {
            let job = jobs.begin(1);
            scope.spawn(move || {
                while job.flow().is_continue() {
                    thread::sleep(Duration::from_millis(1));
                }
            });
            jobs.end(Duration::from_secs(60));
            assert!(jobs.list().is_empty());
        });
    }

    #[test]
    fn work_that_does_not_end_is_left() {
        let jobs = Jobs::default();
        let job = jobs.begin(1);
        jobs.end(Duration::from_millis(1));
        assert!(job.flow().is_break());
    }
}
