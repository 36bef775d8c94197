//! Putting finished files in their places, all or none.

use crate::files::{self, replaceable};
use crate::package::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What becomes of a package that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and the export is refused.
    Keep,
    /// It is replaced, file by file in one step each.
    Replace,
}

/// A finished file on its way.
pub(in crate::package) struct Finished {
    /// Where it was written.
    pub draft: PathBuf,
    /// Where it goes.
    pub place: PathBuf,
}

/// A file put in its place, and what was there before.
struct Placed<'a> {
    place: &'a Path,
    before: Option<PathBuf>,
}

/// Renames the files to their places, in order. `aside` names where what was there before is kept meanwhile.
///
/// # Errors
/// [`Error::Exists`] or [`Error::Write`]; the files already in place are taken back and the old ones are there again.
/// [`Error::Mixed`] where that fails too.
pub(in crate::package) fn place_all(
    files: &[Finished],
    existing: Existing,
    aside: &dyn Fn(usize) -> PathBuf,
) -> Result<(), Error> {
    if existing == Existing::Replace {
        all_replaceable(files, replaceable)?;
    }
    let mut placed: Vec<Placed> = Vec::new();
    for (number, file) in files.iter().enumerate() {
        match place(file, existing, aside(number)) {
            Ok(done) => placed.push(done),
            Err(source) => {
                let taken_back = placed.iter().rev().filter(|placed| take_back(placed).is_ok()).count();
                let file = file.place.clone();
                return Err(match taken_back == placed.len() {
                    true => refused(&file, source),
                    false => Error::Mixed { file, source },
                });
            }
        }
    }
    Ok(())
}

/// Asks of all places before the first is touched. An old file that another program holds could not be set aside
/// either: its second name would stay in the way for as long.
fn all_replaceable(files: &[Finished], replaceable: impl Fn(&Path) -> io::Result<()>) -> Result<(), Error> {
    let refused = |file: &Finished| replaceable(&file.place).map_err(|source| refused(&file.place, source));
    files.iter().try_for_each(refused)
}

fn place(file: &Finished, existing: Existing, aside: PathBuf) -> io::Result<Placed<'_>> {
    let place = file.place.as_path();
    let before = match existing {
        Existing::Keep => {
            files::rename_new(&file.draft, place)?;
            None
        }
        Existing::Replace => {
            let before = set_aside(place, aside)?;
            files::rename(&file.draft, place)?;
            before
        }
    };
    Ok(Placed { place, before })
}

/// Keeps a second name, or a copy where there are no hard links, of the file in `place`.
fn set_aside(place: &Path, aside: PathBuf) -> io::Result<Option<PathBuf>> {
    match place.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
        Ok(found) if found.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(_) => {}
    }
    fs::hard_link(place, &aside).or_else(|_| fs::copy(place, &aside).map(drop))?;
    Ok(Some(aside))
}

fn take_back(placed: &Placed) -> io::Result<()> {
    match &placed.before {
        Some(before) => files::rename(before, placed.place),
        None => fs::remove_file(placed.place),
    }
}

/// Why a file could not be put in its place.
pub(in crate::package) fn refused(place: &Path, source: io::Error) -> Error {
    let file = place.to_owned();
    match source.kind() {
        io::ErrorKind::AlreadyExists => Error::Exists(file),
        _ => Error::Write { file, source },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names and content.
    type Held<'a> = &'a [(&'a str, &'a str)];

    /// Places `a` and `b` in a folder prepared by `prepare`; gives the folder's files and their content afterwards.
    fn check(existing: Existing, prepare: impl Fn(&Path), expected: Result<Held, Held>) {
        let folder = tempfile::tempdir().unwrap();
        let work = tempfile::tempdir_in(folder.path()).unwrap();
        prepare(folder.path());
        let files = ["a", "b"].map(|name| {
            fs::write(work.path().join(name), "new").unwrap();
            Finished { draft: work.path().join(name), place: folder.path().join(name) }
        });
        let result = place_all(&files, existing, &|number| work.path().join(format!("aside{number}")));
        work.close().unwrap();
        let (found, expected) = (held(folder.path()), expected.map_or_else(|e| (false, e), |e| (true, e)));
        let expected_files: Vec<_> =
            expected.1.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect();
        assert_eq!((result.is_ok(), found), (expected.0, expected_files), "{result:?}");
    }

    fn held(folder: &Path) -> Vec<(String, String)> {
        let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
        let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| name(entry.unwrap())).collect();
        names.sort();
        let text = |name: &String| fs::read_to_string(folder.join(name)).unwrap_or_else(|_| "folder".into());
        names.iter().map(|name| (name.clone(), text(name))).collect()
    }

    #[test]
    fn files_go_to_their_places() {
        check(Existing::Keep, |_| {}, Ok(&[("a", "new"), ("b", "new")]));
    }

    #[test]
    fn an_old_file_is_kept_and_the_new_ones_are_taken_back() {
        check(Existing::Keep, |folder| fs::write(folder.join("b"), "old").unwrap(), Err(&[("b", "old")]));
    }

    #[test]
    fn old_files_are_replaced_when_asked() {
        check(
            Existing::Replace,
            |folder| fs::write(folder.join("b"), "old").unwrap(),
            Ok(&[("a", "new"), ("b", "new")]),
        );
    }

    #[test]
    fn an_old_file_that_is_held_is_told_before_any_is_touched() {
        let [zip, guide] =
            ["a.zip", "a.html"].map(|name| Finished { draft: name.into(), place: name.into() });
        let held = |place: &Path| match place.ends_with("a.html") {
            true => Err(io::ErrorKind::ResourceBusy.into()),
            false => Ok(()),
        };
        let error = all_replaceable(&[zip, guide], held).unwrap_err();
        assert!(matches!(&error, Error::Write { file, .. } if file.ends_with("a.html")), "{error:?}");
        assert!(error.to_string().contains("文件正被其他程序使用"), "{error}");
    }

    #[test]
    #[cfg(windows)]
    fn an_old_package_that_another_program_holds_stays_and_nothing_is_left() {
        use std::os::windows::fs::OpenOptionsExt;
        let prepare = |folder: &Path| {
            fs::write(folder.join("a"), "old").unwrap();
            fs::write(folder.join("b"), "old").unwrap();
            // Until the end of the process, and without sharing it for removal.
            let held = fs::OpenOptions::new().read(true).share_mode(1).open(folder.join("b")).unwrap();
            std::mem::forget(held);
        };
        check(Existing::Replace, prepare, Err(&[("a", "old"), ("b", "old")]));
    }

    #[test]
    fn when_the_second_cannot_be_replaced_the_first_is_the_old_one_again() {
        let prepare = |folder: &Path| {
            fs::write(folder.join("a"), "old").unwrap();
            fs::create_dir(folder.join("b")).unwrap();
        };
        check(Existing::Replace, prepare, Err(&[("a", "old"), ("b", "folder")]));
    }

    /// Places `a` and `b`, where `b` fails and so does taking `a` back: `spoil` is asked just before `b` is placed.
    fn check_mixed(existing: Existing, spoil: impl Fn(&Path, &Path)) {
        let (folder, work) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(folder.path().join("a"), "old").unwrap();
        fs::create_dir(folder.path().join("b")).unwrap();
        if existing == Existing::Keep {
            fs::remove_file(folder.path().join("a")).unwrap();
        }
        let files = ["a", "b"].map(|name| {
            fs::write(work.path().join(name), "new").unwrap();
            Finished { draft: work.path().join(name), place: folder.path().join(name) }
        });
        let aside = |number: usize| {
            if number == 1 {
                spoil(folder.path(), work.path());
            }
            work.path().join(format!("aside{number}"))
        };
        let error = place_all(&files, existing, &aside).unwrap_err();
        let Error::Mixed { file, .. } = &error else { panic!("{error:?}") };
        assert_eq!(*file, folder.path().join("b"), "the file that could not be placed is named");
    }

    #[test]
    fn what_cannot_be_taken_back_is_told_as_mixed() {
        // The old one that was kept aside is gone.
        check_mixed(Existing::Replace, |_, work| fs::remove_file(work.join("aside0")).unwrap());
        // Another program has taken the new one away.
        check_mixed(Existing::Keep, |folder, _| fs::remove_file(folder.join("a")).unwrap());
    }

    #[test]
    fn of_several_that_were_placed_each_is_taken_back() {
        let (folder, work) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(folder.path().join("b"), "old").unwrap();
        fs::create_dir(folder.path().join("c")).unwrap();
        let files = ["a", "b", "c"].map(|name| {
            fs::write(work.path().join(name), "new").unwrap();
            Finished { draft: work.path().join(name), place: folder.path().join(name) }
        });
        let aside = |number: usize| work.path().join(format!("aside{number}"));
        let error = place_all(&files, Existing::Replace, &aside).unwrap_err();
        assert!(matches!(&error, Error::Write { file, .. } if file.ends_with("c")), "{error:?}");
        let expected = [("b", "old"), ("c", "folder")].map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!(held(folder.path()), expected);
    }
}
