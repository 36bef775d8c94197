//! Decoding under watch: on a thread of its own, page by page, against the clock.
//!
//! The decoders are other people's code on hostile input. A panic there is a damaged file and no crash; one that
//! takes too long is given up. What counts is the processor's time: a sound page that shares it with others is given
//! as much as one that does not. A thread cannot be killed: it ends when it next hands over a page.

use super::{Contents, Kind, NewPage, PAGE_LIMIT, Picture, Refusal, Warning};
use cpu_time::ProcessTime;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Once};
use std::thread;
use std::time::{Duration, Instant};

/// How long a page may keep a processor busy.
const PAGE_TIME: Duration = Duration::from_secs(8);

/// How long it may take at the most: on a machine that is busy with other things a sound page had 2 s of 90.
pub(super) const WAIT: Duration = Duration::from_secs(300);

/// How often the watch is looked at.
pub(super) const TICK: Duration = Duration::from_millis(250);

/// How many threads of this process are at work on pictures.
static BUSY: AtomicI32 = AtomicI32::new(0);

/// Decoders recurse over nested objects; address space, not memory.
pub(super) const STACK: usize = 64 << 20;

/// The name of decoding threads, by which the panic hook knows them.
pub(super) const THREAD: &str = "evidence";

/// Whoever has a file read.
pub trait Reader {
    /// Takes a page, as soon as it is known; `Break` ends the reading.
    fn page(&mut self, page: NewPage) -> ControlFlow<()>;

    /// Asked several times a second while a page takes its time; `Break` ends the reading.
    fn waits(&mut self) -> ControlFlow<()>;
}

/// One that stays to the end, however long a page takes.
pub(super) struct Patient<'a>(pub &'a mut dyn FnMut(NewPage) -> ControlFlow<()>);

impl Reader for Patient<'_> {
    fn page(&mut self, page: NewPage) -> ControlFlow<()> {
        (self.0)(page)
    }

    fn waits(&mut self) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// What decodes a kind of file.
pub(super) type Front = fn(&Arc<Vec<u8>>, &mut Outbox) -> Result<(), Refusal>;

/// Where a decoder puts what it finds.
pub(super) struct Outbox(SyncSender<Event>);

enum Event {
    Page(NewPage),
    Warning(Warning),
    End(Result<(), Refusal>),
}

impl Outbox {
    /// Hands over a page; an error if nobody wants any more.
    pub fn page(&mut self, page: NewPage) -> Result<(), Refusal> {
        self.0.send(Event::Page(page)).map_err(|_| Refusal::Stopped)
    }

    /// Says something about the file that does not keep it from being accepted.
    pub fn warn(&mut self, warning: Warning) -> Result<(), Refusal> {
        self.0.send(Event::Warning(warning)).map_err(|_| Refusal::Stopped)
    }
}

/// Has a file decoded and hands over its pages as they come.
pub(super) fn decode(
    kind: Kind,
    bytes: &Arc<Vec<u8>>,
    front: Front,
    reader: &mut dyn Reader,
) -> Result<Contents, Refusal> {
    let (sender, receiver) = sync_channel(0);
    let bytes = Arc::clone(bytes);
    silence_panics();
    let started = thread::Builder::new().name(THREAD.into()).stack_size(STACK).spawn(move || {
        let mut outbox = Outbox(sender);
        let _busy = Busy::begin();
        let decode = AssertUnwindSafe(|| front(&bytes, &mut outbox));
        let end = catch_unwind(decode).unwrap_or(Err(Refusal::Damaged(kind)));
        let _ = outbox.0.send(Event::End(end));
    });
    started.map_err(|_| Refusal::TooSlow(kind))?;
    collect(kind, &receiver, reader)
}

fn collect(kind: Kind, receiver: &Receiver<Event>, reader: &mut dyn Reader) -> Result<Contents, Refusal> {
    let mut contents = Contents { media_type: kind.media_type(), pages: Vec::new(), warnings: Vec::new() };
    let mut clock = Clock::start();
    loop {
        match receiver.recv_timeout(TICK) {
            Ok(Event::Page(page)) => {
                take(&mut contents.pages, page, reader)?;
                clock.begin_page();
            }
            Ok(Event::Warning(warning)) => contents.warnings.push(warning),
            Ok(Event::End(end)) => return end.map(|()| contents),
            Err(RecvTimeoutError::Timeout) if reader.waits().is_break() => return Err(Refusal::Stopped),
            Err(RecvTimeoutError::Timeout) if clock.is_over() => return Err(Refusal::TooSlow(kind)),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(Refusal::Damaged(kind)),
        }
    }
}

/// A thread that decodes or makes a picture anew, as long as this is kept: its work is not that of a page being read.
pub(super) struct Busy;

impl Busy {
    pub fn begin() -> Busy {
        BUSY.fetch_add(1, SeqCst);
        Busy
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        BUSY.fetch_sub(1, SeqCst);
    }
}

/// A thread that only waits for others which decode, as long as this is kept.
pub(super) struct Waiting;

impl Waiting {
    pub fn begin() -> Waiting {
        BUSY.fetch_sub(1, SeqCst);
        Waiting
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        BUSY.fetch_add(1, SeqCst);
    }
}

/// What a page has taken so far: a thread's share of the time that this process had the processor.
struct Clock {
    began: Instant,
    looked: ProcessTime,
    busy: Duration,
}

impl Clock {
    fn start() -> Clock {
        Clock { began: Instant::now(), looked: ProcessTime::now(), busy: Duration::ZERO }
    }

    fn begin_page(&mut self) {
        (self.began, self.looked, self.busy) = (Instant::now(), ProcessTime::now(), Duration::ZERO);
    }

    fn is_over(&mut self) -> bool {
        self.busy += self.looked.elapsed() / BUSY.load(SeqCst).max(1) as u32;
        self.looked = ProcessTime::now();
        self.busy > PAGE_TIME || self.began.elapsed() > WAIT
    }
}

/// Takes a page that was found and hands it over.
pub(super) fn take(pages: &mut Vec<Picture>, page: NewPage, reader: &mut dyn Reader) -> Result<(), Refusal> {
    if pages.len() >= PAGE_LIMIT {
        return Err(Refusal::TooManyPages);
    }
    pages.push(page.picture);
    match reader.page(page) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Refusal::Stopped),
    }
}

/// A decoder's panic is told as a refusal, not on the terminal as well.
fn silence_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(THREAD) {
                usual(panic);
            }
        }));
    });
}

/// One that leaves at once where a page takes its time.
#[cfg(test)]
pub(super) struct Hasty;

#[cfg(test)]
impl Reader for Hasty {
    fn page(&mut self, _: NewPage) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn waits(&mut self) -> ControlFlow<()> {
        ControlFlow::Break(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(front: Front, expected: Refusal) {
        let keep = &mut |_| ControlFlow::Continue(());
        assert_eq!(decode(Kind::Pdf, &Arc::new(Vec::new()), front, &mut Patient(keep)), Err(expected));
    }

    #[test]
    fn a_decoder_that_panics_or_loops_is_a_refusal() {
        check(|_, _| panic!("of a decoder"), Refusal::Damaged(Kind::Pdf));
        check(
            |_, _| {
                let begun = Instant::now();
                while begun.elapsed() < PAGE_TIME * 4 {}
                Ok(())
            },
            Refusal::TooSlow(Kind::Pdf),
        );
    }

    #[test]
    fn work_on_other_pictures_is_not_that_of_the_page() {
        let _others = [Busy::begin(), Busy::begin(), Busy::begin()];
        let (mut clock, begun) = (Clock::start(), ProcessTime::now());
        while begun.elapsed() < Duration::from_millis(90) {}
        assert!(!clock.is_over());
        let all = begun.elapsed();
        assert!(clock.busy <= all / 3 + Duration::from_millis(5), "{:?} of {all:?}", clock.busy);
    }

    /// A decoder that finds so many pages.
    fn finds<const PAGES: usize>(_: &Arc<Vec<u8>>, outbox: &mut Outbox) -> Result<(), Refusal> {
        let orientation = Default::default();
        let format = crate::evidence::PictureFormat::Png;
        let picture = Picture { format, width: 1, height: 1, orientation, bytes: 1 };
        (0..PAGES).try_for_each(|number| outbox.page(NewPage { number, of: PAGES, ..picture.alone() }))
    }

    #[test]
    fn the_last_page_that_is_allowed_is_taken_and_no_further_one() {
        let mut numbers = Vec::new();
        let keep = &mut |page: NewPage| {
            numbers.push(page.number);
            ControlFlow::Continue(())
        };
        let contents = decode(Kind::Pdf, &Arc::default(), finds::<PAGE_LIMIT>, &mut Patient(keep)).unwrap();
        assert_eq!(contents.pages.len(), PAGE_LIMIT);
        assert!(numbers.into_iter().eq(0..PAGE_LIMIT));
        check(finds::<{ PAGE_LIMIT + 1 }>, Refusal::TooManyPages);
    }

    #[test]
    fn whoever_takes_a_page_may_stop_there() {
        let mut pages = 0;
        let keep = &mut |_| {
            pages += 1;
            if pages == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let stopped = decode(Kind::Pdf, &Arc::default(), finds::<3>, &mut Patient(keep));
        assert_eq!((stopped, pages), (Err(Refusal::Stopped), 2));
    }

    #[test]
    fn a_page_that_takes_its_time_can_be_called_off() {
        let begun = Instant::now();
        let dawdles: Front = |_, _| {
            thread::sleep(PAGE_TIME / 2);
            Ok(())
        };
        let stopped = decode(Kind::Pdf, &Arc::default(), dawdles, &mut Hasty);
        assert_eq!(stopped, Err(Refusal::Stopped));
        assert!(begun.elapsed() < PAGE_TIME / 2);
    }
}
