//! Reading many files of which some may never answer: a share that is away, a disk about to die.

use crate::lock::lock;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::Duration;

/// How many are read at once.
const READERS: usize = 4;

/// How long nothing may come in before those under way are given up.
const PATIENCE: Duration = Duration::from_secs(3);

/// What is being read beside the program's own work.
#[derive(Debug, Default)]
pub struct Reading {
    /// The files under way; true where nobody waits for them any more.
    under_way: Arc<Mutex<BTreeMap<PathBuf, bool>>>,
}

impl Reading {
    /// Reads the files and gives what was found in those that answer. One that was given up is not asked again before
    /// it has answered.
    pub fn all<T: Send + 'static>(
        &self,
        paths: &[PathBuf],
        read: impl Fn(&Path) -> T + Send + Sync + 'static,
    ) -> BTreeMap<PathBuf, T> {
        self.patiently(paths, PATIENCE, read)
    }

    fn patiently<T: Send + 'static>(
        &self,
        paths: &[PathBuf],
        patience: Duration,
        read: impl Fn(&Path) -> T + Send + Sync + 'static,
    ) -> BTreeMap<PathBuf, T> {
        let is_given_up = |path: &PathBuf| lock(&self.under_way).get(path) == Some(&true);
        let asked: Vec<PathBuf> = paths.iter().filter(|path| !is_given_up(path)).cloned().collect();
        let (tell, told) = mpsc::channel();
        let left = Arc::new(Mutex::new(asked.clone()));
        let read = Arc::new(read);
        let hire = |count: usize| {
            for _ in 0..count {
                let (left, read, tell) = (left.clone(), read.clone(), tell.clone());
                let under_way = self.under_way.clone();
                thread::spawn(move || work(&left, &under_way, &*read, &tell));
            }
        };
        hire(READERS.min(asked.len()));
        let mut found = BTreeMap::new();
        while found.len() < asked.len() {
            match told.recv_timeout(patience) {
                Ok((path, one)) => drop(found.insert(path, one)),
                Err(_) if lock(&left).is_empty() => break,
                // Those at work hang: others take over what is left.
                Err(_) => hire(READERS),
            }
        }
        self.give_up(asked.iter().filter(|path| !found.contains_key(*path)).collect());
        found
    }

    fn give_up(&self, paths: BTreeSet<&PathBuf>) {
        let mut under_way = lock(&self.under_way);
        under_way
            .iter_mut()
            .filter(|(path, _)| paths.contains(path))
            .for_each(|(_, is_given_up)| *is_given_up = true);
    }
}

fn work<T>(
    left: &Mutex<Vec<PathBuf>>,
    under_way: &Mutex<BTreeMap<PathBuf, bool>>,
    read: &dyn Fn(&Path) -> T,
    tell: &mpsc::Sender<(PathBuf, T)>,
) {
    loop {
        let Some(path) = lock(left).pop() else { return };
        lock(under_way).insert(path.clone(), false);
        let found = read(&path);
        lock(under_way).remove(&path);
        // Whoever asked may have given up.
        let _ = tell.send((path, found));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;

    #[test]
    fn those_that_hang_keep_none_of_the_others_and_are_not_asked_twice() {
        let hanging = Arc::new(Barrier::new(READERS + 2));
        let paths: Vec<PathBuf> = (0..20).map(|n| format!("{n}").into()).collect();
        let hang: BTreeSet<PathBuf> = paths[9..9 + READERS + 1].iter().cloned().collect();
        let reading = Reading::default();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let read = {
            let (hanging, asked, hang) = (hanging.clone(), asked.clone(), hang.clone());
            move |path: &Path| {
                lock(&asked).push(path.to_owned());
                if hang.contains(path) {
                    hanging.wait();
                }
                path.to_owned()
            }
        };
        let soon = Duration::from_millis(200);
        for _ in 0..2 {
            let found = reading.patiently(&paths, soon, read.clone());
            assert_eq!(found.len(), paths.len() - hang.len());
            assert!(found.iter().all(|(path, one)| path == one && !hang.contains(path)));
        }
        assert_eq!(lock(&asked).iter().filter(|path| hang.contains(*path)).count(), hang.len());
        hanging.wait();
        while !lock(&reading.under_way).is_empty() {
            thread::yield_now();
        }
        assert_eq!(reading.patiently(&paths, soon, Path::to_owned).len(), paths.len());
    }
}
