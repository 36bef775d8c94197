//! The draft of Word files that were read last, which waits to be kept.

use crate::lock::lock;
use biaogan::draft::EXTENSION;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// The readings of Word files, of which the last one counts: each has a folder of its own, for one that was given up
/// goes on until its end.
#[derive(Debug, Default)]
pub struct Waiting(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    /// How many readings there were.
    count: u64,
    /// The place of the last, until it is given up or kept.
    place: Option<PathBuf>,
    is_ready: bool,
}

impl Waiting {
    /// Begins a reading in the place of the one before; gives where in `folder` its draft is to lie.
    pub fn begin(&self, folder: &Path) -> PathBuf {
        self.give_up();
        let mut state = lock(&self.0);
        state.count += 1;
        let place = folder.join(state.count.to_string()).join(format!("waiting.{EXTENSION}"));
        *state = State { count: state.count, place: Some(place.clone()), is_ready: false };
        place
    }

    /// Ends the reading at this place. Tells whether it still counts; what is of no use is removed.
    pub fn end(&self, place: PathBuf, is_read: bool) -> bool {
        let mut state = lock(&self.0);
        let counts = state.place.as_ref() == Some(&place);
        match counts && is_read {
            true => state.is_ready = true,
            false => remove(&place),
        }
        counts
    }

    /// The draft that waits.
    pub fn ready(&self) -> Option<PathBuf> {
        let state = lock(&self.0);
        state.place.clone().filter(|_| state.is_ready)
    }

    /// Removes the draft that waits, and has one that is being read not wait.
    pub fn give_up(&self) {
        let mut state = lock(&self.0);
        let place = state.place.take().filter(|_| state.is_ready);
        state.is_ready = false;
        // One that is being read is removed at its end, and not from under it.
        place.iter().for_each(|place| remove(place));
    }
}

fn remove(place: &Path) {
    if let Some(folder) = place.parent() {
        // Where it cannot be removed now, it is cleared a day later.
        let _ = fs::remove_dir_all(folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Begins a reading and writes its draft.
    fn begun(waiting: &Waiting, folder: &Path) -> PathBuf {
        let place = waiting.begin(folder);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(&place, "read").unwrap();
        place
    }

    #[test]
    fn what_is_given_up_while_it_is_read_stays_until_its_end_and_does_not_wait() {
        let (folder, waiting) = (tempfile::tempdir().unwrap(), Waiting::default());
        let place = begun(&waiting, folder.path());
        waiting.give_up();
        assert!(place.exists());
        assert!(!waiting.end(place.clone(), true));
        assert!(!place.exists() && waiting.ready().is_none());
    }

    #[test]
    fn two_readings_at_once_have_each_their_own_place_and_the_last_counts() {
        let (folder, waiting) = (tempfile::tempdir().unwrap(), Waiting::default());
        let [first, second] = [(); 2].map(|()| begun(&waiting, folder.path()));
        assert!(first != second && waiting.ready().is_none());
        assert!(waiting.end(second.clone(), true));
        assert!(!waiting.end(first.clone(), true));
        assert_eq!(waiting.ready(), Some(second.clone()));
        assert!(second.exists() && !first.exists());

        let third = begun(&waiting, folder.path());
        assert!(!second.exists());
        assert!(waiting.end(third.clone(), false), "that it failed is told");
        assert!(!third.exists() && waiting.ready().is_none());
    }
}
