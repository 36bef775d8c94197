//! Two things at the same time: hashing a package takes as long as copying it, and so does waiting for the disk.

use std::panic::resume_unwind;
use std::thread;

/// What two pieces of work give. The first is done by a thread of its own where there is one to be had.
pub(in crate::package) fn both<A: Send, B>(aside: impl Fn() -> A + Sync, here: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let thread = thread::Builder::new().spawn_scoped(scope, &aside);
        let done = here();
        let aside = match thread {
            Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(_) => aside(),
        };
        (aside, done)
    })
}
