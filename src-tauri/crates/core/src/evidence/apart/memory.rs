//! How much memory the process takes that decodes, and that it takes no more.

use crate::evidence::DECODED_LIMIT;
use cap::Cap;
use std::alloc::System;
use std::process::exit;
use std::time::Duration;
use std::{fs, thread};

/// What a process that decodes may ask for besides its file, in bytes; then it ends. The heaviest picture that is let
/// through fits in.
const BESIDES: usize = 305_000_000;
const _: () = assert!((DECODED_LIMIT as usize) < BESIDES);

/// What it may ask for with its file: a file that is nearly that large leaves little for its decoding.
const IN_ALL: usize = 318_000_000;

/// How much more it may ask for at once. It is ended by the allocator then: the last resort. Windows may show that to
/// the user as a crash, so it comes later there; what is asked for takes no memory before it is written to.
const AT_ONCE: usize = if cfg!(windows) { 1_000_000_000 } else { 15_000_000 };

/// How much of it may be in memory, the file and the program included, in bytes.
const RESIDENT: usize = 330_000_000;

/// How often it is looked at.
const TICK: Duration = Duration::from_millis(2);

/// The allocator of a program that can decode apart: it counts what is asked for.
pub type Memory = Cap<System>;

/// An allocator without a limit.
pub const fn memory() -> Memory {
    Cap::new(System, usize::MAX)
}

/// From now on this process, which decodes a file of so many bytes, ends once it takes too much.
pub(super) fn limit(memory: &'static Memory, file: usize) {
    let most = most(file);
    // It takes less yet.
    let _ = memory.set_limit(most.saturating_add(AT_ONCE));
    // Without a thread the last resort is the only one.
    let _ = thread::Builder::new().spawn(move || {
        while memory.allocated() < most && resident() < RESIDENT {
            thread::sleep(TICK);
        }
        exit(1);
    });
}

/// How much decoding a file of so many bytes may take, the file included.
fn most(file: usize) -> usize {
    BESIDES.saturating_add(file).min(IN_ALL)
}

/// How many bytes of this process are in memory (proc(5), statm); 0 on other systems: Windows' allocator keeps nothing
/// large that is freed.
fn resident() -> usize {
    const PAGE: usize = 4096;
    if !cfg!(target_os = "linux") {
        return 0;
    }
    let told = fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages = told.split_whitespace().nth(1).and_then(|pages| pages.parse::<usize>().ok());
    pages.unwrap_or_default() * PAGE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::FILE_LIMIT;

    #[test]
    fn what_is_asked_for_stays_within_what_may_be_in_memory_however_large_the_file() {
        assert_eq!(most(1_000_000), 306_000_000);
        assert_eq!(most(FILE_LIMIT as usize), IN_ALL);
        assert!(most(usize::MAX) <= IN_ALL && IN_ALL < RESIDENT);
    }
}
