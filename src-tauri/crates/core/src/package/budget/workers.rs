//! Work on all cores whose results come in the order of the jobs.
//!
//! Not rayon: the jobs are read from one SQLite connection, memory is bounded, and the work ends when enough has come.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, available_parallelism};

/// A job and the memory it takes, in bytes.
pub(super) struct Job<J> {
    pub memory: u64,
    pub job: J,
}

/// How much may be under way at a time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub threads: usize,
    /// What the jobs under way may take together, in bytes; a single job may take more.
    pub memory: u64,
}

impl Limits {
    /// All cores, and less than 400 MB for the whole program.
    pub fn of_this_machine() -> Limits {
        Limits { threads: available_parallelism().map_or(1, usize::from), memory: 250 << 20 }
    }
}

/// Does the jobs that `next` gives; `take` gets the results in that order, however the threads run, until it breaks.
///
/// # Errors
/// The first of `next` or `take`.
pub(super) fn in_order<J: Send, R: Send, E>(
    limits: Limits,
    next: &mut dyn FnMut() -> Result<Option<Job<J>>, E>,
    work: &(dyn Fn(J) -> R + Sync),
    take: &mut dyn FnMut(R) -> Result<ControlFlow<()>, E>,
) -> Result<(), E> {
    let (jobs, queue) = channel();
    let (done, results) = channel();
    let (queue, stop) = (Mutex::new(queue), AtomicBool::new(false));
    thread::scope(|scope| {
        for _ in 0..limits.threads {
            let (done, queue, stop) = (done.clone(), &queue, &stop);
            scope.spawn(move || work_off(queue, stop, work, &done));
        }
        drop(done);
        let outcome =
            Pipeline { limits, jobs, results, under_way: BTreeMap::new(), given: 0 }.run(next, take);
        stop.store(true, Ordering::Relaxed);
        outcome
    })
}

fn work_off<J, R>(
    queue: &Mutex<Receiver<(usize, J)>>,
    stop: &AtomicBool,
    work: &(dyn Fn(J) -> R + Sync),
    done: &Sender<(usize, R)>,
) {
    loop {
        let taken = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, job)) = taken else { return };
        if stop.load(Ordering::Relaxed) || done.send((number, work(job))).is_err() {
            return;
        }
    }
}

/// The jobs under way, seen by who gives and takes.
struct Pipeline<J, R> {
    limits: Limits,
    jobs: Sender<(usize, J)>,
    results: Receiver<(usize, R)>,
    /// What the jobs take that were given and did not come back.
    under_way: BTreeMap<usize, u64>,
    given: usize,
}

impl<J, R> Pipeline<J, R> {
    fn run<E>(
        mut self,
        next: &mut dyn FnMut() -> Result<Option<Job<J>>, E>,
        take: &mut dyn FnMut(R) -> Result<ControlFlow<()>, E>,
    ) -> Result<(), E> {
        let (mut waiting, mut finished, mut taken) = (next()?, BTreeMap::new(), 0);
        loop {
            while let Some(job) = waiting.take_if(|job| self.has_room(job.memory, taken)) {
                self.give(job);
                waiting = next()?;
            }
            if self.under_way.is_empty() {
                return Ok(());
            }
            let Ok((number, result)) = self.results.recv() else { return Ok(()) };
            self.under_way.remove(&number);
            finished.insert(number, result);
            while let Some(result) = finished.remove(&taken) {
                taken += 1;
                if take(result)?.is_break() {
                    return Ok(());
                }
            }
        }
    }

    /// Two jobs a thread, so that none waits while the next is read; none far ahead of the slowest.
    fn has_room(&self, memory: u64, taken: usize) -> bool {
        let used: u64 = self.under_way.values().sum();
        let ahead = self.given - taken < 2 * self.limits.threads;
        self.under_way.is_empty() || ahead && used + memory <= self.limits.memory
    }

    fn give(&mut self, Job { memory, job }: Job<J>) {
        self.under_way.insert(self.given, memory);
        // The threads outlive this: they end when it is dropped.
        let _ = self.jobs.send((self.given, job));
        self.given += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::atomic::AtomicU64;

    fn squares(limits: Limits, jobs: &[u64], stop_after: usize) -> (Vec<u64>, u64) {
        let (under_way, most) = (AtomicU64::new(0), AtomicU64::new(0));
        let work = |job: u64| {
            most.fetch_max(under_way.fetch_add(job, Ordering::SeqCst) + job, Ordering::SeqCst);
            thread::sleep(std::time::Duration::from_micros(job * 7 % 50));
            under_way.fetch_sub(job, Ordering::SeqCst);
            job * job
        };
        let (mut left, mut found) = (jobs.iter(), Vec::new());
        let mut next = || Ok::<_, ()>(left.next().map(|job| Job { memory: *job, job: *job }));
        let mut take = |result| {
            found.push(result);
            Ok(if found.len() == stop_after { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        };
        in_order(limits, &mut next, &work, &mut take).unwrap();
        (found, most.into_inner())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn results_come_in_order_and_within_the_limits(
            jobs in prop::collection::vec(1u64..40, 0..60),
            threads in 1usize..6,
            memory in 1u64..120,
            stop_after in 1usize..80,
        ) {
            let (found, most) = squares(Limits { threads, memory }, &jobs, stop_after);
            let expected: Vec<u64> = jobs.iter().take(stop_after).map(|job| job * job).collect();
            prop_assert_eq!(found, expected);
            prop_assert!(most <= memory.max(40));
        }
    }

    #[test]
    fn an_error_ends_the_work() {
        let limits = Limits { threads: 2, memory: 10 };
        let mut next = || Ok(Some(Job { memory: 1, job: 1 }));
        let ended = in_order(limits, &mut next, &|job| job, &mut |_: i32| Err("no"));
        assert_eq!(ended, Err("no"));
    }
}
