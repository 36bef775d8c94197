//! Pages shared out among several threads, and handed over in order.

use super::watch::{Busy, STACK, THREAD, Waiting};
use super::{Kind, Refusal};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc::sync_channel;
use std::thread;

/// The most pages that are made at a time: each takes up to 60 MB.
static HANDS: AtomicUsize = AtomicUsize::new(3);

/// From now on one page is made at a time in this process.
pub(super) fn one_at_a_time() {
    HANDS.store(1, Relaxed);
}

/// Has things made by `make`, several at a time, and gives them to `take` by their numbers; the first refusal ends it.
/// `kind` is what the file is, `begin` makes what each hand keeps from one thing to the next.
///
/// A hand is never more than two pages ahead of what was taken.
pub(super) fn share<H, T: Send>(
    kind: Kind,
    count: usize,
    begin: &(dyn Fn() -> H + Sync),
    make: &(dyn Fn(&mut H, usize) -> Result<T, Refusal> + Sync),
    take: &mut dyn FnMut(usize, T) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let hands = hands(count);
    if hands == 1 {
        let mut hand = begin();
        return (0..count).try_for_each(|number| take(number, make(&mut hand, number)?));
    }
    let _waiting = Waiting::begin();
    let make = |hand: &mut H, number| {
        let _busy = Busy::begin();
        make(hand, number)
    };
    thread::scope(|scope| {
        let mut made = Vec::new();
        for first in 0..hands {
            let (sender, receiver) = sync_channel(1);
            let make = &make;
            let work = move || {
                let (mut hand, mut numbers) = (begin(), (first..count).step_by(hands));
                while numbers.next().is_some_and(|number| sender.send(make(&mut hand, number)).is_ok()) {}
            };
            let hand = thread::Builder::new().name(THREAD.into()).stack_size(STACK);
            hand.spawn_scoped(scope, work).map_err(|_| Refusal::TooSlow(kind))?;
            made.push(receiver);
        }
        // A hand that panicked has hung up: other people's code on a damaged file.
        (0..count).try_for_each(|number| match made[number % hands].recv() {
            Ok(thing) => take(number, thing?),
            Err(_) => Err(Refusal::Damaged(kind)),
        })
    })
}

/// How many threads make so many pages.
fn hands(count: usize) -> usize {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    cores.min(HANDS.load(Relaxed)).min(count).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

    #[test]
    fn what_is_made_out_of_order_is_handed_over_in_order() {
        let late = |_: &mut (), number: usize| {
            thread::sleep(std::time::Duration::from_millis(if number.is_multiple_of(3) { 20 } else { 0 }));
            Ok(number * 10)
        };
        let mut taken = Vec::new();
        let take = &mut |number, thing| {
            taken.push((number, thing));
            Ok(())
        };
        assert_eq!(share(Kind::Pdf, 20, &|| (), &late, take), Ok(()));
        assert!(taken.into_iter().eq((0..20).map(|number| (number, number * 10))));
    }

    #[test]
    fn the_first_refusal_ends_it_soon() {
        let made = AtomicUsize::new(0);
        let make = |_: &mut (), number: usize| {
            made.fetch_add(1, SeqCst);
            if number == 4 { Err(Refusal::Empty) } else { Ok(()) }
        };
        let mut taken = 0;
        let take = &mut |_, ()| {
            taken += 1;
            Ok(())
        };
        assert_eq!(share(Kind::Pdf, 300, &|| (), &make, take), Err(Refusal::Empty));
        assert!(taken == 4 && made.load(SeqCst) < 30);
    }
}
