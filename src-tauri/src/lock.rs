//! Taking a lock whatever became of whoever held it.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// A panic elsewhere is no reason to panic here: what is on the disk is whole.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
