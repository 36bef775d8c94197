//! Where the program keeps what belongs to no draft: the installed editions, backups.
//!
//! The command line and the desktop program share it. Everything below is handed the folder.

use crate::files::shown;
use std::fs;
use std::path::{Path, PathBuf};

/// Names another folder, for tests and for several users of one account.
pub const VARIABLE: &str = "BIAOGAN_DATA";

/// A file of this name beside the programs makes them portable (便携版): everything lies beside them.
const MARKER: &str = "portable.txt";

/// The program's folder in the system's place for data (`%APPDATA%\biaogan`, `~/.local/share/biaogan`), or what
/// [`VARIABLE`] names, or the one beside a portable program; it need not exist. None where the system knows no such
/// place.
pub fn data_folder() -> Option<PathBuf> {
    chosen().or_else(|| Some(dirs::data_dir()?.join("biaogan")))
}

/// Likewise for what is large or can be made again, and stays on this computer where a profile travels with its user
/// (`%LOCALAPPDATA%\biaogan`).
pub fn local_folder() -> Option<PathBuf> {
    chosen().or_else(|| Some(dirs::data_local_dir()?.join("biaogan")))
}

/// Where installed editions (年度通知) lie, for [`Editions::installed`](crate::edition::Editions::installed).
pub fn editions_folder() -> Option<PathBuf> {
    Some(data_folder()?.join("editions"))
}

/// Where backups lie. Those that an earlier version kept in a profile that travels are moved, or stay in use there
/// where they cannot be.
pub fn backups_folder() -> Option<PathBuf> {
    Some(moved_once(data_folder()?.join("backups"), local_folder()?.join("backups")))
}

/// The folder that a portable program lies in; `None` where the program is none.
pub fn portable_folder() -> Option<PathBuf> {
    portable_of(&std::env::current_exe().ok()?)
}

/// The folder of a portable program, of which paths are kept without: the next computer calls the stick otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Root(Option<PathBuf>);

impl Root {
    /// Of this program.
    pub fn of_this() -> Root {
        Root(portable_folder())
    }

    /// Of the portable program that a folder lies in, if it lies in one.
    pub fn around(folder: &Path) -> Root {
        let folder = folder.canonicalize().map_or_else(|_| folder.to_owned(), |found| shown(&found));
        Root(folder.ancestors().find(|above| above.join(MARKER).is_file()).map(Path::to_owned))
    }

    /// The folder, of a portable program.
    pub fn folder(&self) -> Option<&Path> {
        self.0.as_deref()
    }

    /// A path as it is kept; the folder itself as `.`, since nothing would mean that no path was set.
    pub fn kept(&self, path: &Path) -> PathBuf {
        match self.0.as_ref().and_then(|root| path.strip_prefix(root).ok()) {
            Some(below) if below.as_os_str().is_empty() => ".".into(),
            Some(below) => below.to_owned(),
            None => path.to_owned(),
        }
    }

    /// A path that was kept.
    pub fn found(&self, kept: &Path) -> PathBuf {
        match &self.0 {
            Some(root) if kept == Path::new(".") => root.clone(),
            Some(root) if !kept.as_os_str().is_empty() => root.join(kept),
            _ => kept.to_owned(),
        }
    }
}

fn chosen() -> Option<PathBuf> {
    let named = std::env::var_os(VARIABLE).filter(|folder| !folder.is_empty());
    named.map(PathBuf::from).or_else(|| Some(portable_folder()?.join("数据")))
}

fn portable_of(program: &Path) -> Option<PathBuf> {
    let folder = program.parent()?;
    folder.join(MARKER).is_file().then(|| folder.to_owned())
}

fn moved_once(old: PathBuf, new: PathBuf) -> PathBuf {
    if new.exists() || !old.is_dir() {
        return new;
    }
    let moved = fs::create_dir_all(new.parent().unwrap_or(&new)).and_then(|()| fs::rename(&old, &new));
    if moved.is_ok() { new } else { old }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_beside_its_marker_is_portable() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("biaogan.exe");
        assert_eq!(portable_of(&program), None);
        fs::create_dir(folder.path().join(MARKER)).unwrap();
        assert_eq!(portable_of(&program), None, "a folder is no marker");
        fs::remove_dir(folder.path().join(MARKER)).unwrap();
        fs::write(folder.path().join(MARKER), "").unwrap();
        assert_eq!(portable_of(&program).as_deref(), Some(folder.path()));
    }

    #[test]
    fn what_lies_on_the_stick_is_found_again_under_another_name_of_the_stick() {
        let [here, there] = ["/media/e", "/media/f"].map(|root| Root(Some(root.into())));
        let check = |path: &str, expected: &str| {
            assert_eq!(there.found(&here.kept(Path::new(path))), Path::new(expected));
        };
        check("/media/e/质量标杆申报", "/media/f/质量标杆申报");
        check("/media/e", "/media/f");
        check("/home/a/申报", "/home/a/申报");
        check("", "");
        let installed = Root::default();
        assert_eq!(installed.found(&installed.kept(Path::new("/home/a"))), Path::new("/home/a"));
    }

    #[test]
    fn the_folder_of_a_portable_program_is_found_from_within() {
        let folder = tempfile::tempdir().unwrap();
        let backups = folder.path().join("数据/backups");
        fs::create_dir_all(&backups).unwrap();
        assert_eq!(Root::around(&backups), Root::default());
        fs::write(folder.path().join(MARKER), "").unwrap();
        let root = folder.path().canonicalize().unwrap();
        assert_eq!(Root::around(&backups).folder(), Some(shown(&root).as_path()));
    }

    #[test]
    fn backups_move_once_and_stay_where_they_cannot_move() {
        let folder = tempfile::tempdir().unwrap();
        let [old, new] = ["roaming/backups", "local/backups"].map(|name| folder.path().join(name));
        assert_eq!(moved_once(old.clone(), new.clone()), new, "nothing was there");
        fs::create_dir_all(old.join("a")).unwrap();
        assert_eq!(moved_once(old.clone(), new.clone()), new);
        assert!(new.join("a").is_dir() && !old.exists());
        fs::create_dir_all(&old).unwrap();
        assert_eq!(moved_once(old.clone(), new.clone()), new, "what is there already stays");

        let blocked = folder.path().join("file/backups");
        fs::write(folder.path().join("file"), "").unwrap();
        assert_eq!(moved_once(old.clone(), blocked), old);
        assert!(old.is_dir());
    }
}
